import { Fragment, h } from "preact";
import { fill, fillParts } from "../phrases/fill.ts";
import type { Words } from "./words.ts";

/** What stands for the hidden part of a number. */
const hidden = "····";

const names = { order: ["order", "anOrder"], package: ["package", "aPackage"] } as const;

type Named = keyof typeof names;

/** "Order 123", as far as the number is known. */
export function Name(props: { of: Named; number: string | undefined }, { phrases }: Words) {
  const [named, nameless] = names[props.of];
  if (!props.number) return phrases[nameless];
  return fillParts(phrases[named], { number: <NumberText value={props.number} /> });
}

/** The same as it is spoken. */
export function sayName(of: Named, number: string | undefined, words: Words): string {
  const [named, nameless] = names[of];
  if (!number) return words.phrases[nameless];
  return fill(words.phrases[named], { number: sayNumber(number, words) });
}

/** A number, or what is seen of a masked one; said in words to who cannot see the dots. */
export function NumberText({ value }: { value: string }, words: Words) {
  if (!value.startsWith(hidden)) return <bdi>{value}</bdi>;
  return (
    <>
      <bdi aria-hidden="true">{value}</bdi>
      <span class="unseen">{sayNumber(value, words)}</span>
    </>
  );
}

function sayNumber(value: string, { phrases }: Words): string {
  if (!value.startsWith(hidden)) return value;
  const digits = value.slice(hidden.length);
  return digits ? fill(phrases.numberEnding, { digits }) : phrases.numberHidden;
}
