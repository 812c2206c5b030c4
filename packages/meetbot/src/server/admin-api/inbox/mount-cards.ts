import { randomUUID } from "node:crypto";
import { inboxPanelRoutes } from "@meetbot/admin-api/contract/inbox/panel.ts";
import type { MerchantAnswer } from "@meetbot/model/conversation/ask.ts";
import type { ConversationState } from "@meetbot/model/conversation/conversation.ts";
import type { Locale } from "@meetbot/model/conversation/locale.ts";
import type { OutboundReply } from "@meetbot/model/conversation/reply.ts";
import {
  type AskShopDeps,
  askForParcels,
  askShop,
  numberAloneNow,
  seenOf,
} from "../../../operations/desk/ask-shop.ts";
import { cardOf } from "../../../operations/desk/card-of.ts";
import type { DeskMoves } from "../../../operations/desk/desk-moves.ts";
import type { Store } from "../../../store/store.ts";
import type { Asker } from "../../../turn/work/work.ts";
import type { AdminApp } from "../http/admin-app.ts";
import { ApiError, notFound } from "../http/api-error.ts";
import { toRef } from "../http/to-ref.ts";
import { recordLookup } from "../webhook/record-lookup.ts";
import { toQuestion } from "./mount-panel.ts";
import { createMoveTelling, moving } from "./tell-move.ts";

export interface CardAreaDeps
  extends AskShopDeps,
    Pick<Store, "desk" | "bots" | "operators" | "readings"> {
  deskMoves: DeskMoves;
  /** The bot as it is at this moment. */
  askerOf(botId: string): Promise<Asker | null>;
}

/** Cards that people send: the shop's word of this moment, as far as the customer may see it. */
export function mountCards({ mount }: AdminApp, deps: CardAreaDeps): void {
  const { askerOf, desk, deskMoves, readings } = deps;
  const { personOf, answer } = createMoveTelling(deps);

  mount(inboxPanelRoutes.sendCard, async (c) => {
    const ref = toRef(c.req.valid("param"));
    const { order_number, package_number, seen_seq: seenSeq, ...how } = c.req.valid("json");
    const named = { order_number, package_number };
    const person = { ...(await personOf(c, ref.botId)), ...moving(how) };
    const [asker, view] = await Promise.all([askerOf(ref.botId), desk.view(ref)]);
    if (!asker) throw notFound("bot");
    if (!view) throw notFound("conversation");
    await recordLookup(c, readings, ref.botId, {
      action: "order_looked_up",
      detail: { conversation: ref.conversationId, for: "card" },
      subject: named,
    });
    const { bot } = asker;
    const asking = { asker, ref, operatorId: person.by, state: view.state };
    const question = toQuestion(named);
    const said = await askShop(question, asking, deps);
    refuseNothing(said[0].answer);
    const numberAlone = await numberAloneNow(asking, question, deps);
    const judging = (state: ConversationState | null) => {
      return { bot, state, numberAlone, now: deps.clock.now() };
    };
    const [order] = seenOf(said, judging(view.state));
    const inside = await askForParcels(order, asking, deps);
    // Checked within the transaction, so a customer who signed out meanwhile does not see the order.
    const reply = (locale: Locale, state: ConversationState | null): OutboundReply | null => {
      const by = judging(state);
      return cardOf(seenOf(said, by), inside ? seenOf([inside], by) : [], locale);
    };
    const writeKey = `${person.by} ${c.req.header("idempotency-key") ?? randomUUID()}`;
    const sent = await deskMoves.sendCard(ref, person, { reply, writeKey, seenSeq });
    return c.json(await answer(ref, sent), 200);
  });
}

/** Throws an {@link ApiError} if the shop has nothing with this number or does not answer. */
function refuseNothing(answer: MerchantAnswer): void {
  if (answer.kind === "unavailable" || answer.kind === "test") throw shopUnavailable;
  if (answer.kind === "refusal") throw numberUnknown;
  const items = answer.kind === "orders" ? answer.orders : answer.packages;
  if (items.length === 0) throw numberUnknown;
}

const shopUnavailable = new ApiError(
  409,
  "shop_unavailable",
  "The shop's system does not answer, so there is no card to send. Tell the customer in your own words, and try again in a minute.",
);

const numberUnknown = new ApiError(
  409,
  "number_unknown",
  "The shop says that it has nothing of this number. Compare it with what the customer wrote.",
);
