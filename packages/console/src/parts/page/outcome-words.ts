import type { OutputOf } from "../../api/routes.ts";
import { defineWords } from "../../words/define-words.ts";

type Delivery = OutputOf<"GET /bots/{bot_id}/deliveries">["data"][number];
export type Outcome = Delivery["outcome"];

/** How deliveries end: a name each, what it means, and what to do. */
export const outcomeWords = defineWords({
  en: {
    names: {
      answered: "Answered",
      user_not_found: "Customer not found",
      order_not_found: "Order not found",
      timeout: "Timeout",
      connection_failed: "No connection",
      address_refused: "Address refused",
      http_status: "HTTP error",
      gone: "Gone (410)",
      signature_refused: "Signature refused",
      redirect: "Redirect",
      too_large: "Too large",
      invalid_json: "Not JSON",
      invalid_answer: "Invalid answer",
      refused_otherwise: "Unknown error code",
      breaker_open: "Paused",
      busy: "Too busy",
      endpoint_stopped: "Stopped",
    },
    means: {
      answered: "The webhook gave a valid answer.",
      user_not_found: "The shop has no customer with that account. This is a valid answer.",
      order_not_found: "The shop has no order with that number. This is a valid answer.",
      timeout:
        "The answer was not complete within 8 seconds. Answer from a cache or an index, and look at what the webhook waits for.",
      connection_failed:
        "No connection could be made, or it broke. Check that the webhook is running, and its host name, port and certificate.",
      address_refused:
        "Meetbot does not call this address. Endpoints must be on the public internet over https, or be allowed with MEETBOT_OUTBOUND_ALLOW.",
      http_status: "Only HTTP 2xx carries an answer. A no is HTTP 200 with success: false.",
      gone: "The webhook said that it is gone for good. It is asked nothing more until it passes a test or the endpoint is set again.",
      signature_refused:
        "The webhook did not accept the signature. Compare the signing secret on both sides by its fingerprint, and the host in the SDK's option url (MEETBOT_WEBHOOK_URL) with the endpoint's.",
      redirect: "Queries follow no redirect. Set the final address as the endpoint.",
      too_large: "The answer is larger than 256 KiB or holds too many values. Send fewer fields.",
      invalid_json:
        "The answer is not JSON. Look at its beginning: most often it is an error page.",
      invalid_answer:
        "The answer is JSON, but not what the protocol asks for. The place is named below.",
      refused_otherwise:
        "The webhook said no with a code that is not the protocol's, so it counts as no answer. Use 10001 or 11001.",
      breaker_open:
        "The webhook kept failing, so nothing was sent for a while. It is tried again automatically.",
      busy: "Too many queries already waited for this webhook: nothing was sent.",
      endpoint_stopped:
        "The endpoint is stopped: nothing was sent. Test it, or set it again, and queries go out as before.",
    },
    groups: {
      ok: "Answered",
      no: "Not found",
      failed: "Failed (all)",
    },
  },
  zh: {
    names: {
      answered: "已应答",
      user_not_found: "无此顾客",
      order_not_found: "无此订单",
      timeout: "超时",
      connection_failed: "连接失败",
      address_refused: "地址被拦截",
      http_status: "HTTP 错误",
      gone: "已下线 (410)",
      signature_refused: "签名被拒",
      redirect: "重定向",
      too_large: "响应过大",
      invalid_json: "不是 JSON",
      invalid_answer: "应答不合规",
      refused_otherwise: "未知错误码",
      breaker_open: "熔断中",
      busy: "排队已满",
      endpoint_stopped: "已停用",
    },
    means: {
      answered: "Webhook 返回了有效的应答。",
      user_not_found: "店铺查不到该账号的顾客。这是有效的应答。",
      order_not_found: "店铺查不到该订单。这是有效的应答。",
      timeout: "8 秒内没有收到完整应答。请使用缓存或索引，并检查 Webhook 在等待什么。",
      connection_failed:
        "无法建立连接，或连接中断。请检查 Webhook 是否在运行，以及域名、端口和证书。",
      address_refused:
        "出于安全考虑，不允许向该地址发起查询。端点必须是公网 https 地址，或通过 MEETBOT_OUTBOUND_ALLOW 放行。",
      http_status: "只有 HTTP 2xx 才会被视为应答。查无结果应返回 HTTP 200 和 success: false。",
      gone: "Webhook 表示已永久下线。在测试通过或重新设置端点之前，不再向它查询。",
      signature_refused:
        "Webhook 不接受签名。请用指纹核对双方的签名密钥，并核对 SDK 的 url 选项（MEETBOT_WEBHOOK_URL）中的主机是否与接口地址一致。",
      redirect: "查询不会跟随重定向。请把最终地址设为端点。",
      too_large: "应答超过 256 KiB，或包含的值过多。请减少字段。",
      invalid_json: "应答不是 JSON。请看开头的内容，最常见的是错误页面。",
      invalid_answer: "应答是 JSON，但不符合协议。具体位置见下方。",
      refused_otherwise: "Webhook 用了协议之外的错误码拒绝，视为没有应答。请使用 10001 或 11001。",
      breaker_open: "Webhook 连续失败，暂时熔断：没有发出请求。稍后会自动重试。",
      busy: "等待该 Webhook 的查询过多：没有发出请求。",
      endpoint_stopped: "端点已停用：没有发出请求。测试通过或重新设置后即可恢复。",
    },
    groups: {
      ok: "已应答",
      no: "查无结果",
      failed: "失败（全部）",
    },
  },
});
