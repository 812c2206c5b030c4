import { randomUUID } from "node:crypto";
import { maxPushBatchBytes, maxPushBatchLength } from "@meetbot/protocol";
import { checkBotId } from "../signature/sign-identity.ts";
import { checkSigningSecrets } from "../signature/signing-secret.ts";
import { checkPushUrl } from "../signature/webhook-url.ts";
import { attempt, sleep } from "./attempts.ts";
import {
  type OrderChanged,
  type OrderPlaced,
  type PackageChanged,
  type PushMessage,
  type PushNews,
  toPushMessage,
  toTestMessage,
} from "./push-news.ts";
import type { PushFailed, PushResult, PushStatus } from "./push-result.ts";
import { readPushStatus } from "./read-push-answer.ts";
import { type PushDoor, sendPushes, signNow } from "./send-pushes.ts";

export interface PushOptions {
  /** The URL of Meetbot, such as `https://chat.example.com`. */
  url: string | undefined;
  botId: string | undefined;
  /** The bot's push secret (`whsec_…`), which is neither its signing nor its identity secret. */
  pushSecret: string | undefined;
  /** Timeout for each attempt; 10 seconds by default. */
  timeoutMs?: number;
  fetch?: typeof fetch;
  /** Unix milliseconds. */
  now?: () => number;
  /** Waits between attempts. */
  sleep?: (ms: number, signal?: AbortSignal) => Promise<void>;
}

/** Ends a push that is being tried again. */
export interface CallOptions {
  signal?: AbortSignal;
}

/** Sends shop events to Meetbot. Its methods never reject. */
export interface PushClient {
  orderPlaced(news: OrderPlaced, options?: CallOptions): Promise<PushResult>;
  orderChanged(news: OrderChanged, options?: CallOptions): Promise<PushResult>;
  packageChanged(news: PackageChanged, options?: CallOptions): Promise<PushResult>;
  /** Proves secret and clock; notifies nobody. */
  test(options?: CallOptions): Promise<PushResult>;
  /** Any news, a result for each in their order; they travel a hundred at a time. */
  batch(news: readonly PushNews[], options?: CallOptions): Promise<PushResult[]>;
  /** Sends messages made by `toPushMessage`, such as those stored in an outbox. */
  send(messages: readonly PushMessage[], options?: CallOptions): Promise<PushResult[]>;
  /** Returns the status of a push. */
  status(id: string, options?: CallOptions): Promise<PushStatus | PushFailed>;
}

/**
 * Creates the client of one bot. Throws a `SigningSecretError`, a `WebhookUrlError` or an `IdentityError` at once if
 * the options cannot be right, for example if a variable is not set.
 */
export function createPush(options: PushOptions): PushClient {
  const [pushSecret] = checkSigningSecrets([options.pushSecret]);
  const url = checkPushUrl(options.url);
  const botId = checkBotId(options.botId);
  const door: PushDoor = {
    address: `${url.replace(/\/$/, "")}/push/${encodeURIComponent(botId)}`,
    pushSecret: pushSecret!,
    fetch: options.fetch ?? fetch,
    now: options.now ?? Date.now,
    sleep: options.sleep ?? sleep,
    timeoutMs: options.timeoutMs ?? 10_000,
  };

  async function send(messages: readonly PushMessage[], { signal }: CallOptions = {}) {
    const results: PushResult[] = [];
    for (const batch of toBatches(messages))
      results.push(...(await sendPushes(door, batch, signal)));
    return results;
  }
  async function sendOne(message: PushMessage, call?: CallOptions): Promise<PushResult> {
    const [result] = await send([message], call);
    if (result === undefined) throw new Error("A push has a result."); // sendPushes has one for each
    return result;
  }
  async function status(id: string, { signal }: CallOptions = {}) {
    const url = `${door.address}/${encodeURIComponent(id)}`;
    const answer = await attempt(door, url, { headers: signNow(door, id, "") }, signal);
    return "status" in answer ? readPushStatus(answer.status, answer.text) : answer;
  }
  return {
    orderPlaced: (news, call) => sendOne(toPushMessage({ method: "order.placed", ...news }), call),
    orderChanged: (news, call) =>
      sendOne(toPushMessage({ method: "order.changed", ...news }), call),
    packageChanged: (news, call) =>
      sendOne(toPushMessage({ method: "package.changed", ...news }), call),
    test: (call) => sendOne(toTestMessage(`test_${randomUUID()}`, randomUUID()), call),
    batch: (news, call) => send(news.map(toPushMessage), call),
    send,
    status,
  };
}

/** As many as one request may carry, by number and by size. */
function toBatches(messages: readonly PushMessage[]): PushMessage[][] {
  const batches: PushMessage[][] = [];
  let batch: PushMessage[] = [];
  let bytes = 0;
  for (const message of messages) {
    const more = Buffer.byteLength(message.body) + 1;
    if (batch.length === maxPushBatchLength || bytes + more > maxPushBatchBytes - 1024) batch = [];
    if (batch.length === 0) {
      batches.push(batch);
      bytes = 0;
    }
    batch.push(message);
    bytes += more;
  }
  return batches;
}
