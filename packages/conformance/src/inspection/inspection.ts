import { setTimeout as sleep } from "node:timers/promises";
import type { Post } from "@meetbot/network/exchange/exchange.ts";
import { exchangeOnce } from "@meetbot/network/exchange/exchange-once.ts";
import type { Exchange } from "@meetbot/network/exchange/exchange-record.ts";
import type { MerchantAgent } from "@meetbot/network/exchange/merchant-agent.ts";
import type { Outcome } from "@meetbot/network/exchange/outcome.ts";
import { createGate } from "./gate.ts";
import { mapAtMost } from "./map-at-most.ts";
import { maskSecret } from "./mask-secret.ts";
import { type RequestSpec, toPost } from "./recipe.ts";

/** The tested webhook, and what is known of its shop. */
export interface TestedWebhook {
  url: string;
  pageId: string;
  secret: string;
  account?: string | undefined;
  /** Another account, which has no orders in common with the first one. */
  otherAccount?: string | undefined;
  orderNumber?: string | undefined;
  packageNumber?: string | undefined;
}

/** One request of the run and its outcome. */
export interface Sent {
  recipe: RequestSpec;
  /** Rightly signed and rightly written, as Meetbot's own queries are. */
  isPlain: boolean;
  post: Post;
  outcome: Outcome;
  exchange: Exchange;
  /** Whether other requests were in flight at the same time, so this one may have taken longer than it does alone. */
  isAmongOthers?: boolean;
  /** The connection broke and nothing listened right afterwards: the process may have crashed. */
  stoppedAnswering?: true;
}

export interface InspectionOptions {
  agent: MerchantAgent;
  signal?: AbortSignal | undefined;
  now: () => number;
  deadlineMs: number;
  /** If most of the latest answers take longer than this, the run sends a few requests at a time. */
  slowMs?: number | undefined;
}

/** After this many consecutive exchanges to which nothing answers, the run considers the webhook gone. */
const MAX_GONE_IN_A_ROW = 3;

/** After this many timeouts the run stops: a webhook that keeps timing out would keep the run busy for minutes. */
const MAX_TIMEOUTS = 6;

/** All exchanges of a run with a webhook that needs three seconds for each, a few at a time. */
const MAX_RUN_MS = 300_000;

/** With slower answers, some hundred sequential exchanges take longer than anybody waits. */
const SLOW_MS = 250;

/** How many of the latest answers decide whether a webhook is slow. */
const LATEST = 8;

/** Maximum number of concurrent requests: a webhook must handle ten, and customers need some of those. */
const MAX_AT_ONCE = 4;

/** The longest `Retry-After` of a 429 that the run waits for. */
const MAX_WAIT_S = 10;

/** Thrown when the rest cannot be tested: the webhook stopped responding, or the run took too long. */
export class GivenUpError extends Error {
  override name = "GivenUpError";
  readonly code = "given_up";
  readonly because: "silent" | "run_too_long";

  constructor(because: GivenUpError["because"]) {
    super(`the run is given up: ${because}`);
    this.because = because;
  }
}

/** The connection to the webhook during one run, with a log of all exchanges. */
export interface Inspection {
  webhook: TestedWebhook;
  now: () => number;
  /** All exchanges so far. */
  log: readonly Sent[];
  /** Sends a request that something is wrong with. */
  probe(recipe: RequestSpec): Promise<Sent>;
  /** Sends a query as Meetbot would. */
  ask(recipe: RequestSpec): Promise<Sent>;
  /** Sends the very bytes of a request once more. */
  repeat(sent: Sent): Promise<Sent>;
  /** Sends several queries at once like {@link Inspection.ask}, and retries after a 429 that says when. */
  askAtOnce(recipes: readonly RequestSpec[]): Promise<Sent[]>;
  /** Sends one new request `count` times at once, with identical bytes. */
  copyAtOnce(recipe: RequestSpec, count: number): Promise<Sent[]>;
  /** Whether the webhook answers so slowly that the run may send several requests at once. */
  isSlow(): boolean;
  /** Does something for each item, one after another; with a slow webhook a few at a time. */
  each<Item, Result>(
    items: readonly Item[],
    work: (item: Item) => Promise<Result>,
  ): Promise<Result[]>;
  /** Finds something out once, however many cases want to know it. */
  once<Known>(name: string, find: () => Promise<Known>): Promise<Known>;
}

/**
 * Starts one run against a webhook. Its requests reject with a {@link GivenUpError} once the webhook stops responding
 * or the run has lasted five minutes. Requests that are made together go to a slow webhook a few at a time.
 */
export function startInspection(webhook: TestedWebhook, options: InspectionOptions): Inspection {
  const { now, slowMs = SLOW_MS } = options;
  const log: Sent[] = [];
  /** The result of each round of queries: queries sent at once count as one round. */
  const turns: Sent[] = [];
  const known = new Map<string, Promise<unknown>>();
  const startedAt = now();
  let givenUp: GivenUpError | null = null;
  let underWay = 0;

  const isSlow = () => medianMs(log.slice(-LATEST)) > slowMs;
  const atOnce = () => (isSlow() ? MAX_AT_ONCE : 1);
  const gate = createGate(atOnce);

  async function post(recipe: RequestSpec, made: Post, isPlain: boolean): Promise<Sent> {
    if (givenUp) throw givenUp;
    underWay += 1;
    const isAmongOthers = underWay > 1;
    try {
      const { outcome, exchange } = await exchangeOnce(made, options);
      const masked = maskExchange(exchange, webhook.secret);
      return { recipe, isPlain, isAmongOthers, post: made, outcome, exchange: masked };
    } finally {
      underWay -= 1;
    }
  }

  /** Retries if a kept-alive connection turned out to be closed, since servers may close idle ones at any time. */
  async function postKept(
    recipe: RequestSpec,
    made: (recipe: RequestSpec) => Post,
    isPlain: boolean,
  ): Promise<Sent> {
    const sent = await post(recipe, made(recipe), isPlain);
    return wasClosedIdle(sent) ? post(recipe, made(later(recipe)), isPlain) : sent;
  }

  const make = (recipe: RequestSpec) =>
    toPost(recipe, { ...webhook, nowS: Math.floor(now() / 1_000) });

  /**
   * Repeats a request whose failure says nothing about it: a kept-alive connection may have been closed at that moment,
   * and a 429 only requests a later retry.
   */
  async function postSurely(recipe: RequestSpec, isPlain: boolean): Promise<Sent> {
    const sent = await post(recipe, make(recipe), isPlain);
    const isBroken = wasClosedIdle(sent);
    const waitMs = isBroken ? 0 : waitAfter429Ms(sent);
    if (waitMs === null) return sent;
    await sleep(waitMs, undefined, options.signal && { signal: options.signal });
    const again = await post(recipe, make(later(recipe)), isPlain);
    return isBroken && isRefusedByPort(again) ? { ...again, stoppedAnswering: true } : again;
  }

  /** As {@link postSurely}, but 429 is followed as Meetbot follows it. */
  async function postAmongOthers(recipe: RequestSpec): Promise<Sent> {
    const sent = await postKept(recipe, make, true);
    const waitMs = "retry-after" in sent.exchange.responseHeaders ? waitAfter429Ms(sent) : null;
    if (waitMs === null || waitMs + sent.exchange.durationMs >= options.deadlineMs) return sent;
    await sleep(waitMs, undefined, options.signal && { signal: options.signal });
    return postKept(later(recipe), make, true);
  }

  function note(sent: Sent): Sent {
    noteAll([sent]);
    return sent;
  }

  function noteAll(sents: readonly Sent[]): void {
    log.push(...sents);
    turns.push(sents.find((one) => !isGone(one)) ?? sents[0]!);
    const isOver = now() - startedAt > MAX_RUN_MS;
    const gone = turns.slice(-MAX_GONE_IN_A_ROW).filter(isGone);
    const timeouts = turns.filter((one) => one.exchange.outcome === "timeout");
    if (gone.length === MAX_GONE_IN_A_ROW || timeouts.length >= MAX_TIMEOUTS) {
      givenUp ??= new GivenUpError("silent");
    } else if (isOver) givenUp ??= new GivenUpError("run_too_long");
    if (givenUp) throw givenUp;
  }

  const sendInTurn = (send: () => Promise<Sent>) => gate.pass(async () => note(await send()));

  return {
    webhook,
    now,
    log,
    isSlow,
    probe: (recipe) => sendInTurn(() => postSurely(recipe, false)),
    ask: (recipe) => sendInTurn(() => postSurely(recipe, true)),
    repeat: ({ recipe, post: made }) => sendInTurn(() => postKept(recipe, () => made, false)),
    each: (items, work) => mapAtMost(atOnce, items, work),
    askAtOnce: async (recipes) => {
      const sents = await Promise.all(recipes.map(postAmongOthers));
      noteAll(sents);
      return sents;
    },
    copyAtOnce: (recipe, count) =>
      gate.pass(async () => {
        const made = make(recipe);
        const copies = Array.from({ length: count }, () => postKept(recipe, () => made, false));
        const sents = await Promise.all(copies);
        noteAll(sents);
        return sents;
      }, count),
    once: <Known>(name: string, find: () => Promise<Known>) => {
      const found = known.get(name) ?? find();
      known.set(name, found);
      return found as Promise<Known>;
    },
  };
}

/** How long half of the exchanges took at most; 0 of none. */
function medianMs(sents: readonly Sent[]): number {
  const times = sents.map(({ exchange }) => exchange.durationMs).sort((one, other) => one - other);
  return times[Math.floor(times.length / 2)] ?? 0;
}

/** A second attempt is a second younger, or it would be a replay. */
function later(recipe: RequestSpec): RequestSpec {
  return { ...recipe, ageS: (recipe.ageS ?? 0) - 1 };
}

function wasClosedIdle({ outcome, exchange }: Sent): boolean {
  const isBroken = outcome.kind === "failed" && outcome.reason === "connection_failed";
  return isBroken && exchange.timings.connectMs === null;
}

/** Checks whether nothing answers. A broken connection does not count: it is quick and shows that a server is there. */
function isGone({ outcome }: Sent): boolean {
  if (outcome.kind === "received") return false;
  const isUnconnected = ["ECONNREFUSED", "UND_ERR_CONNECT_TIMEOUT"].includes(outcome.code ?? "");
  return outcome.reason === "timeout" || isUnconnected;
}

function isRefusedByPort({ outcome }: Sent): boolean {
  return outcome.kind === "failed" && outcome.code === "ECONNREFUSED";
}

function waitAfter429Ms({ exchange }: Sent): number | null {
  if (exchange.httpStatus !== 429) return null;
  const seconds = Number(exchange.responseHeaders["retry-after"] ?? 1);
  return seconds >= 0 && seconds <= MAX_WAIT_S ? seconds * 1_000 : null;
}

function maskExchange(exchange: Exchange, secret: string): Exchange {
  const headers = Object.entries(exchange.responseHeaders);
  // The meaning of a refused signature differs by rule, so each rule explains it itself.
  const isRefused = exchange.outcome === "signature_refused";
  return {
    ...exchange,
    ...(isRefused && { detail: `HTTP ${exchange.httpStatus}` }),
    responseBody: maskSecret(exchange.responseBody, secret),
    responseHeaders: Object.fromEntries(
      headers.map(([name, value]) => [name, maskSecret(value, secret)]),
    ),
  };
}
