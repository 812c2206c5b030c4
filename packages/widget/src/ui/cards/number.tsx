import { fill, fillParts } from "@meetbot/presentation";
import { Fragment, h } from "preact";
import type { ChatWords } from "../parts/words.ts";

/** The placeholder for the hidden part of a number. */
const hidden = "····";

/** Whether a number is partly or fully masked, so that its details are hidden too. */
export const isHidden = (value: string = hidden): boolean => value.startsWith(hidden);

type Named = "order" | "package";

/** Renders "Order 123", as far as the number is known. */
export function Name(props: { of: Named; number: string | undefined }, { phrases }: ChatWords) {
  const number = props.number && <NumberText value={props.number} />;
  return fillParts(phrases[props.of], { number });
}

/** Returns the name with its number as spoken text. */
export function sayName(of: Named, number = "", words: ChatWords): string {
  return fill(words.phrases[of], { number: sayNumber(number, words) }).trim();
}

/** Renders a number, or the visible part of a masked one, with words for customers who cannot see the dots. */
export function NumberText({ value }: { value: string }, words: ChatWords) {
  if (!isHidden(value)) return <bdi>{value}</bdi>;
  return (
    <>
      <bdi aria-hidden="true">{value}</bdi>
      <span class="unseen">{sayNumber(value, words)}</span>
    </>
  );
}

function sayNumber(value: string, { phrases }: ChatWords): string {
  if (!isHidden(value)) return value;
  const digits = value.slice(hidden.length);
  return digits ? fill(phrases.numberEnding, { digits }) : phrases.numberHidden;
}
