import type { personWords } from "../en/words/person-words.ts";

/** The words of a chat window where a person answers: one that is missing is a type error. */
export type PersonWords = Record<keyof typeof personWords, string>;
