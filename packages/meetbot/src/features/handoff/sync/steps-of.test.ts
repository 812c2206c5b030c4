import assert from "node:assert/strict";
import { test } from "node:test";
import { gatheredSteps, type Step, stepsOf, type ToTell } from "./steps-of.ts";

type Told = Parameters<typeof stepsOf>[0];

const lease: Told = {
  ...{ conversationId: "c", stirs: 4, locale: "en", toldSeq: 2, toldHolder: null },
  ...{ owesNote: null, holds: "waiting" },
};

const toTell: ToTell = {
  summary: "A customer wants a person.",
  talk: {
    words: [
      { seq: 3, by: "customer", name: null, text: "Where is it?" },
      { seq: 4, by: "bot", name: null, text: "On its way." },
      { seq: 5, by: "person", name: "Ada", text: "Good morning" },
    ],
    lastSeq: 6,
    isMore: false,
  },
  holderName: null,
};
const nothing: ToTell = {
  ...{ summary: null, holderName: "Ada" },
  talk: { words: [], lastSeq: 2, isMore: false },
};

const lineOf = ({ call }: Step) =>
  "words" in call
    ? `${call.kind} ${call.words.id}: ${call.words.text}`
    : call.kind === "status"
      ? `status ${call.holder}`
      : call.kind;

test("a desk hears the summary, each message by its place in the transcript, and then who answers", () => {
  const steps = stepsOf(lease, toTell);
  assert.deepEqual(steps.map(lineOf), [
    "note c:summary: A customer wants a person.",
    "say c:3: Where is it?",
    "note c:4: Bot: On its way.",
    "note c:5: Ada: Good morning",
    "none",
    "status waiting",
  ]);
  assert.deepEqual(Object.assign({}, ...steps.map(({ progress }) => progress)), {
    ...{ isIntroduced: true, toldSeq: 6, toldHolder: "waiting" },
  });
  assert.deepEqual(stepsOf(lease, toTell), steps, "the same on each try");
});

test("a letter tells all of it at once, the customer's words named as theirs", () => {
  const [letter, ...rest] = gatheredSteps(lease, toTell);
  assert.deepEqual(letter, {
    call: {
      kind: "say",
      words: {
        id: "c:6:4",
        isFirst: true,
        text: "A customer wants a person.\n\nCustomer: Where is it?\n\nBot: On its way.\n\nAda: Good morning",
      },
    },
    progress: { isIntroduced: true, toldSeq: 5 },
  });
  assert.deepEqual(rest.map(lineOf), ["none", "status waiting"]);
  assert.deepEqual(gatheredSteps({ ...lease, toldHolder: "waiting" }, nothing), []);
});

test("who answers is told once, and not to whoever does it in the desk", () => {
  const moved = (toldHolder: Told["toldHolder"], holds: Told["holds"]) =>
    stepsOf({ ...lease, toldHolder, holds }, nothing).map(lineOf);
  assert.deepEqual(moved("waiting", "waiting"), []);
  assert.deepEqual(moved("waiting", "desk"), ["none"]);
  assert.deepEqual(moved("waiting", "person"), [
    "note c:person:4: Ada answers now, in Meetbot's inbox.",
    "status person",
  ]);
  assert.deepEqual(moved("waiting", "bot"), [
    "note c:bot:4: The bot answers again. The customer still waits for an answer of yours.",
    "status bot",
  ]);
  assert.deepEqual(moved("person", "closed"), [
    "note c:closed:4: The conversation is closed. The bot answers again.",
    "close",
  ]);
  assert.deepEqual(moved("closed", "waiting"), [
    "note c:waiting:4: The customer is waiting for a person again.",
    "status waiting",
  ]);
});

test("while there is more to read nothing is told of who answers, and what was not delivered is told at once", () => {
  const more = { ...nothing, talk: { ...nothing.talk, isMore: true } };
  assert.deepEqual(stepsOf(lease, more), []);
  const [note] = stepsOf({ ...lease, owesNote: "window_closed" }, more);
  assert.match(lineOf(note!), /^note c:undelivered:4: Your last answer was not delivered/);
  assert.deepEqual(note?.progress, { owesNote: null });
  // A note about the same file has the same name the second time, whatever happened between.
  const [file] = stepsOf({ ...lease, owesNote: "file:7" }, more);
  assert.match(lineOf(file!), /^note c:file:7: The file that you sent was not delivered/);
});
