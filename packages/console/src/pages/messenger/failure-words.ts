import { defineWords } from "../../words/define-words.ts";

/** What each class of failure means, and what to do. */
export const failureWords = defineWords({
  en: {
    what: {
      transient: "Meta did not take it",
      rate: "Meta was called too often",
      window: "The customer's 24 hours were over",
      gone: "Meta cannot reach this customer",
      auth: "The page's token or its rights have ended",
      control: "Another app holds the conversation",
      restricted: "Meta restricts the page",
      bad: "Meta does not accept this message",
      ambiguous: "Meta's answers were lost",
      no_page: "The page was no longer connected",
      overwritten: "It was redacted before it was sent",
      none: "The reason was not kept",
    },
    todo: {
      transient: "Meta failed at every attempt. Send it again once Meta is up.",
      rate: "Sending goes on by itself after the pause.",
      window: "Meta takes nothing to a customer who last wrote more than 24 hours ago.",
      gone: "They blocked the page, left Facebook or deleted the conversation.",
      auth: "Make a new token in the app's dashboard, and connect the page again.",
      control:
        "The bot is silent there until the conversation is handed back. Where that happens without anybody answering, make this app the page's default app: Page settings on Facebook, Conversation Routing (?tab=msgr_conversation_routing).",
      restricted:
        "See the page's quality tab on Facebook. Once the restriction is lifted, connect the page again.",
      bad: "Often a picture or link that Meta could not open. Sending it again helps only if that was repaired; Meta's support finds the reason by the trace.",
      ambiguous:
        "It may have arrived although no attempt was confirmed. Look in the page's inbox before you send it again.",
      no_page: "Connect the same page again, then send it.",
      overwritten: "There is nothing left to send.",
      none: "It was given up before reasons were kept.",
    },
    retry: {
      ready: "Can be sent again",
      overwritten: "Nothing left to send",
      no_page: "Connect a page first",
      page_stopped: "Connect the page anew first",
      window_closed: "Window closed: wait until the customer writes",
      customer_gone: "Wait until the customer writes",
    },
    numbers: (code: string, trace: string | null) =>
      trace === null ? `Code ${code}` : `Code ${code}, trace ${trace}`,
  },
  zh: {
    what: {
      transient: "Meta 没有接收",
      rate: "对 Meta 的调用过于频繁",
      window: "已超过顾客的 24 小时窗口",
      gone: "Meta 无法联系到该顾客",
      auth: "主页令牌或其权限已失效",
      control: "会话由其他应用接管",
      restricted: "Meta 限制了该主页",
      bad: "Meta 不接受这条消息",
      ambiguous: "没有收到 Meta 的确认",
      no_page: "主页已断开连接",
      overwritten: "发送前已被抹除",
      none: "没有记录原因",
    },
    todo: {
      transient: "每次尝试都失败了。请在 Meta 恢复后重新发送。",
      rate: "暂停结束后会自动继续发送。",
      window: "顾客超过 24 小时没有发言，Meta 不再接收发给他们的消息。",
      gone: "对方可能屏蔽了主页、停用了 Facebook 或删除了会话。",
      auth: "请在应用后台重新生成令牌，然后重新连接主页。",
      control:
        "会话交还之前，机器人不会在其中发言。如果并没有人在回复，请把本应用设为主页的默认应用：Facebook 主页设置 → 会话路由（?tab=msgr_conversation_routing）。",
      restricted: "请在 Facebook 上查看主页质量页面，限制解除后重新连接主页。",
      bad: "通常是 Meta 无法打开其中的图片或链接，修复后重新发送才有用。Meta 支持人员可凭追踪号查明原因。",
      ambiguous: "消息可能已经送达，只是没有得到确认。重新发送前，请先查看主页收件箱。",
      no_page: "请重新连接同一个主页，然后发送。",
      overwritten: "已没有可发送的内容。",
      none: "这条消息失败时还没有记录原因的功能。",
    },
    retry: {
      ready: "可以重新发送",
      overwritten: "没有可发送的内容",
      no_page: "请先连接主页",
      page_stopped: "请先重新连接主页",
      window_closed: "窗口已关闭，需等顾客发言",
      customer_gone: "需等顾客发言",
    },
    numbers: (code, trace) => (trace === null ? `代码 ${code}` : `代码 ${code}，追踪号 ${trace}`),
  },
});
