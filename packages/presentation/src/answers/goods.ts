import type { CustomerLocale } from "../customer-locale.ts";
import { say } from "../say.ts";

/** Longer titles are cut: a sentence names goods, and the card has them in full. */
const longestTitle = 40;

/** What an order is called by whoever ordered it: its first thing, and how many kinds more there are. */
export function goodsName(titles: readonly string[], locale: CustomerLocale): string {
  const [first = "", ...others] = titles;
  const name = clip(first, longestTitle);
  if (others.length === 0 || name === "") return name;
  return say(locale, "goodsMore", { first: name, count: countIn(locale, others.length) });
}

/** Chinese counts all kinds (“等 3 种”), others those after the first (“and 2 more”). */
const countIn = (locale: CustomerLocale, others: number) =>
  locale.startsWith("zh") ? others + 1 : others;

/** A text of so many characters at most, cut between two words where there are words. */
export function clip(text: string, length: number): string {
  const characters = [...text.trim()];
  if (characters.length <= length) return characters.join("");
  const cut = characters.slice(0, length - 1).join("");
  const end = cut.lastIndexOf(" ");
  return `${(end > length / 2 ? cut.slice(0, end) : cut).trimEnd()}…`;
}
