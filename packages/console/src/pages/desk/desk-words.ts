import { defineWords } from "../../words/define-words.ts";
import type { FieldName, Kind } from "./desk-data.ts";

type OfKinds = Record<Kind, string>;
type OfFields = Record<FieldName, string>;

export const deskWords = defineWords({
  en: {
    title: "Another desk",
    text: "Does your team answer customers somewhere else? Conversations in which a person is wanted are handed over there, with all that is said in them.",
    none: "No other desk",
    noneText: "People of the shop answer in the inbox here.",
    setUp: "Set up a desk",
    kind: "Desk",
    kinds: {
      email: "Email: a mailbox of your team",
      chatwoot: "Chatwoot: an inbox of the kind API",
    } satisfies OfKinds,
    help: {
      email:
        "Each conversation is one thread in this mailbox. Your team answers by the link in the mail, in the inbox here: nobody reads replies to these mails.",
      chatwoot:
        "Your team answers in Chatwoot, 4.13 or later. Make an inbox of the kind API there first, and copy from its settings. When you save, Meetbot shows the address to enter there as the webhook URL.",
    } satisfies OfKinds,
    fields: {
      email: "Email address",
      url: "Address of Chatwoot, such as https://app.chatwoot.com",
      account: "Account number, as in /app/accounts/3/",
      inbox: "Inbox identifier",
      token: "Access token, of the profile of a person who is an agent of the inbox",
      secret: "Webhook secret of the inbox",
      identity: "HMAC token, only where the inbox enforces user identity validation",
    } satisfies OfFields,
    noMail: "This server has no mail server yet. Set MEETBOT_SMTP_URL first.",
    keep: "Leave empty to keep what is set.",
    secretText: "It is kept encrypted and never shown again.",
    needed: "This is needed.",
    locale: "Language of notes",
    locales: { en: "English", zh: "中文" },
    withNumbers: "Send what the bot told of orders along",
    withNumbersText:
      "Off, order numbers are masked, and what the bot told of orders is left out. What customers write goes along in any case.",
    faults: {
      invalid_email: "This is no email address.",
      invalid_url: "This is no address.",
      not_https: "The address has to begin with https://.",
      not_root: "Give the address without what stands behind the host.",
      invalid_account: "The account is a number: it stands in the addresses of Chatwoot's pages.",
      invalid_inbox: "This is no identifier of an inbox. Copy it again, whole.",
      invalid_token: "This is no access token. Copy it again, whole and without spaces.",
      invalid_secret: "This is no webhook secret. Copy it again, whole and without spaces.",
      invalid_identity: "This is no HMAC token. Copy it again, whole and without spaces.",
      secret_elsewhere:
        "The address is another one, and secrets are not sent to it that were given for the old one. Give them anew.",
      address_refused:
        "This server does not connect there: the address is not on the public internet, cannot be found, or is not https. If it is your own, list its host in MEETBOT_OUTBOUND_ALLOW.",
      other: "This is not what the desk asks for. Copy it again, whole and without spaces.",
    },
    save: "Save",
    cancel: "Cancel",
    saved: "Saved. Send a test to see that it arrives.",
    states: { on: "On", off: "Off", stopped: "Stopped", failing: "Failing" },
    stoppedFor: {
      failing: (at: string) =>
        `Switched off on ${at}: for a day the desk took nothing. Correct it and save: it is told then what it does not know.`,
      gone: (at: string) =>
        `Switched off on ${at}: the desk says that this address is gone for good. Set it up anew.`,
    },
    failingSince: (at: string) =>
      `The desk has taken nothing since ${at}. It is tried again and again for a day, and told then what it does not know. Customers wait in the inbox here meanwhile.`,
    problem: (problem: string) => `Last problem: ${problem}`,
    behind: (count: number) =>
      count === 1
        ? "1 conversation is not told of in full yet"
        : `${count} conversations are not told of in full yet`,
    lastDone: (ago: string) => `last told ${ago}`,
    neverDone: "nothing was told yet",
    masked: "order numbers masked",
    withOrders: "with what the bot told of orders",
    test: "Send a test",
    testDone: {
      email: "The desk took the test. See that it arrived.",
      chatwoot: "Chatwoot knows the inbox and the person. Nothing was written there.",
    } satisfies OfKinds,
    testFailed: (problem: string) => `The test failed: ${problem}`,
    edit: "Change",
    switchOn: "Switch on",
    switchOff: "Switch off",
    remove: "Remove",
    removeTitle: "Remove this desk?",
    removeText:
      "Nothing is handed over any more. Conversations that somebody there answers wait for a person here again.",
    newAddress: "New webhook address",
    hookTitle: "Copy this address into the desk",
    hookText:
      "As the address of its webhook. It is a secret, and shown only this once: whoever has it may try to answer your customers.",
    hookName: "Webhook address",
    kept: "I have copied it",
    noLinks:
      "Notes have no link into the inbox, because this server does not know its own address. Set MEETBOT_PUBLIC_URL.",
    ownersOnly: "Owners of the bot set the desk up, and say where the words of customers go.",
  },
  zh: {
    title: "其他客服系统",
    text: "您的团队在其他地方回复顾客？需要人工客服的会话会连同其中的对话一起转到那里。",
    none: "没有其他客服系统",
    noneText: "客服人员在这里的收件箱中回复。",
    setUp: "接入客服系统",
    kind: "客服系统",
    kinds: { email: "邮件：团队的公共邮箱", chatwoot: "Chatwoot：API 类型的收件箱" },
    help: {
      email:
        "每个会话在该邮箱中是一个邮件会话。团队通过邮件中的链接在这里的收件箱回复；直接回复邮件无人收到。",
      chatwoot:
        "团队在 Chatwoot（4.13 或更高版本）中回复。请先在其中创建 API 类型的收件箱，再从其设置中复制以下内容。保存后 Meetbot 会显示一个地址，请将其填为该收件箱的 Webhook URL。",
    },
    fields: {
      email: "邮箱地址",
      url: "Chatwoot 的地址，例如 https://app.chatwoot.com",
      account: "账户编号，即 /app/accounts/3/ 中的数字",
      inbox: "收件箱标识符（Inbox Identifier）",
      token: "访问令牌（Access Token），取自该收件箱某位客服的个人资料",
      secret: "该收件箱的 Webhook 密钥",
      identity: "HMAC 令牌，仅在收件箱强制验证用户身份时需要",
    },
    noMail: "本服务器还没有配置邮件服务器，请先设置 MEETBOT_SMTP_URL。",
    keep: "留空则保持不变。",
    secretText: "加密存放，不会再次显示。",
    needed: "此项必填。",
    locale: "备注语言",
    locales: { en: "English", zh: "中文" },
    withNumbers: "附上机器人告知的订单信息",
    withNumbersText:
      "关闭时订单号会被遮盖，机器人告知的订单信息不会发送。顾客自己写的内容始终会发送。",
    faults: {
      invalid_email: "邮箱地址格式不正确。",
      invalid_url: "地址格式不正确。",
      not_https: "地址必须以 https:// 开头。",
      not_root: "请只填写到主机名为止的地址。",
      invalid_account: "账户编号是一个数字，可在 Chatwoot 页面的地址中找到。",
      invalid_inbox: "收件箱标识符不正确，请重新完整复制。",
      invalid_token: "访问令牌不正确，请重新完整复制，不要带空格。",
      invalid_secret: "Webhook 密钥不正确，请重新完整复制，不要带空格。",
      invalid_identity: "HMAC 令牌不正确，请重新完整复制，不要带空格。",
      secret_elsewhere: "地址变了。为原地址填写的密钥不会发往新地址，请重新填写。",
      address_refused:
        "本服务器不会连接该地址：它不在公网上、无法解析，或不是 https。如果是您自己的服务器，请在 MEETBOT_OUTBOUND_ALLOW 中列出其主机名。",
      other: "该内容不符合客服系统的要求。请重新完整复制，不要带空格。",
    },
    save: "保存",
    cancel: "取消",
    saved: "已保存。请发送一条测试消息，确认能够收到。",
    states: { on: "已开启", off: "已关闭", stopped: "已停用", failing: "连接失败" },
    stoppedFor: {
      failing: (at) =>
        `已于 ${at} 停用：对方连续一天没有接收任何内容。请更正并保存，之后会补发缺少的内容。`,
      gone: (at) => `已于 ${at} 停用：对方表示该地址已永久失效。请重新设置。`,
    },
    failingSince: (at) =>
      `自 ${at} 起对方没有接收任何内容。一天内会不断重试，之后补发缺少的内容。在此期间顾客仍在这里的收件箱中等待。`,
    problem: (problem) => `最近的问题：${problem}`,
    behind: (count) => `${count} 个会话的内容尚未全部送达`,
    lastDone: (ago) => `最近送达：${ago}`,
    neverDone: "还没有送达过内容",
    masked: "订单号已遮盖",
    withOrders: "附订单信息",
    test: "发送测试",
    testDone: {
      email: "对方已接收测试消息，请确认是否收到。",
      chatwoot: "Chatwoot 认可该收件箱和访问令牌。没有在其中写入任何内容。",
    },
    testFailed: (problem) => `测试失败：${problem}`,
    edit: "修改",
    switchOn: "开启",
    switchOff: "关闭",
    remove: "移除",
    removeTitle: "移除该客服系统？",
    removeText: "之后不再转交会话。正在由对方回复的会话会重新在这里等待人工客服。",
    newAddress: "新的 Webhook 地址",
    hookTitle: "请将此地址复制到客服系统中",
    hookText: "作为其 Webhook 地址。该地址是机密，只显示这一次：知道它的人可能冒充客服回复顾客。",
    hookName: "Webhook 地址",
    kept: "我已复制",
    noLinks: "备注中没有收件箱链接，因为本服务器不知道自己的地址。请设置 MEETBOT_PUBLIC_URL。",
    ownersOnly: "客服系统由机器人的所有者接入，顾客的话发送到哪里也由所有者决定。",
  },
});
