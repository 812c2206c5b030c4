import type { MistakeId } from "./ids/mistake-ids.ts";

/** The two headers that carry signatures; each has its own key, text and format. */
export type SigningHeader = "x-hub-signature" | "webhook-signature";

/** One way to build a part of a signature, with its mistakes; the correct way has none. */
export interface Candidate<Value> {
  value: Value;
  mistakes: readonly MistakeId[];
}

/** A part of a signature as it should be. */
export function right<Value>(value: Value): Candidate<Value> {
  return { value, mistakes: [] };
}

/** Returns a part of a signature that results from these mistakes. */
export function wrong<Value>(value: Value, ...mistakes: MistakeId[]): Candidate<Value> {
  return { value, mistakes };
}
