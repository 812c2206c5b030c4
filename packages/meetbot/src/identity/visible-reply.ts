import type { SeenOrder, Shown } from "@meetbot/model/conversation/proof.ts";
import type { OutboundReply, VisibleReply } from "@meetbot/model/conversation/reply.ts";
import { say } from "@meetbot/presentation";
import type { Judgement } from "./levels.ts";
import { showOrder, showPackage } from "./redact.ts";

/**
 * Returns a stored reply as it may be shown now: content that relied on an expired proof is masked again. Every replay
 * goes through here.
 */
export function visibleReply(reply: OutboundReply, now: number): VisibleReply {
  const {
    expires,
    ofAccount: _,
    passesOn: __,
    trace: ___,
    ofOrder: ____,
    choices,
    ...said
  } = reply;
  const left = choices?.filter((choice) => !hasEnded({ expires: choice.expires ?? null }, now));
  const shown = left?.map(({ title, payload }) => ({ title, payload }));
  const offered = shown ? { choices: shown } : {};
  switch (said.kind) {
    case "text":
      return hasEnded({ expires: expires ?? null }, now)
        ? withoutFacts(said)
        : { ...said, ...offered };
    case "orders": {
      const hidden = said.orders.filter((one) => hasEnded(one, now));
      const orders = said.orders.map((one) => visible(one, showOrder, now));
      return { ...said, orders, ...withoutNumbers(hidden, offered) };
    }
    case "packages": {
      const packages = said.packages.map((one) => visible(one, showPackage, now));
      return { ...said, packages, ...offered };
    }
  }
}

/** A sentence stays visible no longer than the card next to it, because both rest on the same proof. */
function withoutFacts({ locale }: Pick<VisibleReply, "locale">): VisibleReply {
  return { kind: "text", locale, text: say(locale, "factGone") };
}

/** A choice's title may contain an order's number: removes such choices once that number is masked again. */
function withoutNumbers(
  hidden: readonly Shown<SeenOrder>[],
  { choices }: Pick<VisibleReply, "choices">,
): Pick<VisibleReply, "choices"> {
  if (!choices) return {};
  const numbers = hidden.flatMap(({ item }) => item.order_number || []);
  const isNamed = (title: string) => numbers.some((number) => title.includes(number));
  return { choices: choices.filter(({ title }) => !isNamed(title)) };
}

/**
 * Filters level 0 items again too, because earlier versions stored the time of such an order. A number that is already
 * masked stays unchanged.
 */
function visible<Item extends { order_number: string }>(
  shown: Shown<Item>,
  show: (item: Partial<Item>, judgement: Judgement) => Shown<Item>,
  now: number,
): Partial<Item> {
  const { level, item } = shown;
  if (level !== 0 && !hasEnded(shown, now)) return item;
  const cut = show(item, { level: 0, expires: null }).item;
  return level === 0 || level === "package" ? { ...cut, order_number: item.order_number } : cut;
}

function hasEnded({ expires }: Pick<Shown<unknown>, "expires">, now: number): boolean {
  return expires !== null && expires <= now;
}
