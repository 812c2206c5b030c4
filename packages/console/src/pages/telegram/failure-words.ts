import { defineWords } from "../../words/define-words.ts";

/** What each class of failure means in Telegram, and what to do. The others do not occur there. */
export const failureWords = defineWords({
  en: {
    what: {
      transient: "Telegram did not take it",
      rate: "Telegram was called too often",
      gone: "Telegram cannot reach this customer",
      auth: "The bot's token is not valid any more",
      restricted: "Telegram has frozen the bot",
      bad: "Telegram does not accept this message",
      ambiguous: "Telegram's answers were lost",
      no_page: "The Telegram bot was no longer connected",
      overwritten: "It was redacted before it was sent",
      none: "The reason was not kept",
    },
    todo: {
      transient: "Telegram failed at every attempt. Send it again once Telegram is up.",
      rate: "Sending goes on by itself after the pause.",
      gone: "They blocked the bot or deleted their account.",
      auth: "Copy the token from @BotFather once more, and connect the bot again.",
      restricted:
        "The bot's owner finds out why from @SpamBot in Telegram. Once it is lifted, connect the bot again.",
      bad: "Often a link that Telegram does not take. Sending it again helps only if that was repaired.",
      ambiguous:
        "It may have arrived although no attempt was confirmed. The customer would then have it twice.",
      no_page: "Connect the same Telegram bot again, then send it.",
      overwritten: "There is nothing left to send.",
      none: "Send it again if it still matters.",
    },
    retry: {
      ready: "Can be sent again",
      overwritten: "Nothing left to send",
      no_page: "Connect a Telegram bot first",
      page_stopped: "Connect the Telegram bot anew first",
      window_closed: "Wait until the customer writes",
      customer_gone: "Wait until the customer writes",
    },
    numbers: (code: string, _trace: string | null) => `Code ${code}`,
  },
  zh: {
    what: {
      transient: "Telegram 没有接收",
      rate: "对 Telegram 的调用过于频繁",
      gone: "Telegram 无法联系到该顾客",
      auth: "机器人令牌已失效",
      restricted: "Telegram 冻结了该机器人",
      bad: "Telegram 不接受这条消息",
      ambiguous: "没有收到 Telegram 的确认",
      no_page: "Telegram 机器人已断开连接",
      overwritten: "发送前已被抹除",
      none: "没有记录原因",
    },
    todo: {
      transient: "每次尝试都失败了。请在 Telegram 恢复后重新发送。",
      rate: "暂停结束后会自动继续发送。",
      gone: "对方可能屏蔽了机器人或注销了账号。",
      auth: "请从 @BotFather 重新复制令牌，然后重新连接机器人。",
      restricted: "机器人的所有者可在 Telegram 中向 @SpamBot 查询原因，解除冻结后重新连接机器人。",
      bad: "通常是 Telegram 不接受其中的链接，修复后重新发送才有用。",
      ambiguous: "消息可能已经送达，只是没有得到确认。重新发送后，顾客可能会收到两次。",
      no_page: "请重新连接同一个 Telegram 机器人，然后发送。",
      overwritten: "已没有可发送的内容。",
      none: "如果仍有必要，请重新发送。",
    },
    retry: {
      ready: "可以重新发送",
      overwritten: "没有可发送的内容",
      no_page: "请先连接 Telegram 机器人",
      page_stopped: "请先重新连接 Telegram 机器人",
      window_closed: "需等顾客发言",
      customer_gone: "需等顾客发言",
    },
    numbers: (code, _trace) => `代码 ${code}`,
  },
});
