import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { type Content, post, takeSeat, type WireMessage } from "../fixtures/conversation.ts";
import { eventually } from "../fixtures/eventually.ts";
import type { Random } from "../fixtures/random.ts";
import { listen } from "./listen.ts";
import { untilTaken } from "./until-taken.ts";

/** A push falls to another node when the lease of a dead one has ended; a busy machine starts a node in a minute. */
const patienceMs = 600_000;

/**
 * The statuses of a parcel, in our words and in the shop's. A customer who got "Shipped" gets no message for "In
 * transit".
 */
const steps = [
  { status: "picked_up", words: "Shipped" },
  { status: "in_transit", words: "In transit" },
  { status: "out_for_delivery", words: "Out for delivery" },
  { status: "attempt_failed", words: "Attempt failed" },
  { status: "out_for_delivery", words: "Out for delivery" },
  { status: "delivered", words: "Delivered" },
] as const;
const silent = "In transit";
const all = steps.map(({ words }) => words);
const loud = all.filter((words) => words !== silent);
const last = "Delivered";
const failed = /could not be delivered/;

/** An order as its shop has it: the parcel that is on its way, and how far it is. */
export interface PushedOrder {
  orderNumber: string;
  packageNumber: string;
  words: string;
}

export interface PushedOptions {
  botId: string;
  url(): Promise<string>;
  order: PushedOrder;
  /** Each status is heard before the next one happens; else all of them come as fast as they are taken. */
  isPatient: boolean;
  random: Random;
  enough: AbortSignal;
  /** Sends it until it is taken. */
  push(id: string, params: object, orderNumber: string): Promise<void>;
}

export interface PushedReport {
  parcels: number;
  told: number;
}

/**
 * A customer who gets updates on the parcels of their order, one after the other. Resolves when they keep the chat
 * open.
 */
export async function startPushedCustomer(options: PushedOptions) {
  const { botId, url, order } = options;
  const seat = await eventually(patienceMs, async () => takeSeat(await url(), botId));
  const seatNow = async () => ({ ...seat, base: `${await url()}/chat/${botId}` });
  const say = (content: Content) => {
    const id = randomUUID();
    return untilTaken(async (signal) => post(await seatNow(), content, id, signal), 202);
  };
  const listener = listen(seatNow, () => {});
  const untilHeard = async (isIt: (message: WireMessage) => boolean): Promise<WireMessage> => {
    const signal = AbortSignal.timeout(patienceMs);
    for (;;) {
      const found = listener.heard.find(isIt);
      if (found) return found;
      await once(listener.arrivals, "message", { signal });
    }
  };
  await say({ text: `where is my order ${order.orderNumber}?` });
  const shown = await untilHeard(isCard);
  const choices = shown.from === "bot" ? (shown.reply.choices ?? []) : [];
  const keep = choices.find(({ title }) => title === "Keep me posted");
  assert(keep, JSON.stringify(shown));
  await say({ payload: keep.payload });
  await untilHeard((message) => /Reply STOP/.test(textOf(message)));
  const done = beTold(options, listener, shown.seq).finally(listener.end);
  // Looked at in the end; until then it is nobody's unhandled rejection.
  done.catch(() => {});
  return { done };
}

async function beTold(
  { order, isPatient, random, enough, push }: PushedOptions,
  { heard, arrivals }: ReturnType<typeof listen>,
  afterSeq: number,
): Promise<PushedReport> {
  const numbers: string[] = [];
  const startedS = Math.floor(Date.now() / 1_000) - 600;
  let nth = 0;
  const said = () => toldOf(heard.filter(({ seq }) => seq > afterSeq));
  const untilTold = async (number: string, count: number, words: string) => {
    const signal = AbortSignal.timeout(patienceMs);
    const isTold = () => {
      const told = said().get(number) ?? [];
      return told.length >= count && told.at(-1) === words;
    };
    while (!isTold()) {
      await once(arrivals, "message", { signal }).catch(() => {
        throw new Error(`${number} is not told as ${words}, but as ${said().get(number)}`);
      });
    }
  };
  do {
    const number = `${order.orderNumber}-${numbers.length + 1}`;
    numbers.push(number);
    const sent: (() => Promise<void>)[] = [];
    let count = 0;
    for (const { status, words } of steps) {
      Object.assign(order, { packageNumber: number, words });
      const params = {
        ...{ package_number: number, status },
        occurred_at: String(startedS + ++nth),
      };
      const id = `push_${number}_${nth}`;
      sent.push(() => push(id, params, order.orderNumber));
      const again = random.percent(30) ? [sent[random.below(sent.length)]!()] : [];
      await Promise.all([sent.at(-1)!(), ...again]);
      if (words !== silent) count += 1;
      if (isPatient && words !== silent) await untilTold(number, count, words);
      else await delay(random.below(300));
    }
    await untilTold(number, 1, last);
  } while (!enough.aborted);

  const told = said();
  assert.deepEqual([...told.keys()], numbers);
  for (const [number, words] of told) {
    if (isPatient) assert.deepEqual(words, loud, number);
    else assert(isPartOf(words, all) && words.at(-1) === last, `${number}: ${words}`);
  }
  assert.deepEqual(
    heard.map(({ seq }) => seq),
    heard.map(({ seq }) => seq).toSorted((a, b) => a - b),
  );
  return { parcels: numbers.length, told: [...told.values()].flat().length };
}

/** Returns the updates that the bot sent for each parcel, in order. */
function toldOf(messages: WireMessage[]): Map<string, string[]> {
  const told = new Map<string, string[]>();
  let text = "";
  for (const message of messages) {
    const [parcel] = (message.from === "bot" && message.reply.packages) || [];
    if (!parcel?.package_number) {
      text = textOf(message);
      continue;
    }
    const words = failed.test(text) ? "Attempt failed" : (parcel.package_status ?? "");
    told.set(parcel.package_number, [...(told.get(parcel.package_number) ?? []), words]);
  }
  return told;
}

function isPartOf(part: string[], whole: string[]): boolean {
  let from = 0;
  return part.every((one) => {
    from = whole.indexOf(one, from) + 1;
    return from > 0;
  });
}

const textOf = (message: WireMessage) => (message.from === "bot" ? (message.reply.text ?? "") : "");
const isCard = (message: WireMessage) =>
  message.from === "bot" && message.reply.kind === "packages";
