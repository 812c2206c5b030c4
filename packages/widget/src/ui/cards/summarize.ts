import {
  asTitle,
  fill,
  formatMoney,
  orderLine,
  packageWords,
  packedLines,
  type SeenOrder,
  type SeenPackage,
} from "@meetbot/presentation";
import type { WireReply } from "../../chat/reply.ts";
import type { ChatWords } from "../parts/words.ts";
import { sayName } from "./number.tsx";
import { deliveryDate } from "./package-card.tsx";

/** A reply as one plain sentence for each thing in it, for who listens. */
export function summarize(reply: WireReply, words: ChatWords): string {
  const { phrases } = words;
  switch (reply.kind) {
    case "text":
      return reply.text;
    case "orders":
      return say(
        reply.orders.map((order) => orderParts(order, words)),
        phrases.orders,
        words,
      );
    case "packages":
      return say(
        reply.packages.map((pkg) => packageParts(pkg, words)),
        phrases.packages,
        words,
      );
  }
}

type Parts = (string | false | undefined)[];

/** Several things are counted first. */
function say(things: Parts[], count: string, { phrases }: ChatWords): string {
  const all = things.length > 1 ? [[fill(count, { count: things.length })], ...things] : things;
  return all.map((parts) => parts.filter(Boolean).join(phrases.comma) + phrases.stop).join("");
}

function orderParts(order: SeenOrder, words: ChatWords): Parts {
  const { reader } = words;
  const { order_number, summary, currency } = order;
  const { state, when } = orderLine(order, reader);
  return [
    sayName("order", order_number, words),
    asTitle(state, reader),
    summary && formatMoney(summary.total_cost, currency, reader),
    when && asTitle(when, reader),
  ];
}

function packageParts(pkg: SeenPackage, words: ChatWords): Parts {
  const { package_number, product_name } = pkg;
  const { phrases, reader } = words;
  const [phrase, date] = deliveryDate(pkg, words);
  return [
    sayName("package", package_number, words),
    packedLines(pkg).join(phrases.comma) || product_name,
    asTitle(packageWords(pkg, reader), reader),
    fill(phrase, { date }),
  ];
}
