import type { OrderFilter } from "@meetbot/protocol";

/** Tried in this order: "pending payment" is unpaid, "pending" alone is open. */
const words: readonly (readonly [OrderFilter, RegExp])[] = [
  [
    "unpaid",
    /\b(?:un-?paid|not (?:yet )?paid|(?:awaiting|pending|waiting for) payment|haven'?t paid|(?:still )?(?:have|need|left) to pay(?! (?:for |any |the |extra |import ){0,3}(?:customs|dut|tax|vat|tariff))|to be paid|outstanding payments?|(?<!how much |what )(?:did|have) (?:i|we) (?:already |actually |even |really )?(?:pay|paid)(?! (?:with|by|via|for shipping)))\b|(?:待|未|没|没有|还没|尚未)(?:付款|支付|付钱|付)|付(?:款|钱)?了(?:没|吗|么|嘛)|付没付|(?:还|仍)?(?:需要|要|得)(?:付款|支付|付钱)的/,
  ],
  [
    "past",
    /\b(?:past|previous|finished|completed?|history|historical|closed|old(?:er)? (?:orders|purchases))\b|(?<![未没])完成了?的?|已结束|历史|(?:以前|过去|之前)的?(?:订单|单)|^那?(?:以前|过去|之前|更早)的(?:呢|吗)?[?？。]?$/,
  ],
  [
    "open",
    /\b(?:open|in progress|ongoing|current|active|pending|unfinished|outstanding|processing)\b|进行中|处理中|未完成|没完成|当前|在途/,
  ],
];

/** Returns which orders an utterance refers to, or null if it does not say. */
export function readFilter(text: string): OrderFilter | null {
  return words.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}
