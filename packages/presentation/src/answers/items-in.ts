import type { PackedElement } from "@meetbot/protocol";
import { type CustomerLocale, languages } from "../languages/customer-locale.ts";
import { readerOf } from "../status/reader-of.ts";
import { enumerate } from "../text/enumerate.ts";
import { tell } from "../text/tell.ts";

/** More things than this are no sentence: the card has them all. */
const maxItems = 6;

/** Returns the goods with their quantities for use in a sentence; empty if there are none. */
export function itemsIn(
  elements: readonly PackedElement[] | undefined,
  locale: CustomerLocale,
): string {
  const items = (elements ?? []).map(({ quantity, title }) => `${quantity} × ${title}`);
  const shown = items.slice(0, maxItems);
  const count = items.length - shown.length;
  if (count === 0) return enumerate(shown, locale);
  const { window, sentenceSpace } = languages[locale];
  const more = tell(readerOf(locale), "moreItems", { count });
  return shown.join(window.words.comma) + sentenceSpace + more;
}
