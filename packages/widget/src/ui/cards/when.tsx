import { type Dated, fillParts } from "@meetbot/presentation";
import { h } from "preact";

/** Renders a past or future date on a line of its own. */
export function When({ of: [phrase, date] }: { of: Dated }) {
  return date && <p class="quiet">{fillParts(phrase, { date: <bdi>{date}</bdi> })}</p>;
}
