import type { Said } from "../inspection/finding.ts";
import { excerpt, seen } from "../inspection/seen.ts";
import { hasBrokenCharacters } from "./broken-characters.ts";
import { isPlainLink, isPlainText, textsOf } from "./raw-items.ts";

/** A flaw in content that is still readable. */
export interface Flaw {
  pointer: string;
  detail: Said;
}

/** The first link that a customer cannot follow safely. */
export function badLink(links: readonly [pointer: string, value: unknown][]): Flaw | null {
  const bad = links.find(([, value]) => value != null && value !== "" && !isPlainLink(value));
  if (!bad) return null;
  const value = excerpt(String(bad[1]));
  return flaw(bad[0], `It is ${JSON.stringify(value)}.`, `它是 ${JSON.stringify(value)}。`);
}

/** The first text that holds markup. */
export function markedText(texts: readonly [pointer: string, value: unknown][]): Flaw | null {
  const found = texts.find(([, value]) => typeof value === "string" && !isPlainText(value));
  if (!found) return null;
  const text = JSON.stringify(excerpt(String(found[1])));
  return flaw(found[0], `It is ${text}.`, `它是 ${text}。`);
}

/** The first text in which a character is broken. */
export function brokenText(item: Readonly<Record<string, unknown>>, pointer: string): Flaw | null {
  const found = textsOf(item, pointer).find(([, text]) => hasBrokenCharacters(text));
  if (!found) return null;
  const text = JSON.stringify(excerpt(found[1]));
  return flaw(found[0], `It is ${text}.`, `它是 ${text}。`);
}

/** Returns a flaw at a place in the answer (a JSON Pointer), described in both operator languages. */
export function flaw(pointer: string, en: string, zh: string): Flaw {
  return { pointer, detail: seen.text(en, zh) };
}

/** Checks items in order and returns the first flaw, or `null` if there is none. */
export function firstFlaw<Item>(
  items: readonly Item[],
  find: (item: Item, index: number) => Flaw | null,
): Flaw | null {
  for (const [index, item] of items.entries()) {
    const found = find(item, index);
    if (found) return found;
  }
  return null;
}
