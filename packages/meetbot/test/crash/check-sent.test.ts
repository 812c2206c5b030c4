import assert from "node:assert/strict";
import { test } from "node:test";
import { type Arrival, checkAddresses, checkSent, type SentFault } from "./check-sent.ts";
import { outcomeOf, type Troubles } from "./outcomes.ts";

// Histories made by hand: what the experiment must let pass, and what it must find.

const said = [
  { id: "m1", answer: ["welcome"] },
  { id: "m2", answer: ["here it is", "order 1"] },
  { id: "m3", answer: ["help"] },
];
const againAfterMs = 50_000;

const arrival = (place: string, content: string, more: Partial<Arrival> = {}): Arrival => ({
  ...{ metadata: `c_1.${place}`, content, atMs: 0, isKnown: true },
  ...more,
});
const [welcome, lead, order, help] = [
  arrival("2.0", "welcome"),
  arrival("4.0", "here it is"),
  arrival("5.0", "order 1"),
  arrival("7.0", "help"),
] as const;
const check = (...arrivals: Arrival[]) => checkSent(arrivals, said, { againAfterMs });

function finds(code: SentFault, ...arrivals: Arrival[]): void {
  assert.throws(() => check(...arrivals), { name: "SentFaultError", code });
}

test("each reply once and in order is right", () => {
  assert.equal(check(welcome, lead, order, help), 0);
});

test("a part may come again where its sender could not know, each time", () => {
  const unknown = { ...order, isKnown: false };
  const again = { ...unknown, atMs: 60_000 };
  assert.equal(check(welcome, lead, unknown, again, { ...again, atMs: 120_000 }, help), 2);
});

test("a part that comes again though its answer was out is doubled", () => {
  finds("doubled", welcome, lead, order, { ...order, atMs: 60_000 }, help);
});

test("of three, the second one's sender had to know too", () => {
  const unknown = { ...order, isKnown: false };
  finds("doubled", welcome, lead, unknown, { ...order, atMs: 60_000 }, { ...order, atMs: 120_000 });
});

test("a part that comes again while the call before may be alive is hurried", () => {
  finds("hurried", welcome, { ...lead, isKnown: false }, { ...lead, atMs: 49_999 }, order, help);
});

test("a turn that was taken twice is doubled, whatever its parts are called", () => {
  finds("doubled", welcome, lead, order, arrival("6.0", "here it is"), arrival("7.0", "order 1"), {
    ...help,
    metadata: "c_1.9.0",
  });
});

test("a part that comes again after what follows it is reordered, even if nobody could know", () => {
  finds("reordered", welcome, { ...lead, isKnown: false }, order, { ...lead, atMs: 60_000 }, help);
});

test("parts that overtake are reordered", () => {
  finds("reordered", welcome, order, lead, help);
});

test("turns in another order than what was said are reordered, though their numbers rise", () => {
  finds("reordered", welcome, arrival("3.0", "help"), lead, order);
});

test("a reply that never came is lost, in the middle and at the end", () => {
  finds("lost", welcome, lead, help);
  finds("lost", welcome, lead, order);
  finds("lost");
});

test("what another customer asked for is found", () => {
  finds("wrong customer", welcome, lead, arrival("5.0", "order 2"), help);
  finds("wrong customer", welcome, lead, order, help, arrival("8.0", "order 2"));
});

test("a conversation has one customer, and a customer one conversation", () => {
  const to = (user: string, metadata?: string) => ({ user, message: { metadata } });
  const one = to("u1", "c_1.2.0");
  checkAddresses([one, to("u2", "c_2.2.0"), one]);
  for (const other of [to("u2", "c_1.3.0"), to("u1", "c_2.2.0"), to("u2", "nonsense"), to("u2")]) {
    assert.throws(() => checkAddresses([one, other]), { code: "wrong customer" });
  }
});

const none: Troubles = { kills: [], freezes: [], databaseAway: [] };
const answered = { answeredAtMs: 10_000, leftAtMs: null };

test("an answer that came out is known, one that did not is not", () => {
  assert.equal(outcomeOf(answered, none), "known");
  assert.equal(outcomeOf({ ...answered, leftAtMs: 10_001 }, none), "known");
  const unanswered = { answeredAtMs: null, leftAtMs: 10_000 };
  assert.equal(outcomeOf(unanswered, none), "lost");
  assert.equal(outcomeOf(unanswered, { ...none, kills: [{ from: 9_990, to: 9_995 }] }), "cut");
});

test("a node that was killed right after its answer could not write it down; another one could", () => {
  const killed = { ...none, kills: [{ from: 10_500, to: 10_520 }] };
  assert.equal(outcomeOf({ ...answered, leftAtMs: 10_510 }, killed), "unrecorded");
  assert.equal(outcomeOf({ ...answered, leftAtMs: 10_400 }, killed), "known");
  assert.equal(outcomeOf({ ...answered, leftAtMs: 12_000 }, killed), "known");
  assert.equal(outcomeOf(answered, killed), "known");
});

test("a node that is killed later had the time to write it down, unless it stood still", () => {
  const left = { ...answered, leftAtMs: 16_010 };
  const killed = { ...none, kills: [{ from: 16_000, to: 16_020 }] };
  assert.equal(outcomeOf(left, killed), "known");
  const frozen = { ...killed, freezes: [{ from: 9_000, to: 14_000 }] };
  assert.equal(outcomeOf(left, frozen), "unrecorded");
});

test("while the database is away nothing is written down", () => {
  const away = (from: number, to: number) => ({ ...none, databaseAway: [{ from, to }] });
  assert.equal(outcomeOf(answered, away(10_900, 12_000)), "unrecorded");
  assert.equal(outcomeOf(answered, away(9_000, 10_100)), "unrecorded");
  assert.equal(outcomeOf(answered, away(15_500, 16_000)), "known");
  assert.equal(outcomeOf(answered, away(8_000, 9_000)), "known");
});
