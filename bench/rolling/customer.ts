import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { listen, opening } from "../../packages/meetbot/test/crash/listen.ts";
import {
  post,
  readUntil,
  type Seat,
  type WireMessage,
} from "../../packages/meetbot/test/fixtures/conversation.ts";
import type { Random } from "../../packages/meetbot/test/fixtures/random.ts";

/** A customer stops waiting for answers then: one that is missing counts as lost. */
const patienceMs = 20_000;
/** A node that does not answer by then is not waited for. */
const requestWithinMs = 5_000;

/** What became of what a customer said. */
export interface Outcome {
  turns: number;
  /** Nothing was replied to it. */
  lost: number;
  /** Something else than its card was. */
  otherwise: number;
  doubled: number;
  /** Messages that are not stored once, in the order they were said, or without a number. */
  disordered: number;
  /** How often each answer was had that was no 202: by its status, `cut` where there was none. */
  refusals: string[];
  waits: Wait[];
}

/** By `Date.now()`: from saying something to its card. */
interface Wait {
  from: number;
  ms: number;
}

export interface CustomerOptions {
  /** Where the conversation is at a node: another one each time, as behind a balancer. */
  seatNow(): Seat;
  random: Random;
  /** No two customers have the same; part of each order number. */
  name: string;
  /** Aborted when enough was said. */
  enough: AbortSignal;
}

/**
 * Asks for one order after the other, each message sent until it is taken, some to two nodes at once. Throws where none
 * takes it.
 */
export async function converse(options: CustomerOptions): Promise<Outcome> {
  const listener = listen(
    async () => options.seatNow(),
    () => {},
  );
  return ask(options, listener.heard).finally(listener.end);
}

async function ask(
  { seatNow, random, name, enough }: CustomerOptions,
  heard: WireMessage[],
): Promise<Outcome> {
  const said: { id: string; number: string }[] = [];
  const refusals: string[] = [];
  const waits: Wait[] = [];
  const untilTaken = async (text: string, id: string) => {
    for (const from = Date.now(); ; ) {
      const signal = AbortSignal.timeout(requestWithinMs);
      const response = await post(seatNow(), { text }, id, signal).catch(() => null);
      if (response?.status === 202) return;
      refusals.push(String(response?.status ?? "cut"));
      assert(Date.now() - from < patienceMs, `nobody takes ${text}: ${refusals.at(-1)}`);
      await delay(50);
    }
  };
  while (!enough.aborted) {
    const number = `${name}Q${String(said.length).padStart(6, "0")}`;
    const id = randomUUID();
    said.push({ id, number });
    const from = Date.now();
    const posts = Array.from({ length: random.percent(20) ? 2 : 1 }, () =>
      untilTaken(`show order ${number}`, id),
    );
    await Promise.all(posts);
    while (!heard.some((one) => shows(one, number))) {
      if (Date.now() - from > patienceMs) break;
      await delay(5);
    }
    waits.push({ from, ms: Date.now() - from });
    await delay(random.below(100));
  }
  // What comes twice has come before the answer to this.
  const end = randomUUID();
  await untilTaken("help", end);
  let isSaid = false;
  const whole = await readUntil(
    seatNow(),
    (message) => {
      isSaid ||= message.from === "customer" && message.id === end;
      return isSaid && message.from === "bot";
    },
    opening,
  );
  return { turns: said.length, ...compare(whole, said, end), refusals, waits };
}

/** How the whole transcript differs from each thing said once, in order, and answered once. */
function compare(whole: WireMessage[], said: { id: string; number: string }[], end: string) {
  const cards = said.map(({ number }) => whole.filter((one) => shows(one, number)).length);
  const heard = whole.flatMap((one) => (one.from === "customer" ? [one.id] : []));
  const ids = [...said.map(({ id }) => id), end];
  const replies = (id: string) => {
    const from = whole.findIndex((one) => one.from === "customer" && one.id === id);
    return whole.slice(from + 1).findIndex((one) => one.from === "customer");
  };
  const bare = said.filter((_, nth) => cards[nth] === 0);
  const lost = bare.filter(({ id }) => replies(id) === 0).length;
  const gaps = whole.filter(({ seq }, nth) => seq !== whole[0]!.seq + nth);
  // Who had said something before the bench began is heard with that first.
  const moved = ids.filter((id, nth) => heard[heard.length - ids.length + nth] !== id);
  assert(whole.length > 0);
  return {
    lost,
    otherwise: bare.length - lost,
    doubled: cards.filter((count) => count > 1).length,
    disordered: gaps.length + moved.length,
  };
}

/** Whether it is the card of an order. */
export function shows(message: WireMessage, number: string): boolean {
  if (message.from !== "bot") return false;
  const { orders = [], packages = [] } = message.reply;
  return [...orders, ...packages].some((one) => one.order_number === number);
}
