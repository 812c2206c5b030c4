import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { untilTaken } from "../crash/until-taken.ts";
import {
  post,
  readUntil,
  type Seat,
  takeSeat,
  type WireMessage,
} from "../fixtures/conversation.ts";

/** Somebody who writes to a node as fast as it takes what they write. */
export interface Talker {
  /** How many messages were taken so far. */
  sent(): number;
  /** Stops, and checks that each was taken once, in order, and answered once. Resolves with how many there were. */
  end(): Promise<number>;
}

/** Seats one at a node and has them talk. */
export async function startTalker(url: string, botId: string): Promise<Talker> {
  const seat = await takeSeat(url, botId);
  const sent: string[] = [];
  const say = async () => {
    const id = randomUUID();
    await untilTaken((signal) => post(seat, { text: "help" }, id, signal), 202);
    sent.push(id);
  };
  let isOver = false;
  const talking = (async () => {
    while (!isOver) await say();
  })();
  // Looked at in the end; until then it is nobody's unhandled rejection.
  talking.catch(() => {});
  return {
    sent: () => sent.length,
    async end() {
      isOver = true;
      await talking;
      await checkTold(seat, sent, say);
      return sent.length;
    },
  };
}

async function checkTold(seat: Seat, sent: string[], say: () => Promise<void>): Promise<void> {
  // The welcome, and an answer to each. What would come twice, comes before the answer to a last one.
  await readUntil(seat, countAnswers(1 + sent.length));
  await say();
  const messages = await readUntil(seat, countAnswers(1 + sent.length));
  const ids = messages.flatMap((one) => (one.from === "customer" ? [one.id] : []));
  assert.deepEqual(ids, sent);
  assert.deepEqual(messages.at(-2)?.from, "customer");
}

/** Whether a message is the bot's answer number `count` of those that it is given one after the other. */
export function countAnswers(count: number) {
  let answers = 0;
  return ({ from }: WireMessage) => {
    if (from === "bot") answers += 1;
    return answers === count;
  };
}
