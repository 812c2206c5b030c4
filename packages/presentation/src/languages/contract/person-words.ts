import type { personWords } from "../en/words/person-words.ts";

/** The phrases of a chat window in which an agent answers; a missing one is a type error. */
export type PersonWords = Record<keyof typeof personWords, string>;
