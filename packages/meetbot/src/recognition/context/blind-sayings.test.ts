import assert from "node:assert/strict";
import { test } from "node:test";
import { recognize } from "../recognize.ts";
import { blindSayings } from "./blind-sayings.fixture.ts";

const minRecall = 0.9;
const maxFalse = 0.05;

/** All that an utterance was understood to say, in the words of the fixture. */
function sayingsOf(utterance: string, locale: "en" | "zh"): string[] {
  const read = recognize(utterance, { fallbackLocale: locale });
  const { placed = {}, ...narrowed } = read.narrowing ?? {};
  const narrowing = Object.entries(narrowed);
  const spans = Object.entries(placed).flatMap(([bound, point]) =>
    Object.entries(point).map(([unit, value]) => `placed:${bound}.${unit}=${value}`),
  );
  return [
    ...read.about,
    ...(read.concern ? [read.concern] : []),
    ...read.ordinals.map((place) => `#${place}`),
    ...spans,
    ...narrowing.map(([key, value]) => (value === true ? key : `${key}=${value}`)),
  ];
}

const isOptional = (label: string) => label.startsWith("(");

for (const locale of ["en", "zh"] as const) {
  test(`what nobody wrote a pattern for is understood: ${locale}`, () => {
    const missed: string[] = [];
    const wrong: string[] = [];
    let wanted = 0;
    let found = 0;
    for (const [utterance, expected] of Object.entries(blindSayings[locale])) {
      const labels = expected.split(" ").filter((label) => label !== "");
      const due = labels.filter((label) => !isOptional(label));
      const allowed = labels.map((label) => label.replace(/[()]/g, ""));
      const read = sayingsOf(utterance, locale);
      wanted += due.length;
      found += read.length;
      missed.push(
        ...due.filter((label) => !read.includes(label)).map((it) => `${utterance}: ${it}`),
      );
      wrong.push(...read.filter((it) => !allowed.includes(it)).map((it) => `${utterance}: ${it}`));
    }
    const recall = 1 - missed.length / wanted;
    assert(recall >= minRecall, `recall ${recall.toFixed(3)}; missed:\n${missed.join("\n")}`);
    const share = wrong.length / found;
    assert(share <= maxFalse, `false ${share.toFixed(3)}; wrong:\n${wrong.join("\n")}`);
  });
}
