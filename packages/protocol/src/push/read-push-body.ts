import { readFields } from "../fields/read-fields.ts";
import { guardPush, readJson, refuseLarge } from "./guard-push.ts";
import { parsePush } from "./parse-push.ts";
import type { Push } from "./push.ts";
import { PushError } from "./push-error.ts";
import { maxPushBatchBytes, maxPushBatchLength, maxPushBytes } from "./push-limits.ts";

/**
 * One push of a body, or the reason why it is invalid. `text` is its JSON without white space between tokens: identical
 * for the same push, whether it arrived alone or in a batch.
 */
export type PushItem = { push: Push; text: string } | { error: PushError; id?: string };

/** The contents of one request. Each item of a batch is parsed separately. */
export type PushBody = { isBatch: boolean; items: PushItem[] };

/**
 * Reads the body of a push request: one push, or `{"pushes":[…]}`. Throws a `PushError` if the whole body is neither;
 * an invalid push, alone or in a batch, becomes an item with its error.
 */
export function readPushBody(body: string, nowMs = Date.now()): PushBody {
  const json = readJson(body, maxPushBatchBytes);
  const { pushes } = guardPush(() => readFields(json, "")).values;
  if (pushes === undefined) {
    refuseLarge(body, maxPushBytes, "");
    return { isBatch: false, items: [readItem(json, nowMs)] };
  }
  if (!Array.isArray(pushes) || pushes.length === 0 || pushes.length > maxPushBatchLength) {
    throw new PushError(
      "bad_params",
      "/pushes",
      `Expected 1 to ${maxPushBatchLength} pushes at /pushes. Send the others in a request of their own.`,
    );
  }
  return { isBatch: true, items: pushes.map((push) => readItem(push, nowMs)) };
}

function readItem(value: unknown, nowMs: number): PushItem {
  try {
    const text = JSON.stringify(value);
    refuseLarge(text, maxPushBytes, "");
    return { push: parsePush(value, nowMs), text };
  } catch (error) {
    if (!(error instanceof PushError)) throw error;
    const id = idOf(value);
    return { error, ...(id !== undefined && { id }) };
  }
}

/** Returns the id of an invalid push, so that the sender can match the answer to it. */
function idOf(value: unknown): string | undefined {
  const request = (value as { request?: { id?: unknown } } | null)?.request;
  const id = request?.id;
  return typeof id === "string" && id !== "" && id.length <= 64 ? id : undefined;
}
