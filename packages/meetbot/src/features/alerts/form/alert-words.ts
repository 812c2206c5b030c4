import type { AlertLocale } from "@meetbot/model/alert/alert-kind.ts";
import type { DeskEventType } from "@meetbot/model/desk/desk-event.ts";

interface AlertWords {
  titles: Record<DeskEventType, string>;
  /** Replaces the title when a conversation returns to the bot because no agent answered. */
  nobodyCame: string;
  /** Instead of several titles. */
  waiting(count: number): string;
  test: string;
  bot: string;
  conversation: string;
  message: string;
  open: string;
  /** Words for a mail with several alerts. */
  many(count: number): string;
  more(count: number): string;
}

/** The texts of alerts, in the operators' languages. */
export const alertWords: Readonly<Record<AlertLocale, AlertWords>> = {
  en: {
    titles: {
      "conversation.waiting": "A customer is waiting for a person",
      "conversation.taken": "A person took a conversation over",
      "conversation.returned": "A conversation went back to the bot",
      "conversation.closed": "A conversation was closed",
      "message.created": "New message in a conversation",
      "note.mentioned": "A note mentions somebody",
      "shop.unavailable": "The shop's webhook does not answer",
      "webhook.rules_broken": "The shop's webhook breaks a rule of the protocol",
    },
    nobodyCame: "Nobody came to a customer who waited: they are owed an answer",
    waiting: (count) => `${count} customers are waiting for a person`,
    test: "Test: notifications arrive here",
    bot: "Bot",
    conversation: "Conversation",
    message: "Message",
    open: "Open in the console",
    many: (count) => `${count} notifications`,
    more: (count) => `and ${count} more: see the inbox`,
  },
  zh: {
    titles: {
      "conversation.waiting": "有顾客在等待人工客服",
      "conversation.taken": "客服人员已接手会话",
      "conversation.returned": "会话已交还给机器人",
      "conversation.closed": "会话已关闭",
      "message.created": "会话中有新消息",
      "note.mentioned": "备注中提到了同事",
      "shop.unavailable": "商店的 Webhook 没有应答",
      "webhook.rules_broken": "商店 Webhook 的应答不符合协议规则",
    },
    nobodyCame: "顾客久等无人接待，还欠其答复",
    waiting: (count) => `有 ${count} 位顾客在等待人工客服`,
    test: "测试：通知可以送达这里",
    bot: "机器人",
    conversation: "会话",
    message: "消息内容",
    open: "在控制台中打开",
    many: (count) => `${count} 条通知`,
    more: (count) => `另有 ${count} 条，请在收件箱中查看`,
  },
};
