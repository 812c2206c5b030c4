import type { DialogState } from "@meetbot/model/conversation/dialog-state.ts";
import type { SeenOrder, Shown } from "@meetbot/model/conversation/proof.ts";
import type { Reply } from "@meetbot/model/conversation/reply.ts";
import {
  formatMoney,
  goodsName,
  languages,
  readerOf,
  refundsTold,
  say,
} from "@meetbot/presentation";
import { restsOn, titlesOf } from "../context/on-screen.ts";
import { type DialogContext, text } from "../dialogs/moves.ts";

/**
 * Describes the refunds that the shop lists for an order, as far as the customer may see the order; otherwise nothing.
 */
export function refundTold(
  { locale }: DialogState,
  order: Shown<SeenOrder> | null,
  { today, timeZone }: DialogContext,
): Reply[] {
  const refunds = order?.item.refunds ?? [];
  if (!order || refunds.length === 0) return [];
  const said = refundsTold(order.item, { locale, today, timeZone });
  const facts = refunds.map(({ amount }) => {
    const value = formatMoney(amount, order.item.currency, readerOf(locale));
    return { about: "payment" as const, value };
  });
  const { expires, ...proof } = restsOn([order]);
  const answer = said.join(languages[locale].sentenceSpace);
  const goods = goodsName(titlesOf(order.item), readerOf(locale));
  const told = text(goods ? say(locale, "ofOne", { goods, answer }) : answer);
  const rests = expires === null ? {} : { expires, ...proof };
  return [told.kind === "text" ? { ...told, facts, ...rests } : told];
}
