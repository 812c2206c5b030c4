import assert from "node:assert/strict";
import { test } from "node:test";
import { createRandom } from "../../training/random.ts";
import { flagshipVariations, type Varied } from "./flagship-variations.fixture.ts";
import { isOrder } from "./is-order.ts";
import { recognize } from "./recognize.ts";

/** All ten thousand take half a minute: `MEETBOT_TEST_FLAGSHIP=1`. */
const isWhole = process.env.MEETBOT_TEST_FLAGSHIP === "1";
const sampled = 250;
const seed = 17;

/** Of each thousand so many may be decided otherwise. */
const maxTurned = 8;

const decide = (text: string, language: Varied["language"]) => {
  const { intent, decision, topic } = recognize(text, { fallbackLocale: language });
  return `${isOrder(intent) ? "order" : intent} ${decision} ${topic?.id ?? ""}`;
};

function draw(): readonly Varied[] {
  if (isWhole) return flagshipVariations;
  const random = createRandom(seed);
  const any = () => flagshipVariations[Math.floor(random() * flagshipVariations.length)];
  return Array.from({ length: sampled }, any).filter((one) => one !== undefined);
}

test("a small word, a sign, a face or a slip does not turn what customers ask most", () => {
  const drawn = draw();
  const turned = drawn.filter(
    ({ plain, varied, language }) => decide(varied, language) !== decide(plain, language),
  );
  const told = turned.map(({ language, name, varied }) => `${language} ${name}: ${varied}`);
  assert.ok(turned.length <= (maxTurned * drawn.length) / 1000, told.join("\n"));
});
