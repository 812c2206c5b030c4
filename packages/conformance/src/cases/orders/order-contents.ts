import type { CasesOf } from "../case.ts";
import { badLink, brokenText, flaw, markedText } from "../flaws.ts";
import { isPast, latestMoment } from "../moments.ts";
import { forbiddenKeyIn } from "../raw-items.ts";
import { eachAnswer, eachRaw } from "./order-answers.ts";

type ContentRule =
  | "orders.number-as-string"
  | "orders.timestamps"
  | "orders.links"
  | "orders.plain-texts"
  | "orders.legible-texts"
  | "orders.forbidden-keys";

/** How an order is written: what Meetbot forgives, and a customer may not. */
export const orderContentCases: Pick<CasesOf<"orders">, ContentRule> = {
  "orders.number-as-string": eachRaw(({ order_number: number }, pointer) =>
    typeof number === "number"
      ? flaw(`${pointer}/order_number`, "It is a number, without quotes.", "它是不带引号的数字。")
      : null,
  ),

  "orders.timestamps": async (inspection) => {
    const nowS = latestMoment(inspection);
    return eachRaw(({ timestamp }, pointer) => {
      if (isPast(timestamp, nowS)) return null;
      const seconds = Number(timestamp);
      const minutes = Math.round((seconds - nowS) / 60);
      const isZone = minutes > 0 && minutes < 24 * 60;
      return flaw(
        `${pointer}/timestamp`,
        `It is ${seconds}${isZone ? `, ${minutes} minutes from now: was a time zone added?` : "."}`,
        `它是 ${seconds}${isZone ? `，在 ${minutes} 分钟之后：是不是多加了时区？` : "。"}`,
      );
    })(inspection);
  },

  "orders.links": eachRaw((order, pointer) => {
    const lines = Array.isArray(order.elements) ? order.elements : [];
    return badLink([
      [`${pointer}/order_url`, order.order_url],
      ...lines.map((line, at): [string, unknown] => [
        `${pointer}/elements/${at}/image_url`,
        line?.image_url,
      ]),
    ]);
  }),

  "orders.plain-texts": eachRaw((order, pointer) => {
    const lines = Array.isArray(order.elements) ? order.elements : [];
    const texts: [pointer: string, value: unknown][] = [
      ...["status", "recipient_name", "payment_method"].map((key): [string, unknown] => [
        `${pointer}/${key}`,
        order[key],
      ]),
      ...lines.flatMap((line, at): [string, unknown][] => [
        [`${pointer}/elements/${at}/title`, line?.title],
        [`${pointer}/elements/${at}/subtitle`, line?.subtitle],
      ]),
    ];
    return markedText(texts);
  }),

  "orders.legible-texts": eachRaw(brokenText),

  "orders.forbidden-keys": eachAnswer(({ sent }) => {
    const key = forbiddenKeyIn(sent);
    return key === null ? null : flaw("", `There is a key ${key}.`, `有一个键 ${key}。`);
  }),
};
