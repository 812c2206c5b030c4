import type { Proof, Shown } from "@meetbot/model/conversation/proof.ts";
import type { OutboundReply } from "@meetbot/model/conversation/reply.ts";

/**
 * Returns the proofs that remain after a customer signs out: numbers that they typed, which prove nothing about an
 * account.
 */
export function withoutAccounts(proofs: Proof[]): Proof[] {
  return proofs.filter(({ kind, source }) => kind === "number" && source !== "owned");
}

/**
 * Returns a stored reply that no longer shows anything that needed a proved account; the same reply where there is
 * nothing of that kind. From then on it is cut down wherever it is shown or sent.
 */
export function endReply(reply: OutboundReply, now: number): OutboundReply {
  const said = endItems(endWords(reply, now), now);
  const { choices } = said;
  return choices?.some(restsOnAccount)
    ? { ...said, choices: choices.map((choice) => endWords(choice, now)) }
    : said;
}

function endItems(reply: OutboundReply, now: number): OutboundReply {
  switch (reply.kind) {
    case "text":
      return reply;
    case "orders":
      return reply.orders.some(isWhole)
        ? { ...reply, orders: reply.orders.map((order) => end(order, now)) }
        : reply;
    case "packages":
      return reply.packages.some(isWhole)
        ? { ...reply, packages: reply.packages.map((pkg) => end(pkg, now)) }
        : reply;
  }
}

/** A text about an order, or one that names it. */
type Words = Pick<OutboundReply, "expires" | "ofAccount">;

const restsOnAccount = ({ ofAccount }: Words) => ofAccount === true;

function endWords<Said extends Words>(said: Said, now: number): Said {
  return restsOnAccount(said) ? { ...said, expires: Math.min(said.expires ?? now, now) } : said;
}

/** Data that needs no proof at all is shown to everybody. */
const isWhole = ({ level, expires }: Shown<unknown>) => level === 2 && expires !== null;

function end<Item>(shown: Shown<Item>, now: number): Shown<Item> {
  return isWhole(shown) ? { ...shown, expires: Math.min(shown.expires ?? now, now) } : shown;
}
