import { h } from "preact";
import { fillParts } from "../../phrases/fill.ts";

/** A phrase with a place for a date, and the date; both empty where there is none. */
export type Dated = [phrase: string, date: string];

/** When something was or will be, on a line of its own. */
export function When({ of: [phrase, date] }: { of: Dated }) {
  return date && <p class="quiet">{fillParts(phrase, { date: <bdi>{date}</bdi> })}</p>;
}
