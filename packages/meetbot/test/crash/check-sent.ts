import { isDeepStrictEqual } from "node:util";
import type { SentMessage } from "../../src/graph-simulator/state.ts";
import type { Said } from "./customer.ts";

/** A message as it came to a customer of Messenger. */
export interface Arrival {
  /** Which part of which outbound message it is: `conversation.number.part`. */
  metadata: string;
  content: string;
  atMs: number;
  /** Whether its sender can know that it arrived. */
  isKnown: boolean;
}

/** What was wrong with a customer's messages. */
export type SentFault = "doubled" | "hurried" | "lost" | "reordered" | "wrong customer";

export class SentFaultError extends Error {
  override name = "SentFaultError";
  readonly code: SentFault;

  constructor(code: SentFault, message: string) {
    super(`${code}: ${message}`);
    this.code = code;
  }
}

/**
 * All messages that came to one customer: each reply once and in order, and a part twice only where
 * its sender could not know better, never after what follows it, and not while the call before may
 * still be alive. Returns how many came again.
 */
export function checkSent(
  arrivals: Arrival[],
  said: Said[],
  { againAfterMs }: { againAfterMs: number },
): number {
  const parts: Arrival[] = [];
  let previous: Arrival | undefined;
  for (const arrival of arrivals) {
    if (arrival.metadata === previous?.metadata) checkRepetition(previous, arrival, againAfterMs);
    else {
      checkPlace(parts.at(-1), arrival);
      parts.push(arrival);
    }
    previous = arrival;
  }
  checkContents(
    parts.map(({ content }) => content),
    said.flatMap(({ answer }) => answer),
  );
  return arrivals.length - parts.length;
}

/** Checks that no two customers get parts of one conversation, and that no customer gets parts of two. */
export function checkAddresses(sent: readonly Pick<SentMessage, "user" | "message">[]): void {
  const conversations = new Map<string, string>();
  const users = new Map<string, string>();
  for (const { user, message } of sent) {
    const metadata = String(message.metadata);
    const { conversation } = placeOf(metadata);
    const owner = users.get(conversation) ?? user;
    const own = conversations.get(user) ?? conversation;
    if (owner !== user || own !== conversation) {
      throw new SentFaultError("wrong customer", `${metadata} went to ${user}`);
    }
    users.set(conversation, user);
    conversations.set(user, conversation);
  }
}

function checkRepetition(before: Arrival, again: Arrival, againAfterMs: number): void {
  const { metadata, content } = again;
  const afterMs = again.atMs - before.atMs;
  if (before.isKnown) {
    throw new SentFaultError("doubled", `${metadata} again after ${afterMs} ms, though answered`);
  }
  if (afterMs < againAfterMs) {
    throw new SentFaultError("hurried", `${metadata} again after ${afterMs} ms already`);
  }
  if (content !== before.content) {
    throw new SentFaultError("wrong customer", `${metadata} was ${before.content}, is ${content}`);
  }
}

function checkPlace(before: Arrival | undefined, arrival: Arrival): void {
  if (!before) return;
  const [last, next] = [placeOf(before.metadata), placeOf(arrival.metadata)];
  if (next.seq > last.seq || (next.seq === last.seq && next.part > last.part)) return;
  throw new SentFaultError("reordered", `${arrival.metadata} after ${before.metadata}`);
}

function checkContents(told: string[], expected: string[]): void {
  if (isDeepStrictEqual(told, expected)) return;
  const [tooMuch, missing] = [without(told, expected), without(expected, told)];
  const foreign = tooMuch.find((content) => !expected.includes(content));
  if (foreign !== undefined) throw new SentFaultError("wrong customer", foreign);
  if (tooMuch.length > 0) throw new SentFaultError("doubled", tooMuch.join(", "));
  if (missing.length > 0) throw new SentFaultError("lost", missing.join(", "));
  const nth = told.findIndex((content, index) => content !== expected[index]);
  throw new SentFaultError("reordered", `${told[nth]} stands where ${expected[nth]} belongs`);
}

/** Returns the rest of a list after removing each item of the other list once. */
function without(list: string[], other: string[]): string[] {
  const taken = [...other];
  return list.filter((one) => {
    const index = taken.indexOf(one);
    if (index >= 0) taken.splice(index, 1);
    return index < 0;
  });
}

/** The product's own reading of `metadata` is not asked: it is what is looked at. */
function placeOf(metadata: string): { conversation: string; seq: number; part: number } {
  const [, conversation, seq, part] = /^(.+)\.(\d+)\.(\d+)$/.exec(metadata) ?? [];
  if (!conversation) throw new SentFaultError("wrong customer", `${metadata} is no part's name`);
  return { conversation, seq: Number(seq), part: Number(part) };
}
