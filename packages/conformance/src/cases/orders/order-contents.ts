import { CLOCK_S, clockOffsetS } from "../../inspection/clock.ts";
import { softened } from "../../inspection/finding.ts";
import type { CasesOf } from "../case.ts";
import { badLink, brokenText, type Flaw, flaw, markedText } from "../flaws.ts";
import { isPast, latestMoment } from "../moments.ts";
import { forbiddenKeyIn } from "../raw-items.ts";
import { eachAnswer, eachOrder, eachRaw } from "./order-answers.ts";

type ContentRule =
  | "orders.number-as-string"
  | "orders.timestamps"
  | "orders.links"
  | "orders.plain-texts"
  | "orders.legible-texts"
  | "orders.forbidden-keys";

/** How far in the future an order time may lie, in seconds: synchronized clocks differ by less. */
const FUTURE_S = 900;

/** Format rules for orders: Meetbot tolerates these mistakes, but customers may notice them. */
export const orderContentCases: Pick<CasesOf<"orders">, ContentRule> = {
  "orders.number-as-string": eachRaw(({ order_number: number }, pointer) =>
    typeof number === "number"
      ? flaw(`${pointer}/order_number`, "It is a number, without quotes.", "它是不带引号的数字。")
      : null,
  ),

  "orders.timestamps": async (inspection) => {
    const nowS = latestMoment(inspection);
    const verdict = await eachOrder(({ timestamp }, pointer) =>
      Number(timestamp) > nowS + FUTURE_S ? wrongTime(Number(timestamp), nowS, pointer) : null,
    )(inspection);
    const isClockSet = Math.abs(clockOffsetS(inspection) ?? Number.NaN) <= CLOCK_S;
    if (verdict.status !== "kept") return isClockSet ? verdict : softened(verdict);
    // Warn only: Meetbot can still read the value, or the time was simply never set.
    return softened(
      await eachRaw(({ timestamp }, pointer) =>
        isPast(timestamp, nowS) ? null : wrongTime(Number(timestamp), nowS, pointer),
      )(inspection),
    );
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

function wrongTime(seconds: number, nowS: number, pointer: string): Flaw {
  const minutes = Math.round((seconds - nowS) / 60);
  const isZone = minutes > 0 && minutes < 24 * 60;
  return flaw(
    `${pointer}/timestamp`,
    `It is ${seconds}${isZone ? `, ${minutes} minutes from now: was a time zone added?` : "."}`,
    `它是 ${seconds}${isZone ? `，在 ${minutes} 分钟之后：是不是多加了时区？` : "。"}`,
  );
}
