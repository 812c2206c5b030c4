import type { en } from "./en.ts";

/** All phrases of one language: one that is missing is a type error. */
export type Phrases = Record<keyof typeof en, string>;
