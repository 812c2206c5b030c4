import type { AlertLocale } from "@meetbot/model/alert/alert-kind.ts";

/** The texts that desks get beside the conversation's messages. */
export interface BridgeWords {
  subject(bot: string, conversation: string): string;
  test: string;
  answerThere: string;
  spoken(by: string, text: string): string;
  inbox: string;
  customer: string;
  bot: string;
  waitsAgain: string;
  takenBy(name: string): string;
  aColleague: string;
  owed: string;
  closed: string;
  windowClosed: string;
  noFiles: string;
}

/** These texts in the operators' languages. */
export const bridgeWords: Readonly<Record<AlertLocale, BridgeWords>> = {
  en: {
    subject: (bot, conversation) => `${bot}: a customer wants a person (${conversation})`,
    test: "Test: conversations of Meetbot arrive here.",
    answerThere: "Answer in Meetbot; a reply to this mail reaches nobody:",
    spoken: (by, text) => `${by}: ${text}`,
    inbox: "In Meetbot's inbox",
    customer: "Customer",
    bot: "Bot",
    waitsAgain: "The customer is waiting for a person again.",
    takenBy: (name) => `${name} answers now, in Meetbot's inbox.`,
    aColleague: "A colleague",
    owed: "The bot answers again. The customer still waits for an answer of yours.",
    closed: "The conversation is closed. The bot answers again.",
    windowClosed:
      "Your last answer was not delivered: the customer wrote last so long ago that their platform takes no message any more. You can answer once they write again.",
    noFiles:
      "The file that you sent was not delivered: Meetbot passes on words only. What you wrote with it was.",
  },
  zh: {
    subject: (bot, conversation) => `${bot}：有顾客需要人工客服（${conversation}）`,
    test: "测试：Meetbot 的会话可以送达这里。",
    answerThere: "请在 Meetbot 中回复；直接回复本邮件无人收到：",
    spoken: (by, text) => `${by}：${text}`,
    inbox: "在 Meetbot 收件箱中查看",
    customer: "顾客",
    bot: "机器人",
    waitsAgain: "顾客再次在等待人工客服。",
    takenBy: (name) => `${name}已在 Meetbot 收件箱中接手回复。`,
    aColleague: "一位同事",
    owed: "现在由机器人回答，但顾客仍在等待您的答复。",
    closed: "会话已关闭，由机器人继续回答。",
    windowClosed:
      "您的上一条回复未能送达：顾客最后一次发言已过去太久，其平台不再接收消息。顾客再次发言后即可回复。",
    noFiles: "您发送的文件未能送达：Meetbot 只转发文字。随文件一起写的文字已送达。",
  },
};
