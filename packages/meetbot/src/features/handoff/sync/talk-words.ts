import type { AlertLocale } from "@meetbot/model/alert/alert-kind.ts";
import type { CallReason } from "@meetbot/model/desk/holder.ts";

/** The texts of a conversation's transcript, in the operators' languages. */
interface TalkWords {
  order: string;
  package: string;
  attached: string;
  toldOfOrder: string;
  line(label: string, values: readonly string[]): string;
  title: string;
  reasons: Record<CallReason, string>;
  bot: string;
  channel: string;
  language: string;
  since: string;
  customer: string;
  proved(email: string): string;
  provedAccount: string;
  notProved: string;
  asked: string;
  numbers: string;
  named(number: string, shop: "known" | "unknown" | "not_asked"): string;
  shown: string;
  failed(count: number): string;
  notUnderstood(count: number): string;
}

const inEnglish = {
  known: "the shop knows it",
  unknown: "the shop does not know it",
  not_asked: "the shop was not asked",
} as const;

const inChinese = {
  known: "商店查得到",
  unknown: "商店查不到",
  not_asked: "未向商店查询",
} as const;

/** These texts by language. */
export const talkWords: Readonly<Record<AlertLocale, TalkWords>> = {
  en: {
    order: "Order",
    package: "Package",
    attached: "(sent a picture or a file: see it in Meetbot's inbox)",
    toldOfOrder: "(told something of an order: see it in Meetbot's inbox)",
    line: (label, values) => `${label}: ${values.join(", ")}`,
    title: "A customer wants a person",
    reasons: {
      asked: "They asked for one.",
      not_understood: "The bot did not understand them, again and again.",
      unavailable: "The shop's system does not answer.",
      stepped_in: "A colleague stepped in.",
    },
    bot: "Bot",
    channel: "Channel",
    language: "Language",
    since: "Since",
    customer: "Customer",
    proved: (email) => `${email} (proved)`,
    provedAccount: "signed in (proved)",
    notProved: "has proved nothing",
    asked: "Asked about",
    numbers: "Numbers named",
    named: (number, shop) => `${number} (${inEnglish[shop]})`,
    shown: "Was shown",
    failed: (count) => `Questions to the shop's system that failed: ${count}`,
    notUnderstood: (count) => `Messages that the bot did not understand: ${count}`,
  },
  zh: {
    order: "订单",
    package: "包裹",
    attached: "（发送了图片或文件，请在 Meetbot 收件箱中查看）",
    toldOfOrder: "（告知了订单信息，请在 Meetbot 收件箱中查看）",
    line: (label, values) => `${label}：${values.join("、")}`,
    title: "有顾客需要人工客服",
    reasons: {
      asked: "顾客要求人工服务。",
      not_understood: "机器人多次没有听懂顾客的话。",
      unavailable: "商店的系统没有应答。",
      stepped_in: "同事主动接手。",
    },
    bot: "机器人",
    channel: "渠道",
    language: "语言",
    since: "开始时间",
    customer: "顾客",
    proved: (email) => `${email}（已验证）`,
    provedAccount: "已登录（已验证）",
    notProved: "未验证任何身份",
    asked: "询问内容",
    numbers: "提到的编号",
    named: (number, shop) => `${number}（${inChinese[shop]}）`,
    shown: "已展示",
    failed: (count) => `向商店系统查询失败：${count} 次`,
    notUnderstood: (count) => `机器人没有听懂的消息：${count} 条`,
  },
};
