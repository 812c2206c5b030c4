import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { follower } from "../../../test/fixtures/guest.ts";
import { bot } from "../../store/store.fixture.ts";
import { startTestServer } from "../server.fixture.ts";

/** A conversation that has been welcomed, and what asks its feedback route. */
async function openWelcomed(t: TestContext) {
  const { url, store, run } = await startTestServer(t, { trustedProxies: ["127.0.0.1"] });
  const base = `${url}/chat/${bot.id}`;
  const opened = await fetch(`${base}/conversations`, { method: "POST" });
  const { conversation_id: conversationId, token } = (await opened.json()) as {
    conversation_id: string;
    token: string;
  };
  const guest = await follower({ base, conversationId, token });
  guest.leave();
  const say = async (body: unknown, bearer = token, from = {}) => {
    const response = await fetch(`${base}/feedback`, {
      method: "POST",
      headers: { authorization: `Bearer ${bearer}`, ...from },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
    const answer = (await response.json()) as { error?: { code: string } };
    return { status: response.status, answer, code: answer.error?.code };
  };
  const metrics = async () => (await fetch(`${url}/metrics`)).text();
  const counts = () => store.feedback.feedbackCounts(bot.id, new Date(0), new Date("2100-01-01"));
  return { url, base, run, say, metrics, counts };
}

test("an answer is liked, disliked or neither, by its number or as the newest", async (t) => {
  const { say, counts, metrics } = await openWelcomed(t);
  assert.deepEqual((await say({ message_id: 2, value: "up" })).answer, {
    message_id: 2,
    value: "up",
  });
  assert.deepEqual(await counts(), { up: 1, down: 0 });
  // Sent twice it is one word still, for the count and for the metric.
  await say({ value: "up" });
  assert.deepEqual((await say({ value: "down" })).answer, { message_id: 2, value: "down" });
  assert.deepEqual(await counts(), { up: 0, down: 1 });
  assert.equal((await say({ message_id: 2, value: null })).status, 200);
  assert.deepEqual(await counts(), { up: 0, down: 0 });
  const told = await metrics();
  assert.match(told, /^meetbot_feedback_total\{value="up"\} 1$/m);
  assert.match(told, /^meetbot_feedback_total\{value="down"\} 1$/m);
});

test("each mistake has its own code, and nothing is stored", async (t) => {
  const { say, run } = await openWelcomed(t);
  const codes = async (...bodies: unknown[]) =>
    Promise.all(bodies.map(async (body) => (await say(body)).code));
  assert.deepEqual(await codes("{", "[]", "null"), Array(3).fill("invalid_json"));
  assert.deepEqual(
    await codes({}, { value: "good" }, { value: 1 }),
    Array(3).fill("invalid_value"),
  );
  const seqs = [0, -1, 1.5, "2", 2 ** 31];
  assert.deepEqual(
    await codes(...seqs.map((message_id) => ({ message_id, value: "up" }))),
    seqs.map(() => "invalid_message_id"),
  );
  // The opening is the customer's, and there is no message 3.
  assert.equal((await say({ message_id: 1, value: "up" })).code, "no_such_message");
  assert.equal((await say({ message_id: 3, value: "up" })).code, "no_such_message");
  assert.equal((await say({ value: "up" }, "another-token")).code, "invalid_token");
  assert.deepEqual(await run("select * from feedback"), []);
});

test("more than anybody taps is refused for now, as messages are", async (t) => {
  t.mock.timers.enable({ apis: ["Date"], now: Date.now() }); // with time, there is room for more
  const { say } = await openWelcomed(t);
  const from = { "x-forwarded-for": "203.0.113.7" };
  const asked = Array.from({ length: 140 }, () => say({ value: "up" }, undefined, from));
  const refused = (await Promise.all(asked)).filter(({ status }) => status === 429);
  assert.ok(refused.length > 0);
  assert.equal(refused[0]?.code, "too_many_messages");
});

test("the route takes POST only, and says so", async (t) => {
  const { base } = await openWelcomed(t);
  const response = await fetch(`${base}/feedback`);
  assert.equal(response.status, 405);
  assert.equal(response.headers.get("allow"), "POST");
});
