import type { Locale } from "@meetbot/model/conversation/locale.ts";

/** A sample customer's action: writes a text, or taps the choice with a title. */
export type SampleLine = { text: string } | { tap: string };

/** A customer of the demo's first start. */
export interface Sample {
  locale: Locale;
  /** The shopper who is signed in on the shop's page; a guest otherwise. */
  shopper?: string;
  lines: SampleLine[];
  /** The shop does not answer queries about this order until after the first line. */
  shopFailsFor?: string;
}

const said = (...texts: string[]): SampleLine[] => texts.map((text) => ({ text }));

/**
 * One of everything that the console shows: a list of orders, an order by number, packages, a refusal, a shop that does
 * not answer, a call for a person, and a message that the bot does not understand. None of these customers is one that
 * the demo's text invites visitors to try, so that the samples use up no visitor's limits.
 */
export const sampleConversations: Sample[] = [
  {
    locale: "en",
    shopper: "emma.johnson@example.com",
    lines: said("Where are my orders?", "and the past ones?", "Do you gift-wrap?", "thanks!"),
  },
  { locale: "en", lines: said("where is my parcel 9400147739778122322879") },
  { locale: "zh", lines: said("我的订单 MBWKR24X6VG2 到哪了？", "谢谢") },
  {
    locale: "en",
    lines: said(
      "where is my order MB9K2QX7T4WD?",
      "I want a refund",
      "I'd like to talk to a person",
    ),
  },
  {
    locale: "zh",
    shopper: "wang.fang@example.com",
    lines: said("我的订单", "还没付款的呢", "这个杯子能放洗碗机吗"),
  },
  {
    locale: "en",
    shopFailsFor: "MB6CP2S7GDYH",
    lines: [...said("where is order MB6CP2S7GDYH?"), { tap: "Try again" }],
  },
  {
    locale: "zh",
    lines: said("查订单，邮箱 zhang.min@example.net", "你们有实体店吗？", "怎么退货", "转人工"),
  },
  { locale: "en", lines: said("do you gift wrap?", "delivery?", "is the mug dishwasher safe?") },
];
