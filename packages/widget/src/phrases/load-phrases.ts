import type { Locale } from "../chat/chat.ts";
import type { Phrases } from "./phrases.ts";

/** Loads the words of one language; the others stay on the server. */
export async function loadPhrases(locale: Locale): Promise<Phrases> {
  return locale === "zh" ? (await import("./zh.ts")).zh : (await import("./en.ts")).en;
}
