import { carriers } from "./carriers.ts";
import { findPost, looksLikePost } from "./post.ts";

/**
 * What a number's form shows: `certain` if no shop numbers its orders like this; `likely` if it is a package's unless a
 * word names an order; `possible` if only a word can make it a package's; `broken` for a carrier's form with a wrong
 * check digit; or `none`.
 */
export interface CarrierFinding {
  form: "certain" | "likely" | "possible" | "broken" | "none";
  /** `null` when the carrier is unknown, or may be one of several. */
  carrier: string | null;
}

const forms = carriers.flatMap(({ name, forms = [] }) => forms.map((form) => ({ name, ...form })));

/** With a wrong check digit this is still no order's number: a slip. */
const likeUps = /^1Z[0-9A-Z]{16}$/;

/** A carrier's name and its number in one word: `UPS11012`. */
const named = /^(UPS|USPS|DHL|FEDEX|TNT|EMS)\d{3,30}$/;
const nameOf = (word = ""): string => (word === "FEDEX" ? "FedEx" : word);

/** Returns what a number's format shows about its carrier. Case-insensitive. */
export function findCarrier(number: string): CarrierFinding {
  const value = number.toUpperCase();
  const post = findPost(value);
  const certain = post ?? nameOf(named.exec(value)?.[1]);
  if (certain) return { form: "certain", carrier: certain };
  const alike = forms.filter(({ shape }) => shape.test(value));
  const right = alike.filter(({ check }) => check?.(value) ?? true);
  const sure = right.find(({ needsWord, isLikely }) => !needsWord && !isLikely);
  if (sure) return { form: "certain", carrier: sure.name };
  const likely = right.find(({ isLikely }) => isLikely);
  if (likely) return { form: "likely", carrier: likely.name };
  if (looksLikePost(value) || likeUps.test(value)) return { form: "broken", carrier: null };
  const names = new Set(right.map(({ name }) => name));
  const [only] = names;
  return right.length === 0
    ? { form: "none", carrier: null }
    : { form: "possible", carrier: names.size === 1 ? (only ?? null) : null };
}

const words = new RegExp(
  carriers
    .filter(({ words }) => words.length > 0)
    .map(({ words }) => `(?<![a-z])(${words.join("|")})`)
    .join("|"),
);
const namesOfWords = carriers.filter(({ words }) => words.length > 0).map(({ name }) => name);

/** Returns the carrier that a word such as "顺丰单号" names, or null. */
export function carrierOfWord(word: string): string | null {
  const [, ...groups] = words.exec(word) ?? [];
  return namesOfWords[groups.findIndex((group) => group !== undefined)] ?? null;
}
