import { say } from "@meetbot/presentation";
import type { SeenOrder, Shown } from "../model/conversation/proof.ts";
import type { OutboundReply, TokenChoice, VisibleReply } from "../model/conversation/reply.ts";
import type { Judgement } from "./levels.ts";
import { showOrder, showPackage } from "./redact.ts";

/**
 * A stored reply as it may be seen at this moment: what rested on a proof that has ended since is
 * cut down again. Every replay goes through here.
 */
export function visibleReply(reply: OutboundReply, now: number): VisibleReply {
  switch (reply.kind) {
    case "text": {
      const { expires, ...said } = reply;
      return expires !== undefined && expires <= now ? withoutFacts(said) : said;
    }
    case "orders": {
      const { expires: _, ...said } = reply;
      const orders = reply.orders.map((shown) => visible(shown, showOrder, now));
      const hidden = reply.orders.filter((shown) => hasEnded(shown, now));
      return { ...said, orders, ...choicesWithout(hidden, reply.choices) };
    }
    case "packages": {
      const { expires: _, ...said } = reply;
      return {
        ...said,
        packages: reply.packages.map((shown) => visible(shown, showPackage, now)),
      };
    }
  }
}

/** A sentence tells no longer than the card beside it: it was said on the same proof. */
function withoutFacts({ kind, locale }: Extract<VisibleReply, { kind: "text" }>): VisibleReply {
  return { kind, locale, text: say(locale, "factGone") };
}

/** A choice may be named by an order's number or goods: it goes where those are masked again. */
function choicesWithout(
  hidden: Shown<SeenOrder>[],
  choices: TokenChoice[] | undefined,
): { choices?: TokenChoice[] } {
  if (!choices) return {};
  const numbers = hidden.flatMap(({ item }) => item.order_number || []);
  const goods = hidden.flatMap(({ item }) => (item.elements ?? []).map((one) => one.title.trim()));
  const isNamed = (title: string) =>
    numbers.some((number) => title.includes(number)) ||
    goods.some((name) => name.startsWith(title.replace(/…$/u, "")));
  return { choices: choices.filter(({ title }) => !isNamed(title)) };
}

/**
 * What is at level 0 goes through its list again too: versions before stored the moment of such an order.
 * A number that is masked already stays as it is.
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

function hasEnded({ expires }: Shown<unknown>, now: number): boolean {
  return expires !== null && expires <= now;
}
