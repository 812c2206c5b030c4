import assert from "node:assert/strict";
import { test } from "node:test";
import { answerLimits } from "@meetbot/model/answers/answer-limits.ts";
import { readBook } from "./read-book.ts";

const answer = (text: string, more: object = {}) => ({
  answers: { returns: { texts: { en: { text } }, ...more } },
});
const link = (url: string) =>
  answer("Here.", {
    texts: { en: { text: "Here.", buttons: [{ kind: "link", title: "Page", url }] } },
  });
const topic = (more: object = {}) => ({
  own_topics: [
    { id: "own_gifts", name: "Gift cards", examples: ["do you have gift cards"], ...more },
  ],
});
const taught = (...examples: [text: string, meaning: string][]) => ({
  taught: examples.map(([text, meaning]) => ({ text, meaning })),
});

/** Refused values, each with the pointer to the fault and a part of the error message. */
const refused: Record<string, [given: unknown, pointer: string, says: RegExp]> = {
  "an empty text": [answer("  "), "/answers/returns/texts/en/text", /is empty/],
  "a text that is too long": [answer("x".repeat(1001)), "/answers/returns/texts/en/text", /1000/],
  "an unknown variable": [
    answer("Hi {customer.name}"),
    "/answers/returns/texts/en/text",
    /\{customer\.name\}\. Known are \{order\.number\}/,
  ],
  "doubled braces": [
    answer("{{order.number}}"),
    "/answers/returns/texts/en/text",
    /without the brace/,
  ],
  "a lonely brace": [answer("Hi }"), "/answers/returns/texts/en/text", /without the brace/],
  "text that turns around": [
    answer("abc\u202Etxt.exe"),
    "/answers/returns/texts/en/text",
    /invisible/,
  ],
  "a control character": [answer("a\u0000b"), "/answers/returns/texts/en/text", /invisible/],
  "a link that runs a script": [
    link("javascript:alert(1)"),
    "/answers/returns/texts/en/buttons/0/url",
    /http or https/,
  ],
  "a link into data": [
    link("data:text/html,x"),
    "/answers/returns/texts/en/buttons/0/url",
    /https/,
  ],
  "a link with a password": [
    link("https://me:secret@shop.example/"),
    "/answers/returns/texts/en/buttons/0/url",
    /password/,
  ],
  "a link without slashes": [
    link("https:shop.example.com/returns"),
    "/answers/returns/texts/en/buttons/0/url",
    /http or https/,
  ],
  "a link with a backslash": [
    link("https://shop.example\\.evil.example/"),
    "/answers/returns/texts/en/buttons/0/url",
    /http or https/,
  ],
  "a link with an empty name": [
    link("https://:@evil.example/"),
    "/answers/returns/texts/en/buttons/0/url",
    /http or https/,
  ],
  "a link that turns around": [
    link("https://shop.example/\u202Egnp.exe"),
    "/answers/returns/texts/en/buttons/0/url",
    /https/,
  ],
  "a link that is too long": [
    link(`https://shop.example/${"x".repeat(2048)}`),
    "/answers/returns/texts/en/buttons/0/url",
    /2048/,
  ],
  "four buttons": [
    answer("", { texts: { en: { text: "a", buttons: Array(4).fill({ kind: "person" }) } } }),
    "/answers/returns/texts/en/buttons",
    /3 buttons/,
  ],
  "a long title": [
    answer("", {
      texts: { en: { text: "a", buttons: [{ kind: "order", title: "x".repeat(21) }] } },
    }),
    "/answers/returns/texts/en/buttons/0/title",
    /20 characters/,
  ],
  "a language nobody speaks here": [
    answer("", { texts: { it: { text: "a" } } }),
    "/answers/returns/texts",
    /\bit\b/,
  ],
  "an answer without a text": [answer("", { texts: {} }), "/answers/returns/texts", /one language/],
  "an end before its begin": [
    answer("a", { valid_from: "2026-12-24", valid_until: "2026-12-01" }),
    "/answers/returns/valid_until",
    /before it begins/,
  ],
  "a day that is none": [
    answer("a", { valid_from: "2026-02-30" }),
    "/answers/returns/valid_from",
    /day/,
  ],
  "a field that is none": [answer("a", { color: "red" }), "/answers/returns", /color/],
  "a topic that is none": [{ answers: { nope: { texts: {} } } }, "/answers/nope", /no topic nope/],
  "an own topic that is not there": [
    { answers: { own_x: { texts: { en: { text: "a" } } } } },
    "/answers/own_x",
    /under own_topics/,
  ],
  "an odd id": [topic({ id: "own_Ä" }), "/own_topics/0/id", /small letters/],
  "a topic without examples": [topic({ examples: [] }), "/own_topics/0/examples", /1 or more/],
  "a long example": [topic({ examples: ["x".repeat(201)] }), "/own_topics/0/examples/0", /200/],
  "an example of a number alone": [
    topic({ examples: ["12345678902"] }),
    "/own_topics/0/examples/0",
    /Nothing is left/,
  ],
  "two topics of one name": [
    {
      own_topics: [
        ...topic().own_topics,
        { ...topic({ id: "own_x" }).own_topics[0], name: "GIFT cards", examples: ["x y"] },
      ],
    },
    "/own_topics/1/name",
    /own_gifts and own_x/,
  ],
  "two topics of one id": [
    {
      own_topics: [...topic().own_topics, ...topic({ name: "x", examples: ["other"] }).own_topics],
    },
    "/own_topics/1/id",
    /two topics own_gifts/,
  ],
  "one example with two meanings": [
    { ...topic(), ...taught(["Do you have  GIFT cards??", "returns"]) },
    "/taught/0/text",
    /own_gifts and returns/,
  ],
  "a meaning that is none": [taught(["a b", "everything"]), "/taught/0/meaning", /order, package/],
  "a name that JavaScript knows": [
    JSON.parse('{"answers":{"__proto__":{"texts":{}}}}'),
    "/answers/__proto__",
    /allowed/,
  ],
  nothing: [null, "", /exported file/],
  "a list": [[], "", /exported file/],
  "a million examples": [{ taught: Array(1_000_000).fill(0) }, "/taught", /1000/],
};

for (const [what, [given, pointer, says]] of Object.entries(refused)) {
  test(`refuses ${what}, says where and what to do`, () => {
    const { faults } = readBook(given);
    const places = faults.map((fault) => fault.pointer);
    const fault = faults.find((one) => one.pointer === pointer && says.test(one.message));
    assert(fault, `${places.join(" ")}: ${faults.map(({ message }) => message).join(" ")}`);
    assert(faults.length <= 20);
  });
}

test("a book that is too large is refused as a whole", () => {
  const texts = { en: { text: "x".repeat(1000) }, de: { text: "y".repeat(1000) } };
  const own_topics = Array.from({ length: 50 }, (_, nth) => ({
    id: `own_t${nth}`,
    name: `Topic ${nth}`,
    examples: Array.from({ length: 50 }, (_, at) => `${word(nth)} ${word(at)} ${"z".repeat(180)}`),
  }));
  const answers = Object.fromEntries(own_topics.map(({ id }) => [id, { texts }]));
  const { faults } = readBook({ answers, own_topics });
  assert.match(faults[0]?.message ?? "", /may have 256/);
});

const word = (nth: number) => [...String(nth)].map((digit) => "abcdefghij"[Number(digit)]).join("");

test("reads what is right, with what tells of a person masked in examples", () => {
  const { book, faults } = readBook({
    answers: {
      own_gifts: {
        texts: { en: { text: " Yes.\r\nSee {shop.contact} ", buttons: [{ kind: "person" }] } },
        valid_until: "2026-12-24",
      },
    },
    ...topic({
      examples: ["do you have gift cards", "Do you have gift cards?", "card for lena@posteo.net"],
    }),
    ...taught(["my name is Lena, send order 12345678902 back", "returns"]),
  });
  assert.deepEqual(faults, []);
  assert.deepEqual(book, {
    answers: {
      own_gifts: {
        texts: { en: { text: "Yes.\nSee {shop.contact}", buttons: [{ kind: "person" }] } },
        validFrom: null,
        validUntil: "2026-12-24",
      },
    },
    ownTopics: [
      { id: "own_gifts", name: "Gift cards", examples: ["do you have gift cards", "card for •••"] },
    ],
    taught: [{ text: "my name is •••, send order ••• back", meaning: "returns" }],
  });
  assert(answerLimits.taught >= 1);
});
