import type { OutputOf } from "../../api/routes.ts";
import { verdictWords } from "../../parts/form/verdict-words.ts";
import { defineWords } from "../../words/define-words.ts";
import type { OperatorLocale } from "../../words/locale.ts";

type Item = OutputOf<"GET /bots/{bot_id}/checklist">["data"][number];
/** A title for each point, another where Meetbot asks the shop itself, and a sentence for all that it can come to. */
type Points = {
  [Id in Item["id"]]: { title: string; connectedTitle?: string } & Record<ReasonOf<Id>, string>;
};
type ReasonOf<Id extends Item["id"]> = Extract<Item, { id: Id }>["reason"];

/** Reasons for which the operator can open an endpoint of their own. */
const openable = ["internal_name", "special_address", "metadata_address", "refused_port"] as const;

function withAdvice(verdicts: Record<(typeof openable)[number], string>, advice: string) {
  const texts = openable.map((reason) => [reason, `${verdicts[reason]}${advice}`]);
  return Object.fromEntries(texts) as typeof verdicts;
}

/** What keeps Meetbot from asking a platform; the connection says more of it. */
const connectorTroubles = {
  en: {
    connector_unreachable: "The shop's platform cannot be reached. Look at the shop's address.",
    connector_not_this_platform:
      "What answers at the shop's address is not this platform. Correct the address.",
    connector_unauthorized: "The shop refuses its key. Put a new key in its place.",
    connector_missing_scope:
      "The shop's key may not read orders and customers. Allow it both, then check again.",
    connector_throttled:
      "The shop's platform answers no more queries for now. If it stays so, give Meetbot a key of its own.",
    connector_broken_answer:
      "The shop's platform answers with something that cannot be read, such as a maintenance page.",
    connector_unavailable: "The shop's platform does not answer at present.",
  },
  zh: {
    connector_unreachable: "无法连接到店铺平台，请检查店铺地址。",
    connector_not_this_platform: "店铺地址上的不是这个平台，请更正地址。",
    connector_unauthorized: "店铺拒绝了密钥，请更换新密钥。",
    connector_missing_scope: "店铺密钥没有读取订单和顾客的权限，请开通后重新检查。",
    connector_throttled: "店铺平台暂时不再接受查询。若持续出现，请为 Meetbot 单独创建密钥。",
    connector_broken_answer: "店铺平台返回的内容无法读取，例如维护页面。",
    connector_unavailable: "店铺平台目前没有应答。",
  },
};

const en = {
  endpoint: {
    title: "The webhook's URL",
    connectedTitle: "The shop is connected",
    ...verdictWords.en,
    ...withAdvice(verdictWords.en, " The webhook page says how to allow it."),
    stopped_gone:
      "The webhook said that it is gone (HTTP 410). It is asked again when it passes a test.",
    stopped_failing:
      "The webhook has not answered for days and is no longer asked. It is asked again when it passes a test.",
    failing: "The webhook does not answer at present.",
    connected: "Connected by Meetbot: it asks the shop's platform itself.",
    ...connectorTroubles.en,
  },
  endpoint_test: {
    title: "The webhook answers Meetbot and nobody else",
    verified: "It passed the test with the current signing secret, and refuses strangers.",
    body_only:
      "It passed the test and refuses strangers. Advice: it checks X-Hub-Signature only, so whoever captures a query can send it again; check webhook-signature instead.",
    open: "It answers strangers: whoever knows its URL can read every order. Check the signature.",
    unclear: "It gave no response to a stranger. Test it again.",
    refused:
      "It refuses Meetbot's signature (HTTP 401 or 403): probably it has another signing secret, checks the signature in a wrong way, or its option url (MEETBOT_WEBHOOK_URL) names another host.",
    failed: "It did not answer the last test.",
    changed: "The URL or the signing secret has changed since the last test. Test it again.",
    never_tested: "It has not been tested yet.",
    connectedTitle: "Nobody else can ask the shop",
    connected: "There is no webhook that strangers could call: Meetbot asks the shop itself.",
  },
  conformance: {
    title: "The shop's answers keep the protocol",
    passed: "All rules are kept.",
    passed_with_warnings: "All required rules are kept. Some recommended ones are not: advice.",
    failed: "Some rules are broken. Each says what was seen and what to do.",
    outdated:
      "The URL has changed since the last run, or the signing secret has and no test was passed with it. Run the rules again.",
    never_run: "The rules have not been run yet. It takes seconds.",
  },
  identity: {
    title: "Who may see what",
    ladder: "Customers see as much as they prove.",
    numbers_count_up:
      "The shop's order numbers count up, so whoever knows one can guess others and see what was bought. Set “Is an order number enough without an email?” to Never, or choose the policy Nothing before proof.",
    code: "Nothing is shown before a customer proves their account.",
    off: "Everything is shown to whoever types an email: orders, names and addresses.",
  },
  mail: {
    title: "Customers can prove who they are",
    sends_codes: "Codes can be sent by email.",
    vouched_for: "No mail server is set; the shop vouches for customers who are signed in.",
    policy_off: "Everything is shown to everybody, so nobody has to prove anything.",
    guests_see_little:
      "No mail server is set, so guests see only products and packages, by order number. Set MEETBOT_SMTP_URL on the server, or pass a signed identity.",
    guests_see_nothing:
      "No mail server is set and the shop has vouched for nobody yet, so nobody sees any order. Set MEETBOT_SMTP_URL on the server, or pass a signed identity.",
  },
  contact: {
    title: "A person to hand over to",
    set: "Customers are told how to reach a person.",
    not_set:
      "Customers who ask for a person are only sent to the shop's contact page. Say how to reach one.",
  },
  order_numbers: {
    title: "Order numbers are found in sentences",
    told: "The bot knows how the shop numbers its orders.",
    found: "The shop's numbers are found as they are; no format is needed.",
    not_found:
      "The shop's numbers are too short or too plain to be recognized on their own. Tell the bot their format.",
    told_otherwise:
      "The shop's answers contain order numbers in another format than the one you set. Correct it.",
    none_seen:
      "Tell the bot the format of the shop's order numbers, or come back when the shop has answered some queries.",
  },
  public_url: {
    title: "A public address over https",
    https: "Customers reach the chat over https.",
    plain_http: "MEETBOT_PUBLIC_URL is plain http. Put a proxy with a certificate before Meetbot.",
    not_set: "Set MEETBOT_PUBLIC_URL on the server to the https address that customers use.",
    demo: "The demo runs on this machine only.",
  },
  origins: {
    title: "Pages that may chat",
    set: "The shop's origins are listed.",
    none: "List the origins of the shop's pages. Until then the chat does not open on them.",
  },
  snippet: {
    title: "The chat is on the shop's pages",
    seen: "A page of the shop loaded the chat.",
    not_seen:
      "No page of the listed origins has loaded the chat yet. Put the tag on one, and open it.",
  },
  first_answer: {
    title: "A first customer was answered",
    answered: "The shop answered a customer's question.",
    none: "Ask about an order in the chat, as a customer would.",
  },
} satisfies Points;

const zh: Points = {
  endpoint: {
    title: "Webhook 地址",
    connectedTitle: "店铺已连接",
    ...verdictWords.zh,
    ...withAdvice(verdictWords.zh, "Webhook 配置页面说明了如何放行。"),
    stopped_gone: "Webhook 声明已下线（HTTP 410），测试通过后会恢复调用。",
    stopped_failing: "Webhook 连续多日无应答，已停止调用，测试通过后会恢复。",
    failing: "Webhook 目前没有应答。",
    connected: "已由 Meetbot 连接：它直接查询店铺平台。",
    ...connectorTroubles.zh,
  },
  endpoint_test: {
    title: "Webhook 只应答 Meetbot",
    verified: "已用当前签名密钥通过测试，并会拒绝陌生请求。",
    body_only:
      "已通过测试，并会拒绝陌生请求。建议：它只校验了 X-Hub-Signature，被截获的查询可以重复发送，可改为校验 webhook-signature。",
    open: "会应答未经签名的请求，任何知道地址的人都能读取全部订单。请校验签名。",
    unclear: "收到陌生请求时没有回应，请重新测试。",
    refused:
      "它拒绝了 Meetbot 的签名（HTTP 401 或 403）：很可能是签名密钥不同、签名校验的方式不对，或 url 选项（MEETBOT_WEBHOOK_URL）写的是别的主机。",
    failed: "上次测试没有得到应答。",
    changed: "上次测试之后地址或签名密钥已变更，请重新测试。",
    never_tested: "尚未测试。",
    connectedTitle: "其他人无法查询店铺",
    connected: "由 Meetbot 直接查询店铺，没有可供外人调用的 Webhook。",
  },
  conformance: {
    title: "店铺的应答符合协议",
    passed: "所有规则均已满足。",
    passed_with_warnings: "必须满足的规则均已满足。部分建议未满足，可酌情改进。",
    failed: "有规则未满足。每条都说明了检测到的情况和处理办法。",
    outdated: "上次运行之后地址已变更，或签名密钥已变更且尚未通过测试，请重新运行。",
    never_run: "尚未运行协议检查，只需几秒钟。",
  },
  identity: {
    title: "信息展示范围",
    ladder: "顾客证明的身份越充分，能看到的信息越多。",
    numbers_count_up:
      "店铺的订单号连续递增，知道一个号码的人就能猜出其他号码并看到购买内容。请把“仅凭订单号能否查询？”设为“不可以”，或选用策略“证明身份前不展示”。",
    code: "顾客证明账号归属之前不展示任何内容。",
    off: "任何人输入邮箱都能看到全部内容：订单、姓名和地址。",
  },
  mail: {
    title: "顾客可以证明身份",
    sends_codes: "可以通过邮件发送验证码。",
    vouched_for: "未配置邮件服务器；由店铺为已登录的顾客担保身份。",
    policy_off: "策略已关闭，无需证明身份。",
    guests_see_little:
      "未配置邮件服务器，访客凭订单号只能看到商品和包裹。请设置 MEETBOT_SMTP_URL，或传入签名身份。",
    guests_see_nothing:
      "未配置邮件服务器，店铺也还没有为任何顾客担保：没有人能看到订单。请设置 MEETBOT_SMTP_URL，或传入签名身份。",
  },
  contact: {
    title: "人工客服联系方式",
    set: "顾客可以看到如何联系人工客服。",
    not_set: "想找人工的顾客只会被引导到店铺的联系页面。请填写联系方式。",
  },
  order_numbers: {
    title: "能从句子中认出订单号",
    told: "已告知机器人店铺的订单号格式。",
    found: "店铺的订单号可以直接识别，无需设置格式。",
    not_found: "店铺的订单号太短或太普通，没有提示词时识别不出来。请设置订单号格式。",
    told_otherwise: "店铺返回的订单号与已设置的格式不一致，请修正格式。",
    none_seen: "请设置店铺的订单号格式，或等店铺返回过订单后再来查看。",
  },
  public_url: {
    title: "公开的 https 地址",
    https: "顾客通过 https 使用聊天。",
    plain_http: "MEETBOT_PUBLIC_URL 是 http。请在 Meetbot 前面加一个带证书的代理。",
    not_set: "请在服务器上把 MEETBOT_PUBLIC_URL 设为顾客使用的 https 地址。",
    demo: "演示只在本机使用。",
  },
  origins: {
    title: "允许聊天的页面",
    set: "已列出店铺页面的来源。",
    none: "请列出店铺页面的来源，否则这些页面上的聊天会被拒绝。",
  },
  snippet: {
    title: "聊天已放到店铺页面上",
    seen: "店铺页面已加载过聊天。",
    not_seen: "已列出的来源中还没有页面加载过聊天。请把代码放到页面上并打开它。",
  },
  first_answer: {
    title: "第一位顾客得到了应答",
    answered: "店铺已回答过顾客的问题。",
    none: "请像顾客一样在聊天中查询一个订单。",
  },
};

export const pointWords = { en, zh } as Record<OperatorLocale, Points>;

export const checklistWords = defineWords({
  en: {
    title: "Go-live checklist",
    text: "What has to be in place before customers come. Checked automatically.",
    ready: "Ready: customers can come.",
    left: (count: number) => (count === 1 ? "1 thing left to do." : `${count} things left to do.`),
    tally: (all: number, parts: readonly string[]) => `${all} points: ${parts.join(", ")}`,
    counts: {
      done: (count: number) => `${count} done`,
      to_do: (count: number) => `${count} to do`,
      warning: (count: number) => `${count} to look at`,
      not_needed: (count: number) => `${count} not needed`,
    },
    again: "Check again",
    looking: "Checking…",
    states: { done: "Done", to_do: "To do", warning: "Needs a look", not_needed: "Not needed" },
    seen: (ago: string) => `seen ${ago}`,
    since: (ago: string) => `since ${ago}`,
    go: {
      webhook: "Go to the webhook",
      settings: "Go to the settings",
      channels: "Go to the channels",
    },
  },
  zh: {
    title: "上线检查",
    text: "接待顾客之前需要满足的条件，由系统自动检测。",
    ready: "已就绪，可以迎接顾客。",
    left: (count) => `还有 ${count} 项待完成。`,
    tally: (all, parts) => `共 ${all} 项：${parts.join("，")}`,
    counts: {
      done: (count) => `${count} 项已完成`,
      to_do: (count) => `${count} 项待完成`,
      warning: (count) => `${count} 项请留意`,
      not_needed: (count) => `${count} 项不需要`,
    },
    again: "重新检测",
    looking: "正在检测…",
    states: { done: "已完成", to_do: "待完成", warning: "请留意", not_needed: "不需要" },
    seen: (ago) => `${ago}检测到`,
    since: (ago) => `自${ago}起`,
    go: { webhook: "前往 Webhook 配置", settings: "前往设置", channels: "前往渠道" },
  },
});
