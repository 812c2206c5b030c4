import type { pushWords } from "../en/words/push-words.ts";

/** The words by which a chat window offers news while it is closed: one that is missing is a type error. */
export type PushWords = Record<keyof typeof pushWords, string>;
