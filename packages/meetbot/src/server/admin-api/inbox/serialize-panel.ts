import type { z } from "@hono/zod-openapi";
import type { InboxPanel, LookedUp } from "@meetbot/admin-api/contract/inbox/panel.ts";
import type { MerchantAnswer } from "@meetbot/model/conversation/ask.ts";
import type { Level } from "@meetbot/model/conversation/proof.ts";
import { orderWithKnownStage, packageWithKnownStage } from "@meetbot/presentation";
import { maskEmail, maskNumber } from "../../../merchant/masking/mask-text.ts";
import { numberOf } from "../../../operations/desk/ask-shop.ts";
import type { SeenItem } from "../../../operations/desk/customer-sees.ts";
import type { Panel } from "../../../operations/desk/panel.ts";
import type { ShownItem } from "../../../operations/desk/panel-shown.ts";
import { maskItem } from "../conversations/mask-reply.ts";

const levelNames = { 0: "0", package: "package", 1: "1", 2: "2" } as const satisfies Record<
  Level,
  string
>;

const moment = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());

/** Returns a panel as the admin API sends it. */
export function serializePanel(
  panel: Panel,
  { isMasked, operatorName }: { isMasked: boolean; operatorName: string | null },
): z.output<typeof InboxPanel> {
  const hide = (mask: (value: string) => string) => (value: string) =>
    isMasked ? mask(value) : value;
  const [email, number] = [hide(maskEmail), hide(maskNumber)];
  const { logged, account, proofs, failed } = panel;
  return {
    masked: isMasked,
    channel: logged.channel,
    locale: panel.locale,
    started_at: logged.startedAt.toISOString(),
    window_ends_at: panel.windowEndsAt?.toISOString() ?? null,
    mailed: panel.isMailed,
    account: account && email(account.value),
    linked: proofs.some(({ source }) => source === "link"),
    proofs: proofs.map(({ kind, value, source, expires }) => ({
      kind,
      value: kind === "account" ? email(value) : number(value),
      source,
      until: new Date(expires).toISOString(),
    })),
    asked: panel.asked.map(({ at, topicName, ...one }) => {
      return { ...one, at: at.toISOString(), topic_name: topicName };
    }),
    numbers: panel.numbers.map((one) => ({ ...one, number: number(one.number) })),
    shown: panel.shown.map((one) => serializeShown(one, { isMasked, number })),
    failed: {
      deliveries: failed.map(({ id, outcome, startedAt }) => {
        return { delivery_id: id, outcome, at: startedAt.toISOString() };
      }),
      not_understood: panel.notUnderstood,
    },
    filling: {
      "operator.name": operatorName,
      "customer.name": isMasked ? null : panel.customerName,
      "hours.next_open": panel.nextOpen,
    },
    earlier: panel.earlier.map(({ id, channel, startedAt, activeAt }) => ({
      conversation_id: id,
      channel,
      started_at: startedAt.toISOString(),
      active_at: activeAt.toISOString(),
    })),
  };
}

function serializeShown(
  one: ShownItem,
  { isMasked, number }: { isMasked: boolean; number(value: string): string },
) {
  const list = one.kind === "order" ? "orders" : "packages";
  return {
    kind: one.kind,
    number: one.number === null ? null : number(one.number),
    level: levelNames[one.level],
    until: moment(one.expires),
    item: isMasked ? { ...maskItem(list, one.item) } : { ...one.item },
    seq: one.seq,
    at: one.at.toISOString(),
  };
}

/** Returns the shop's answer to an operator's query. */
export function serializeLookedUp(
  answer: MerchantAnswer,
  items: readonly SeenItem[],
): z.output<typeof LookedUp> {
  const isAnswer = answer.kind === "orders" || answer.kind === "packages";
  const isNo = answer.kind === "refusal" || (isAnswer && items.length === 0);
  return {
    outcome: isNo ? "not_found" : isAnswer ? "found" : "unavailable",
    items: items.map((one) => ({
      kind: one.kind,
      number: numberOf(one),
      item: fieldsOf(one),
      level: one.seen && levelNames[one.seen.level],
      shown: one.seen && { ...one.seen.item },
    })),
    has_next_page: isAnswer && answer.hasNextPage,
  };
}

/** It is drawn as a card. */
const fieldsOf = (one: SeenItem): Record<string, unknown> =>
  one.kind === "order"
    ? { ...orderWithKnownStage(one.item) }
    : { ...packageWithKnownStage(one.item) };
