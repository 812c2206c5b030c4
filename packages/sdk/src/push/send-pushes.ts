import { randomUUID } from "node:crypto";
import { signPush } from "@meetbot/protocol";
import {
  type Attempt,
  type AttemptDeps,
  aborted,
  attempt,
  maxRetryAfterMs,
  retryDelaysMs,
} from "./attempts.ts";
import { isMadeId, type PushMessage } from "./push-news.ts";
import type { PushResult } from "./push-result.ts";
import { readPushAnswers } from "./read-push-answer.ts";

/** The address that pushes go to, and the secret that signs them. */
export interface PushDoor extends AttemptDeps {
  address: string;
  pushSecret: string;
  /** Unix milliseconds. */
  now(): number;
}

/**
 * Sends pushes in one request, and retries those that may be retried, with the same ids and a new timestamp. Resolves
 * to a result for each, in order.
 */
export async function sendPushes(
  door: PushDoor,
  messages: readonly PushMessage[],
  signal?: AbortSignal,
): Promise<PushResult[]> {
  const results = new Map<PushMessage, PushResult>();
  let left = [...messages];
  for (const delayMs of [...retryDelaysMs, null]) {
    const answer = signal?.aborted ? aborted() : await post(door, left, signal);
    const told = toResults(answer, left.length);
    left.forEach((message, place) => {
      const result = told[place];
      if (result) results.set(message, isKnown(message, result) ? known(message) : result);
    });
    left = left.filter((message) => isToRetry(results.get(message)));
    const waitMs = Math.max(delayMs ?? 0, "status" in answer ? (answer.retryAfterMs ?? 0) : 0);
    if (left.length === 0 || delayMs === null || waitMs > maxRetryAfterMs) break;
    await door.sleep(waitMs, signal);
  }
  return messages.flatMap((message) => results.get(message) ?? []);
}

/** Signs a message to Meetbot with the current time. */
export function signNow(door: PushDoor, id: string, body: string): Record<string, string> {
  const timestampS = Math.floor(door.now() / 1000);
  return signPush({ body, secret: door.pushSecret, id, timestampS });
}

function post(
  door: PushDoor,
  messages: readonly PushMessage[],
  signal?: AbortSignal,
): Promise<Attempt> {
  const [first] = messages;
  const isBatch = messages.length > 1;
  const body = isBatch
    ? `{"pushes":[${messages.map((message) => message.body).join(",")}]}`
    : (first?.body ?? "");
  const id = isBatch ? `batch_${randomUUID()}` : (first?.id ?? "");
  const headers = {
    "content-type": "application/json; charset=utf-8",
    ...signNow(door, id, body),
  };
  return attempt(door, door.address, { method: "POST", headers, body }, signal);
}

function toResults(answer: Attempt, count: number): PushResult[] {
  return "status" in answer
    ? readPushAnswers(answer.status, answer.text, count)
    : Array<PushResult>(count).fill(answer);
}

/** The protocol's error number for an id that was used before with a different body. */
const otherBodyNumber = 10011;

/** Whether Meetbot already has this news with other wording or a later expiry, because a job ran twice. */
function isKnown({ id }: PushMessage, result: PushResult): boolean {
  return !result.ok && result.code === otherBodyNumber && isMadeId(id);
}

function known({ id }: PushMessage): PushResult {
  return { ok: true, id, recipients: 0, repeated: true };
}

function isToRetry(result: PushResult | undefined): boolean {
  return result?.ok === false && result.retry && result.code !== "aborted";
}
