import assert from "node:assert/strict";
import { test } from "node:test";
import { createPhraseMatcher, type PhraseList } from "./phrase-matcher.ts";
import { compilePhrases, type Gaps, type Letters } from "./phrase-syntax.ts";

const gaps: Gaps = { Latin: "\\b[^\\n]{0,36}?\\b", Han: "[^\\n]{0,8}?" };

/** What one expression of all phrases finds: the first place, and there the first phrase that matches. */
function searchAtOnce(phrases: readonly string[], letters: Letters, text: string) {
  const match = compilePhrases(phrases, letters, gaps).exec(text);
  return match && { index: match.index, end: match.index + match[0].length };
}

const cases: { letters: Letters; phrases: string[]; texts: string[] }[] = [
  {
    letters: "Latin",
    phrases: ["orders?|purchase", "(my|the) (last |next )?order(?!ly)", "where … (it|them)$"],
    texts: [
      "orders",
      "order",
      "reorder this",
      "my last order",
      "the orderly one",
      "where on earth is it",
      "where is it now",
      "where\nis it",
      "somewhere it",
      "don't order",
      "o'order",
      "my order, my orders",
    ],
  },
  {
    letters: "Latin",
    phrases: ["deliver*|ship(ped)?", "^(still |yet )*here$", "[sz]ip code|<id>", "a{2,3}b+c"],
    texts: [
      "deliveries",
      "undelivered",
      "not\nstill yet here\nnow",
      "zip code of <id>",
      "aaabbc",
      "ship",
    ],
  },
  {
    letters: "Han",
    phrases: ["(快递|包裹)(?!员)…(到|来)了?", "[订定]单", "^ ?(那|请问){0,4}物流(呢|吗)?$"],
    texts: [
      "快递员来了",
      "我的快递怎么还没到了",
      "定单",
      "请问物流呢",
      "那物流怎么样",
      "包裹 abc 到",
    ],
  },
];

for (const { letters, phrases, texts } of cases) {
  test(`finds what one expression of all phrases finds: ${phrases[0]}`, () => {
    const lists: PhraseList<string>[] = [{ meaning: "all", letters, phrases }];
    const match = createPhraseMatcher<{ found: string }>({ found: lists }, gaps);
    for (const text of texts) {
      const [found] = match(text).found;
      const place = found ? { index: found.index, end: found.end } : null;
      assert.deepEqual(place, searchAtOnce(phrases, letters, text), text);
    }
  });
}

test("a list of Chinese phrases is for texts with Chinese in them", () => {
  const lists: PhraseList<string>[] = [
    { meaning: "carrier", letters: "Han", phrases: ["sf|顺丰"] },
  ];
  const match = createPhraseMatcher<{ found: string }>({ found: lists }, gaps);
  assert.equal(match("by sf").found.length, 0);
  assert.equal(match("用sf发").found.length, 1);
});

test("a hint is found by a word of it, in texts of any letters", () => {
  const hint = { letters: null, isHint: true, phrases: ["number [0-9]+|第[一二]"] };
  const match = createPhraseMatcher<{ places: number }>(
    { places: [{ ...hint, meaning: 1 }] },
    gaps,
  );
  assert.equal(match("第二").places.length, 1);
  assert.equal(match("the second").places.length, 0);
});

test("a phrase without any word that must stand in a text is refused", () => {
  const lists: PhraseList<string>[] = [{ meaning: "any", letters: "Latin", phrases: ["[a-z]+"] }];
  assert.throws(() => createPhraseMatcher({ found: lists }, gaps), /no word that must stand/);
});

test("a text that holds a phrase very often is read once", () => {
  const lists: PhraseList<string>[] = [
    { meaning: "it", letters: "Latin", phrases: ["where … is", "is (it ){0,3}here"] },
  ];
  const match = createPhraseMatcher<{ found: string }>({ found: lists }, gaps);
  assert.equal(match("where it ".repeat(10_000)).found.length, 0);
});
