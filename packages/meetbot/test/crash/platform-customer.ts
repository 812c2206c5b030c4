import { type EventEmitter, once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import type { Random } from "../fixtures/random.ts";
import { type Arrival, checkSent, SentFaultError } from "./check-sent.ts";
import type { Conversation, Customer, Said } from "./customer.ts";
import type { CrashOutcome } from "./outcomes.ts";

/** So many things are said before the first of them is answered. */
const maxUnanswered = 3;

/** What a customer does next, and what its answer must be. */
export interface Act {
  /** Resolves when the webhook has acknowledged it. */
  bring(): Promise<void>;
  answer: string[];
}

/** What all customers of platforms in an experiment are given. */
export interface PlatformCustomerOptions {
  random: Random;
  /** No two customers have the same; part of each order number. */
  name: string;
  /** By the platform's own count; no two customers have the same. */
  user: string;
  /** The bot's reply to a customer who begins. */
  welcome: string;
  /** Longest time between two things that are said. */
  restMs: number;
  /** Aborted when enough was said. */
  enough: AbortSignal;
  /** Resolves once no message is waiting to be sent. */
  drained(): Promise<void>;
  /** No part may come again sooner. */
  againAfterMs: number;
  /** Nothing may take longer: a part of which nobody knows waits, and those before it too. */
  patienceMs: number;
}

/** One platform, as its customers use it. */
export interface PlatformSide {
  channel: Conversation["channel"];
  /** Emits the user with each message that came to them. */
  happenings: EventEmitter;
  /** What is done as the nth thing, by an id of its own. */
  actOf(nth: number, id: string): Act;
  /** All that came, oldest first, and what its sender could know of each. */
  arrivals(said: Said[]): { arrival: Arrival; outcome: CrashOutcome }[];
}

/** Someone who writes to a platform and waits for what it brings. */
export function startPlatformCustomer(
  side: PlatformSide,
  options: PlatformCustomerOptions,
): Customer {
  const done = converse(side, options);
  // Looked at in the end; until then it is nobody's unhandled rejection.
  done.catch(() => {});
  return {
    async end() {
      const talk = await done;
      await options.drained();
      return { channel: side.channel, ...talk, ...lookAt(talk.said, side, options) };
    },
  };
}

async function converse(side: PlatformSide, options: PlatformCustomerOptions) {
  const { user, random, name, restMs, enough, patienceMs } = options;
  const said: Said[] = [];
  const waits: Conversation["waits"] = [];

  const untilAnswered = async (nth: number) => {
    const signal = AbortSignal.timeout(patienceMs);
    const count = said.slice(0, nth + 1).reduce((sum, { answer }) => sum + answer.length, 0);
    while (partsOf(side.arrivals(said)) < count) {
      await once(side.happenings, user, { signal }).catch(() => {
        const { id } = said[nth]!;
        throw new SentFaultError("lost", `nothing answers ${id} within ${patienceMs} ms`);
      });
    }
  };
  const answers: Promise<unknown>[] = [];
  do {
    const id = `m_${name}-${said.length}`;
    const { bring, answer } = side.actOf(said.length, id);
    const nth = said.push({ id, answer }) - 1;
    const from = Date.now();
    answers[nth] = Promise.all([
      bring(),
      untilAnswered(nth).then(() => {
        waits[nth] = { from, to: Date.now() };
      }),
    ]);
    answers[nth].catch(() => {});
    await answers[nth - maxUnanswered];
    await delay(random.below(restMs));
  } while (!enough.aborted);
  await Promise.all(answers);
  return { said, waits };
}

function partsOf(arrivals: { arrival: Arrival }[]): number {
  return new Set(arrivals.map(({ arrival }) => arrival.metadata)).size;
}

/** What came to this customer, judged by what its senders could know. */
function lookAt(said: Said[], side: PlatformSide, { againAfterMs }: PlatformCustomerOptions) {
  const all = side.arrivals(said);
  const arrivals = all.map(({ arrival }) => arrival);
  const repeatedParts = checkSent(arrivals, said, { againAfterMs });
  const count = (outcome: CrashOutcome) => all.filter((one) => one.outcome === outcome).length;
  return {
    uncertain: arrivals.flatMap(({ isKnown, atMs }, nth) =>
      isKnown ? [] : [{ from: atMs, to: arrivals[nth + 1]?.atMs ?? atMs }],
    ),
    counts: {
      sentParts: all.length,
      cutCalls: count("cut"),
      lostAnswers: count("lost"),
      perhapsUnrecorded: count("unrecorded"),
      repeatedParts,
    },
  };
}
