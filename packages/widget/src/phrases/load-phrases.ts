import type { Locale } from "../chat/chat.ts";
import type { en } from "./en.ts";

/** All phrases of one language: one that is missing is a type error. */
export type Phrases = Record<keyof typeof en, string>;

/** Loads the words of one language; the others stay on the server. */
export async function loadPhrases(locale: Locale): Promise<Phrases> {
  return locale === "zh" ? (await import("./zh.ts")).zh : (await import("./en.ts")).en;
}
