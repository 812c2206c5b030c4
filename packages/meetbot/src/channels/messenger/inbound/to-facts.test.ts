import assert from "node:assert/strict";
import { test } from "node:test";
import { toOutboxId } from "../graph/outbox-id.ts";
import { readBody } from "./read-body.ts";
import { toFacts } from "./to-facts.ts";

const reader = { pageId: "9", appId: "100" };
const ours = { conversationId: `c_${"0a".repeat(16)}`, seq: 12, part: 1 };

/** What a body with these items says, each as its kind and its user. */
function factsOf(items: object[], key: "messaging" | "standby" = "messaging") {
  const body = JSON.stringify({ object: "page", entry: [{ id: "9", [key]: items }] });
  return toFacts(readBody(body).events, reader);
}
const kindsOf = (...args: Parameters<typeof factsOf>) => factsOf(...args).map(({ kind }) => kind);

const byUser = { sender: { id: "7" }, recipient: { id: "9" }, timestamp: 1_790_000_000_000 };
const byPage = { sender: { id: "9" }, recipient: { id: "7" }, timestamp: 1_790_000_000_000 };
const echo = (fields: object) => ({ ...byPage, message: { mid: "m", is_echo: true, ...fields } });

test("an echo of ours tells which part arrived; whoever else writes for the page takes over", () => {
  const metadata = toOutboxId(ours);
  const [arrived] = factsOf([echo({ app_id: 100, metadata })]);
  assert.deepEqual(arrived, {
    customer: { key: "7", to: { user: "7", isUserRef: false } },
    atMs: byPage.timestamp,
    kind: "arrived",
    ...ours,
  });
  assert.deepEqual(kindsOf([echo({ app_id: 100, metadata: "a note of ours" })]), []);
  assert.deepEqual(kindsOf([echo({ app_id: 263902037430900, text: "hi" })]), ["taken_over"]);
  // Another app may write into its messages what it likes.
  assert.deepEqual(kindsOf([echo({ app_id: 101, metadata })]), ["taken_over"]);
});

test("control that is passed or taken changes who answers, and control that is asked for does not", () => {
  const control = (key: string, owner?: number) => ({
    ...byUser,
    [key]: { new_owner_app_id: owner },
  });
  assert.deepEqual(
    kindsOf([
      control("pass_thread_control", 101),
      control("pass_thread_control", 100),
      control("take_thread_control"),
      control("request_thread_control"),
      { ...byUser, app_roles: { 100: ["primary_receiver"] } },
    ]),
    ["taken_over", "handed_back", "taken_over"],
  );
});

test("only a tap is said to the bot itself; in standby nothing is", () => {
  const text = { ...byUser, message: { mid: "m1", text: "hi" } };
  const tap = { ...byUser, postback: { mid: "m2", payload: "menu:orders" } };
  const facts = factsOf([text, tap]);
  assert.deepEqual(
    facts.map((fact) => fact.kind === "event" && fact.isToBot),
    [false, true],
  );
  assert.deepEqual(kindsOf([text, tap], "standby"), ["taken_over", "taken_over"]);
});

test("what is about another page or about nobody is left out, and all else stands in its order", () => {
  const later = { ...byUser, timestamp: byUser.timestamp + 5, message: { mid: "m1", text: "two" } };
  const sooner = { ...byUser, message: { mid: "m2", text: "one" } };
  const elsewhere = { ...byUser, recipient: { id: "8" }, message: { mid: "m3", text: "three" } };
  const texts = factsOf([later, sooner, elsewhere, { policy_enforcement: {} }]).map(
    (fact) =>
      fact.kind === "event" && fact.event.content.kind === "text" && fact.event.content.text,
  );
  assert.deepEqual(texts, ["one", "two"]);
});
