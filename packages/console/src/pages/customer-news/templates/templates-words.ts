import { defineWords } from "../../../words/define-words.ts";
import type { TemplateKind, TemplateState } from "./templates-data.ts";

type OfKinds = Record<TemplateKind, string>;
type OfStates = Record<TemplateState, string>;

export const templatesWords = defineWords({
  en: {
    title: "Message templates",
    text: "24 hours after a customer's last message, Messenger takes only texts that Meta approved before. Each is in all languages of the bot and names no order, for it is read on lock screens.",
    kinds: {
      placed: "Order received",
      shipped: "Shipped",
      out_for_delivery: "Out for delivery",
      ready_for_pickup: "Ready for pickup",
      delivered: "Delivered",
      problem: "Something went wrong",
    } satisfies OfKinds,
    states: {
      none: "Not published",
      pending: "In review",
      approved: "Approved",
      rejected: "Rejected",
      paused: "Paused",
    } satisfies OfStates,
    stateTexts: {
      none: "Meta does not have it. It is not sent.",
      pending: "Meta is looking at it, usually for some seconds. It is not sent yet.",
      approved: "It is sent when Messenger's 24 hours are over.",
      rejected:
        "It is not sent. Meta takes no other text under this name: delete it here, then publish again.",
      paused: "Meta does not take it at the moment. News go another way until it does.",
    } satisfies OfStates,
    reasons: {
      TAG_SHOULD_BE_MARKETING: "Meta takes its text for advertising.",
      PROMOTIONAL: "Meta takes its text for advertising.",
      TAG_CONTENT_MISMATCH: "Meta finds that its text is no news of an order.",
      INCORRECT_CATEGORY: "Meta finds that its text is no news of an order.",
      INVALID_FORMAT: "Meta finds its form wrong.",
      ABUSIVE_CONTENT: "Meta finds its text abusive.",
      SCAM: "Meta takes it for fraud. Look at the page's quality tab on Facebook.",
      LOW_QUALITY: "Too many customers blocked or reported it.",
    },
    reason: (code: string) => `Meta's reason: ${code}`,
    count: (approved: string, all: string) => `${approved} of ${all} approved`,
    rejectedCount: (count: string) => `${count} rejected`,
    of: (kind: string) => `${kind}, `,
    button: "Button",
    place: "{{1}} is the bot's name.",
    publish: "Publish to Meta",
    published: "Meta has them. It looks at new ones for some seconds.",
    delete: "Delete at Meta",
    deleteTitle: (kind: string, language: string) => `Delete “${kind}” in ${language}?`,
    deleteText:
      "After the 24 hours, customers who read this language are told in another one, or another way, until it is published again.",
    notConnected: "No Facebook Page is connected, so none can be published.",
    connect: "Connect a page",
  },
  zh: {
    title: "消息模板",
    text: "顾客最后一条消息超过 24 小时后，Messenger 只接受 Meta 事先审核通过的文本。每个模板都有机器人的各种语言版本，内容可能显示在锁屏上，因此不含任何订单信息。",
    kinds: {
      placed: "订单已提交",
      shipped: "已发货",
      out_for_delivery: "派送中",
      ready_for_pickup: "待取件",
      delivered: "已送达",
      problem: "配送异常",
    },
    states: {
      none: "未发布",
      pending: "审核中",
      approved: "已通过",
      rejected: "未通过",
      paused: "已暂停",
    },
    stateTexts: {
      none: "Meta 那边还没有这个模板，不会发送。",
      pending: "Meta 正在审核，通常只需几秒。审核通过前不会发送。",
      approved: "超过 Messenger 的 24 小时后使用它发送。",
      rejected: "不会发送。Meta 不接受同名模板的其他文本：请先在此删除，再重新发布。",
      paused: "Meta 暂时不接受这个模板，恢复之前改用其他方式通知。",
    },
    reasons: {
      TAG_SHOULD_BE_MARKETING: "Meta 认为内容属于营销。",
      PROMOTIONAL: "Meta 认为内容属于营销。",
      TAG_CONTENT_MISMATCH: "Meta 认为内容不属于订单通知。",
      INCORRECT_CATEGORY: "Meta 认为内容不属于订单通知。",
      INVALID_FORMAT: "Meta 认为格式不正确。",
      ABUSIVE_CONTENT: "Meta 认为内容含有冒犯性文字。",
      SCAM: "Meta 认为内容涉嫌欺诈。请在 Facebook 查看主页的质量页面。",
      LOW_QUALITY: "屏蔽或举报它的顾客过多。",
    },
    reason: (code) => `Meta 给出的原因：${code}`,
    count: (approved, all) => `${all} 个中已通过 ${approved} 个`,
    rejectedCount: (count) => `${count} 个未通过`,
    of: (kind) => `${kind}，`,
    button: "按钮",
    place: "{{1}} 为机器人的名称。",
    publish: "发布到 Meta",
    published: "已提交给 Meta，新模板审核需要几秒。",
    delete: "在 Meta 删除",
    deleteTitle: (kind, language) => `删除${language}的“${kind}”模板？`,
    deleteText:
      "重新发布之前，超过 24 小时后，使用该语言的顾客会收到其他语言的模板，或通过其他方式收到通知。",
    notConnected: "还没有连接 Facebook 主页，无法发布。",
    connect: "连接主页",
  },
});
