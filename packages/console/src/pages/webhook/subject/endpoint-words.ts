import { defineWords } from "../../../words/define-words.ts";

export const endpointWords = defineWords({
  en: {
    title: "Endpoint",
    url: "URL of your webhook",
    urlHint: "https, reachable from the internet. Meetbot posts signed JSON to it.",
    save: "Save",
    saved: "Saved",
    checking: "Checking…",
    changed: "Not saved yet",
    page: "page_id",
    secret: "Signing secret",
    deadline: "Time limit",
    deadlineOf: (seconds: number) => `${seconds} s to the last byte`,
    test: "Run the validity check",
    testHint:
      "Sends a test with a random token, then asks three times as a stranger would: unsigned, wrongly signed, ten minutes late.",
    testing: "Asking…",
    lastTest: (when: string, who: string, secret: string) =>
      `Last checked ${when} by ${who}, with secret ${secret}.`,
    somebody: "the command line",
    states: {
      never_tested: "Never tested",
      changed: "Changed since the last test",
      refused: "Refuses Meetbot's signature",
      failed: "Does not answer",
      verified: "Verified",
      body_only: "Verified; accepts old requests",
      open: "Answers strangers",
      unclear: "Not sure",
    },
    stateTexts: {
      never_tested: "Nobody has asked this webhook a test yet. Run the validity check.",
      changed:
        "The URL or the signing secret has changed since the test. Run the validity check again.",
      refused:
        "It turned Meetbot's own query away as if a stranger had asked. Probably it has another signing secret than the one above, or checks the signature in a wrong way, or its option url (MEETBOT_WEBHOOK_URL) names another host than the URL above. Compare them, then run all rules: they name the usual mistakes.",
      failed: "The random token did not come back. The steps below say what came instead.",
      verified: "It answers Meetbot, and refuses unsigned, wrongly signed and old requests.",
      body_only:
        "It answers Meetbot and refuses strangers. Advice: it also answers a request that is ten minutes old, so whoever captures one can send it again at any time; check webhook-signature, which covers the time.",
      open: "It answers requests without a right signature: whoever knows the URL can read every order. Check the signature before anything else.",
      unclear:
        "Strangers got no response at all, so it is unknown whether the signature is checked. Test it again.",
    },
    failingSince: (when: string) => `No query has been answered since ${when}.`,
    stopped: {
      gone: (when: string) =>
        `Stopped since ${when}: the webhook said that it is gone (HTTP 410). A passed check or another URL starts it again.`,
      failing: (when: string) =>
        `Stopped since ${when}: it had not answered for days. A passed check or another URL starts it again.`,
    },
    steps: {
      echo: "Asked as Meetbot asks",
      unsigned: "Without a signature",
      wrong_secret: "Signed with a wrong secret",
      stale: "Signed ten minutes ago",
    },
    stepsTitle: "Steps of the last check",
    outcomes: {
      echo: { accepted: "The token came back", refused: "No token", failed: "No response" },
      stranger: {
        accepted: "Answered!",
        refused: "Refused, as it should be",
        failed: "No response",
      },
      turnedAway: "Signature refused",
    },
  },
  zh: {
    title: "接口地址",
    url: "Webhook 的 URL",
    urlHint: "使用 https，并能从互联网访问。Meetbot 会向它 POST 带签名的 JSON。",
    save: "保存",
    saved: "已保存",
    checking: "正在检查…",
    changed: "尚未保存",
    page: "page_id",
    secret: "签名密钥",
    deadline: "时限",
    deadlineOf: (seconds) => `${seconds} 秒内收到最后一个字节`,
    test: "验证有效性",
    testHint:
      "先发送带随机 token 的 test，再模拟陌生人请求三次：不带签名、签名错误、签名已过期十分钟。",
    testing: "正在请求…",
    lastTest: (when, who, secret) => `上次验证：${when}，由 ${who} 进行，密钥 ${secret}。`,
    somebody: "命令行",
    states: {
      never_tested: "从未测试",
      changed: "测试之后有改动",
      refused: "拒绝了 Meetbot 的签名",
      failed: "没有正确应答",
      verified: "已验证",
      body_only: "已验证，但接受过期请求",
      open: "会应答陌生请求",
      unclear: "无法确定",
    },
    stateTexts: {
      never_tested: "这个 Webhook 还没有测试过，请验证有效性。",
      changed: "URL 或签名密钥与测试时不同。请重新验证。",
      refused:
        "它把 Meetbot 自己的查询当成陌生请求拒绝了。很可能它用的签名密钥与上面的不同，或者签名校验的方式不对，或者它的 url 选项（MEETBOT_WEBHOOK_URL）写的主机与上面的 URL 不同。请逐一核对，再运行全部规则：规则会指出常见的错误。",
      failed: "随机 token 没有返回。下面的步骤说明收到了什么。",
      verified: "能应答 Meetbot，并拒绝没有签名、签名错误和过期的请求。",
      body_only:
        "能应答 Meetbot，并拒绝陌生请求。建议：它也应答了十分钟前签名的请求，被截获的请求可以一直重复使用，可改为校验包含时间的 webhook-signature。",
      open: "签名错误的请求也会应答，任何知道 URL 的人都能读取全部订单。请先校验签名，再做其他处理。",
      unclear: "陌生请求没有得到任何响应，无法判断是否校验了签名。请再测试一次。",
    },
    failingSince: (when) => `自 ${when} 起，没有查询得到应答。`,
    stopped: {
      gone: (when) =>
        `自 ${when} 起停止：Webhook 表示已永久下线（HTTP 410）。验证通过或更换 URL 后恢复。`,
      failing: (when) => `自 ${when} 起停止：连续数天没有应答。验证通过或更换 URL 后恢复。`,
    },
    steps: {
      echo: "模拟 Meetbot 的请求",
      unsigned: "不带签名",
      wrong_secret: "用错误的密钥签名",
      stale: "签名在十分钟前",
    },
    stepsTitle: "上次验证的步骤",
    outcomes: {
      echo: { accepted: "token 已返回", refused: "没有 token", failed: "没有响应" },
      stranger: { accepted: "未拒绝！", refused: "已正确拒绝", failed: "没有响应" },
      turnedAway: "签名被拒绝",
    },
  },
});
