import assert from "node:assert/strict";
import { test } from "node:test";
import { bot } from "../../store/store.fixture.ts";
import type { ChecklistItem } from "./checklist.ts";
import { type ChecklistFacts, evaluateChecklist } from "./evaluate-checklist.ts";

const at = new Date("2026-11-20T12:00:00Z");

const unknown = { at: null, secretFingerprint: null, why: "it was never tested" };

/** A bot that was just created. */
const fresh: ChecklistFacts = {
  bot: { ...bot, origins: [] },
  connection: null,
  verdict: { allowed: true, reason: "public" },
  health: { failingSince: null, stopped: null },
  endpoint: { state: "never_tested", ...unknown },
  conformance: null,
  sendsCodes: false,
  publicUrl: null,
  usage: [],
  orderNumbers: "none_seen",
  numbersCountUp: false,
  firstAnswerAt: null,
};

/** A bot with nothing left to do. */
const live: ChecklistFacts = {
  ...fresh,
  bot: { ...bot, contact: "call 555" },
  endpoint: { state: "verified", at: at.getTime(), secretFingerprint: "0123abcd", why: null },
  conformance: { at, failed: 0, warned: 0, isCurrent: true },
  sendsCodes: true,
  publicUrl: "https://chat.example.com",
  usage: [{ kind: "page", name: "https://shop.example", seenAt: at }],
  orderNumbers: "found",
  firstAnswerAt: at,
};

const brief = (items: ChecklistItem[]) => items.map(({ id, state, reason }) => [id, state, reason]);

/** What the item comes to when some of the facts are others. */
function judged(id: ChecklistItem["id"], facts: Partial<ChecklistFacts>) {
  const item = evaluateChecklist({ ...live, ...facts }).find((one) => one.id === id);
  return [item?.state, item?.reason];
}

test("a new bot has nearly all to do", () => {
  assert.deepEqual(brief(evaluateChecklist(fresh)), [
    ["endpoint", "done", "public"],
    ["endpoint_test", "to_do", "never_tested"],
    ["conformance", "to_do", "never_run"],
    ["identity", "done", "ladder"],
    ["mail", "warning", "guests_see_little"],
    ["contact", "to_do", "not_set"],
    ["order_numbers", "to_do", "none_seen"],
    ["public_url", "to_do", "not_set"],
    ["origins", "to_do", "none"],
    ["snippet", "to_do", "not_seen"],
    ["first_answer", "to_do", "none"],
  ]);
});

test("a bot that is live has nothing to do, and each point says when it was seen", () => {
  const items = evaluateChecklist(live);
  assert.deepEqual(
    items.filter(({ state }) => state !== "done" && state !== "not_needed"),
    [],
  );
  const seen = items.filter((one) => one.at !== null).map(({ id }) => id);
  assert.deepEqual(seen, ["endpoint_test", "conformance", "snippet", "first_answer"]);
});

test("an endpoint that is refused, stopped or failing is not done", () => {
  const verdict = { allowed: false, reason: "plain_http" } as const;
  assert.deepEqual(judged("endpoint", { verdict }), ["to_do", "plain_http"]);
  const stopped = { for: "gone", at } as const;
  const gone = { failingSince: null, stopped };
  assert.deepEqual(judged("endpoint", { health: gone }), ["to_do", "stopped_gone"]);
  const failing = { failingSince: at, stopped: null };
  assert.deepEqual(judged("endpoint", { health: failing }), ["warning", "failing"]);
});

test("a shop that Meetbot asks itself is connected or in trouble, and no stranger comes to it", () => {
  const connection = { trouble: null, notedAt: at };
  const health = { failingSince: null, stopped: null };
  const endpoint = { state: "never_tested", ...unknown } as const;
  const facts = { connection, endpoint, health };
  assert.deepEqual(judged("endpoint", facts), ["done", "connected"]);
  assert.deepEqual(judged("endpoint_test", facts), ["not_needed", "connected"]);
  const trouble = { problem: "unauthorized", detail: "HTTP 401" } as const;
  const troubled = { ...facts, connection: { ...connection, trouble } };
  assert.deepEqual(judged("endpoint", troubled), ["to_do", "connector_unauthorized"]);
});

test("only a test that shows verification is done: of the body alone, as the origin of the protocol has it, is enough", () => {
  const after = (state: ChecklistFacts["endpoint"]["state"]) =>
    judged("endpoint_test", { endpoint: { ...unknown, state } })[0];
  assert.equal(after("verified"), "done");
  assert.equal(after("body_only"), "done");
  for (const state of ["open", "unclear", "failed", "changed", "never_tested"] as const) {
    assert.equal(after(state), "to_do", state);
  }
});

test("a run counts while the endpoint and the secret are those of the run", () => {
  const run = { at, failed: 0, warned: 0, isCurrent: true };
  const after = (changes: Partial<typeof run>) =>
    judged("conformance", { conformance: { ...run, ...changes } });
  assert.deepEqual(after({ isCurrent: false }), ["to_do", "outdated"]);
  assert.deepEqual(after({ failed: 1 }), ["to_do", "failed"]);
  assert.deepEqual(after({ warned: 2 }), ["done", "passed_with_warnings"]);
});

test("without mail it depends on the policy and on the shop what customers can see", () => {
  const withoutMail = (policy: "ladder" | "code" | "off", usage = live.usage) =>
    judged("mail", { sendsCodes: false, usage, bot: { ...live.bot, policy } });
  assert.deepEqual(withoutMail("ladder"), ["warning", "guests_see_little"]);
  assert.deepEqual(withoutMail("code"), ["to_do", "guests_see_nothing"]);
  assert.deepEqual(withoutMail("off"), ["not_needed", "policy_off"]);
  const vouched = [{ kind: "identity", name: "", seenAt: at } as const];
  assert.deepEqual(withoutMail("code", vouched), ["done", "vouched_for"]);
});

test("the policy off is warned of", () => {
  const off = { bot: { ...live.bot, policy: "off" as const } };
  assert.deepEqual(judged("identity", off), ["warning", "off"]);
});

test("order numbers that count up are warned of", () => {
  assert.deepEqual(judged("identity", { numbersCountUp: true }), ["warning", "numbers_count_up"]);
});

test("a format of order numbers is needed where they are not found without one", () => {
  const format = { prefix: "", characters: "digits", minLength: 4, maxLength: 4 } as const;
  const told = { ...live.bot, orderNumberFormat: { ...format, caseMatters: false } };
  const of = (facts: Partial<ChecklistFacts>) => judged("order_numbers", facts);
  assert.deepEqual(of({ orderNumbers: "found" }), ["not_needed", "found"]);
  assert.deepEqual(of({ orderNumbers: "not_found" }), ["to_do", "not_found"]);
  assert.deepEqual(of({ orderNumbers: "none_seen", bot: told }), ["done", "told"]);
  const otherwise = of({ orderNumbers: "told_otherwise", bot: told });
  assert.deepEqual(otherwise, ["warning", "told_otherwise"]);
});

test("customers come by https, but for the demo", () => {
  assert.deepEqual(judged("public_url", { publicUrl: "http://chat.example.com" }), [
    "to_do",
    "plain_http",
  ]);
  const demo = { ...live.bot, demo: true };
  assert.deepEqual(judged("public_url", { publicUrl: null, bot: demo }), ["not_needed", "demo"]);
});
