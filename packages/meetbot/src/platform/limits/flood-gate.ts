import { createRate, type Rate } from "./rate.ts";
import type { FloodLimit } from "./turned-away.ts";

/** One unit is a message of up to so many bytes: a long one counts as several, for it is stored. */
const bytesOfUnit = 1024;

/** Nobody types faster for long; 120 at once come from an impatient child, or are all messages written offline. */
const ofConversation = { atOnce: 120, eachMs: 1_000 };

/**
 * A /24 or /48 may be a carrier's, with thousands of people behind it: 300 who chat at the same moment send four
 * messages a minute each. The full limit is a hundredth of what a node answers, and fills 100 GB in weeks.
 */
const ofNetwork = { atOnce: 2_400, eachMs: 50 };

/** Somebody opens a conversation or two a day. A thousand an hour is a carrier on the day of a sale. */
const opened = { atOnce: 1_000, eachMs: 3_600 };

/**
 * With a proof of work for each, a network opens as many more: customers who share an address with a flood still get
 * in, and the flood has to work for what it takes away.
 */
const openedByWork = opened;

/**
 * A page is the 50 messages that a stream reads, decrypts and sends when it begins. A reopened chat sends one page, and
 * one that continues after a cut usually none, so a network may open all its streams at once.
 */
const ofPages = { atOnce: 1_500, eachMs: 200 };
const messagesOfPage = 50;

/** How much one node accepts from all networks together before it is under pressure. */
const allMessages = { atOnce: 30_000, eachMs: 4 };
const allOpened = { atOnce: 20_000, eachMs: 180 };

/** Under pressure, each request counts this many times: honest networks mostly need a hundredth of their share. */
const timesUnderPressure = 10;

export interface Flooded {
  limit: FloodLimit;
  /** After how many seconds the limit has room again. */
  retryAfterS: number;
}

/**
 * Refuses floods: requests of one network or conversation beyond what people send. Returns `null` to let a request
 * pass. A network of `null` is this machine and never refused. Each node counts separately.
 */
export interface FloodGate {
  /** Called before any lookup when somebody writes, opens a conversation or begins to follow one. */
  request(network: string | null, bytes: number): Flooded | null;
  /** Called before a conversation is opened. */
  opening(network: string | null): Flooded | null;
  /**
   * Like `opening`, for a request with a proof of work, required because the network had opened too many conversations.
   */
  openingByWork(network: string | null): Flooded | null;
  /** Something is done in a conversation. */
  message(network: string | null, conversationId: string, bytes: number): Flooded | null;
  /** Called before this many earlier messages are sent. */
  reading(network: string | null, messages: number): Flooded | null;
}

export function createFloodGate(now: () => number = Date.now): FloodGate {
  const conversations = createRate(ofConversation);
  const networks = { one: createRate(ofNetwork), all: createRate(allMessages) };
  const allOpenings = createRate(allOpened);
  const pages = createRate(ofPages);
  const openings = { one: createRate(opened), all: allOpenings };
  const openingsByWork = { one: createRate(openedByWork), all: allOpenings };

  /** A refused caller puts nobody else under pressure. */
  function take({ one, all }: { one: Rate; all: Rate }, key: string, amount: number): number {
    const nowMs = now();
    const waitMs = one.take(key, amount, nowMs);
    if (waitMs > 0 || all.take("", amount, nowMs) === 0) return waitMs;
    return one.take(key, amount * (timesUnderPressure - 1), nowMs);
  }

  const openingIn = (rates: typeof openings) => (network: string | null) =>
    network === null ? null : flooded("network_conversations", take(rates, network, 1));

  return {
    request: (network, bytes) =>
      network === null
        ? null
        : flooded("network_messages", take(networks, network, unitsOf(bytes))),
    opening: openingIn(openings),
    openingByWork: openingIn(openingsByWork),
    message: (network, conversationId, bytes) =>
      network === null
        ? null
        : flooded(
            "conversation_messages",
            conversations.take(conversationId, unitsOf(bytes), now()),
          ),
    reading: (network, messages) =>
      network === null
        ? null
        : flooded(
            "network_pages",
            pages.take(
              network,
              Math.min(ofPages.atOnce, Math.ceil(messages / messagesOfPage)),
              now(),
            ),
          ),
  };
}

const unitsOf = (bytes: number) => Math.max(1, Math.ceil(bytes / bytesOfUnit));

const flooded = (limit: FloodLimit, waitMs: number): Flooded | null =>
  waitMs === 0 ? null : { limit, retryAfterS: Math.ceil(waitMs / 1000) };
