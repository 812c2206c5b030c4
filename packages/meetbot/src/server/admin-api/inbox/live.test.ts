import assert from "node:assert/strict";
import { test } from "node:test";
import { maxInboxStreams } from "@meetbot/admin-api/contract/inbox/live.ts";
import { post, readUntil, takeSeat } from "../../../../test/fixtures/conversation.ts";
import { readStream } from "../../../../test/fixtures/event-stream.ts";
import { bot } from "../../../store/store.fixture.ts";
import { startInbox } from "./inbox.fixture.ts";

const patienceMs = 60_000;

async function startFollowing(t: Parameters<typeof startInbox>[0]) {
  const inbox = await startInbox(t);
  const left = new AbortController();
  t.after(() => left.abort());
  const signal = AbortSignal.any([left.signal, AbortSignal.timeout(patienceMs)]);
  const open = async (who: "ada" | "bo" | "viewer") => {
    const response = await inbox.follow(who, signal);
    assert.equal(response.status, 200);
    return readStream(response);
  };
  type Stream = Awaited<ReturnType<typeof open>>;
  /** Reads until such an event; returns all events up to it. */
  const until = async (stream: Stream, name: string, data?: object) => {
    const wanted = data && JSON.stringify(data);
    const came: string[] = [];
    for (;;) {
      const { value, done } = await stream.next();
      assert(!done, `the stream ended before ${name}: ${came}`);
      came.push(`${value.event} ${value.data}`);
      if (value.event === name && (!wanted || value.data === wanted)) return came;
    }
  };
  return { ...inbox, open, until, signal, startFollow: open, make: inbox.open };
}

const oneChanged = { conversation_id: "one" };

test("whoever follows the inbox hears what changes in it, and how many wait", async (t) => {
  const { startFollow, until, tell, ask, make, ada, store } = await startFollowing(t);
  const stream = await startFollow("viewer");
  await until(stream, "counts", { mine: 0, waiting: 1, all: 1, owed: 0 });
  const changes: [what: string, change: () => Promise<unknown>][] = [
    ["a note", () => tell("ada", "POST {one}/notes", { text: "look" })],
    ["whose it is", () => tell("bo", "PUT {one}/assignment", { operator_id: ada.id })],
    ["put off", () => tell("bo", "PUT {one}/snooze", { until_reply: true })],
    ["brought back", () => tell("bo", "DELETE {one}/snooze")],
    ["looked at", () => tell("bo", "POST {one}/presence", { writing: false })],
    ["left", () => ask("bo", "DELETE {one}/presence")],
    ["answered", () => tell("ada", "POST {one}/messages", { text: "Good morning!" })],
  ];
  for (const [what, change] of changes) {
    await change();
    await assert.doesNotReject(until(stream, "change", oneChanged), what);
  }
  const { label_id: label } = await tell("ada", "POST /inbox/labels", { name: "x", color: "red" });
  await until(stream, "labels", {});
  await ask("ada", `PUT {one}/labels/${label}`);
  await until(stream, "change", oneChanged);
  // One that the bot has alone is nobody's concern; another that is called to is.
  const alone = await make("alone", {});
  store.hints.give(alone);
  const two = await make("two");
  store.hints.give(two);
  const came = await until(stream, "change", { conversation_id: "two" });
  assert(!came.some((one) => one.includes("alone")), `${came}`);
  await until(stream, "counts", { mine: 0, waiting: 1, all: 2, owed: 0 });
});

test("what is mine is counted for who follows", async (t) => {
  const { startFollow, until, tell, ada } = await startFollowing(t);
  const [own, others] = [await startFollow("ada"), await startFollow("bo")];
  await tell("bo", "PUT {one}/assignment", { operator_id: ada.id });
  await until(own, "counts", { mine: 1, waiting: 1, all: 1, owed: 0 });
  await until(others, "counts", { mine: 0, waiting: 1, all: 1, owed: 0 });
});

test("one more window than an operator may have ends the first of theirs, and nobody else's", async (t) => {
  const { startFollow, until, tell } = await startFollowing(t);
  const others = await startFollow("bo");
  const first = await startFollow("ada");
  await until(first, "counts");
  for (let nth = 0; nth < maxInboxStreams; nth++) await until(await startFollow("ada"), "counts");
  for await (const _ of first);
  await tell("ada", "POST {one}/notes", { text: "look" });
  await until(others, "change", oneChanged);
});

test("colleagues see who looks at it and who writes, and the customer that somebody does", async (t) => {
  const { tell, run, ada, bo, store } = await startFollowing(t);
  const writers: (string | undefined)[] = [];
  store.hints.listen((_, writer) => void writers.push(writer));
  const present = async () => (await tell("bo", "GET {one}/desk")).present;
  assert.deepEqual(await tell("ada", "POST {one}/presence", { writing: true }), { present: [] });
  assert.deepEqual(await present(), [{ operator_id: ada.id, name: "ada", writing: true }]);
  const seen = await tell("bo", "POST {one}/presence", { writing: false });
  assert.deepEqual(seen.present, [{ operator_id: ada.id, name: "ada", writing: true }]);
  assert.deepEqual(writers.filter(Boolean), ["ada"]);
  // Sending ends Ada's writing, and Ada now holds the conversation: only colleagues see that another agent writes.
  await tell("ada", "POST {one}/messages", { text: "Good morning!" });
  assert.deepEqual(await present(), [{ operator_id: ada.id, name: "ada", writing: false }]);
  await tell("bo", "POST {one}/presence", { writing: true });
  assert.deepEqual(writers.filter(Boolean), ["ada"]);
  assert.equal((await tell("ada", "GET {one}/desk")).present[0].operator_id, bo.id);
  await run("update conversation_presence set seen_at = now() - interval '16 seconds'");
  assert.deepEqual(await present(), []);
});

test("a conversation is found by the email, the number and the label that it has", async (t) => {
  const { store, tell, run, make } = await startFollowing(t);
  const ref = await make("two", { accounts: ["Kim@shop.example"], numbers: ["SO-123 456"] });
  const label = await store.labels.create(ref.botId, "ada", { name: "Damaged", color: "red" });
  assert(typeof label !== "string");
  await store.labels.putOn(ref, label.id);
  await make("three", {});
  const find = async (text: string) =>
    (await tell("ada", "POST /inbox/search", { text })).data.map(
      (it: { conversation_id: string }) => it.conversation_id,
    );
  for (const text of ["kim@SHOP.example", "#so123456", " SO-123456 ", "damaged"]) {
    assert.deepEqual(await find(text), ["two"], text);
  }
  for (const text of ["im@shop.example", "SO-12345", "Dam", "%", "two"]) {
    assert.deepEqual(await find(text), [], text);
  }
  const audited = await run("select detail from audit where action = 'conversations_searched'");
  assert.equal(audited.length, 9);
  assert.doesNotMatch(JSON.stringify(audited), /kim|so\W?123/i);
  const [number] = await run("select lookup from conversation_numbers");
  assert.equal((number as { lookup: Buffer }).lookup.length, 32);
});

test("a number that a customer typed is what the conversation is found by", async (t) => {
  const { url, tell } = await startFollowing(t);
  const seat = await takeSeat(url, bot.id);
  // Sent before the welcome is written, the question would be followed by the welcome first.
  const [welcome] = await readUntil(seat, ({ from }) => from === "bot");
  await post(seat, { text: "Where is my order SO-48213?" });
  await readUntil(seat, ({ from, seq }) => from === "bot" && seq > (welcome?.seq ?? 0));
  const { data } = await tell("bo", "POST /inbox/search", { text: "so48213" });
  assert.equal(data[0].conversation_id, seat.conversationId);
});

test("an open page that nobody sits before keeps nobody on duty", async (t) => {
  const { open, until, tell, run } = await startFollowing(t);
  await tell("ada", "PUT /inbox/presence", { on: true });
  await run("update agent_presence set seen_at = now() - interval '1 hour'");
  const isFresh = async () => {
    const [row] = await run(
      "select seen_at > now() - interval '1 minute' as fresh from agent_presence",
    );
    return (row as { fresh: boolean }).fresh;
  };
  await until(await open("ada"), "counts");
  await tell("ada", "GET /inbox?view=waiting");
  await tell("ada", "GET /inbox/presence");
  await tell("ada", "GET {one}/desk");
  await tell("ada", "POST {one}/presence", { writing: false });
  assert.equal(await isFresh(), false);
  await tell("ada", "POST {one}/take", {});
  assert.equal(await isFresh(), true);
});
