import type { Recognition } from "../../model/conversation/recognition.ts";

/** What an utterance says that means something only together with what was said and shown before. */
export type Context = Pick<
  Recognition,
  "about" | "concern" | "ordinals" | "refersBack" | "narrowing"
>;

/** Reads it off the masked text: pure and total. */
export function readContext(_text: string): Context {
  return { about: [], concern: null, ordinals: [], refersBack: false, narrowing: null };
}
