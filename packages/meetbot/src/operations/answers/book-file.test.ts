import assert from "node:assert/strict";
import { test } from "node:test";
import { type AnswerBook, emptyBook } from "@meetbot/model/answers/answer-book.ts";
import { readBookFile, readFileVersion, writeBookFile } from "./book-file.ts";

const book: AnswerBook = {
  answers: {
    returns: {
      texts: {
        en: {
          text: "30 days.\n\n# See {order.number}: “it”, 'it' and \"it\"\n- 1\ttab",
          buttons: [
            { kind: "link", title: "no", url: "https://shop.example/returns?a=1#b" },
            { kind: "person" },
          ],
        },
        zh: { text: "七天无理由退货", buttons: [{ kind: "order", title: "填订单号" }] },
      },
      validFrom: "2026-12-01",
      validUntil: null,
    },
  },
  ownTopics: [{ id: "own_gifts", name: "Gift cards: all", examples: ["yes: or no?", "null"] }],
  taught: [{ text: "where's my stuff", meaning: "order" }],
};

test("a file holds all that a book has, and reads as the same", () => {
  const withoutTab = JSON.parse(JSON.stringify(book).replace("\\t", " "));
  for (const one of [withoutTab, emptyBook]) {
    assert.deepEqual(readBookFile(writeBookFile(one, 7), null).book, one);
  }
});

test("a file says which version it was, and only in its head", () => {
  assert.equal(readFileVersion(writeBookFile(book, 7)), 7);
  assert.equal(readFileVersion("answers: {}\n# version: 7\n"), null);
});

test("what is wrong in a file is named by its line", () => {
  const text =
    "answers:\n  returns:\n    texts:\n      en:\n        text: Hi {you}\n  nope:\n    texts: {}\n";
  const { faults } = readBookFile(text, null);
  assert.deepEqual(
    faults.map(({ message }) => message.slice(0, 36)),
    [
      "Line 5: There is no variable {you}. ",
      "Line 7: An answer has a text in one ",
      "Line 6: There is no topic nope. It i",
    ],
  );
});

test("a file that is none, is empty or too large is refused", () => {
  for (const [text, says] of [
    ["", /exported file/],
    ["Hello", /exported file/],
    ["a: [", /Line 1: This is no YAML/],
    ["#".repeat(600_000), /512 KB/],
  ] as const) {
    const { book: read, faults } = readBookFile(text, null);
    assert.equal(read, null);
    assert.match(faults[0]?.message ?? "", says);
  }
});
