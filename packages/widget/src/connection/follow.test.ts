import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { follow } from "./follow.ts";

/** A stream whose server can be played; time moves by the test only. */
function startFollowing(t: TestContext) {
  t.mock.timers.enable({ apis: ["setTimeout", "Date"] });
  const asked: string[] = [];
  const heard: string[] = [];
  let cuts = 0;
  let isReachable = true;
  let answer: Response | null = null;
  let server!: ReadableStreamDefaultController<Uint8Array>;
  const following = follow({
    async connect(lastId, signal) {
      asked.push(lastId);
      if (answer) return answer;
      if (!isReachable) throw new TypeError("Failed to fetch");
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          server = controller;
          signal.addEventListener("abort", () => controller.error(signal.reason));
        },
      });
      return new Response(body);
    },
    onEvents: (events) => heard.push(...events.map(({ data }) => data)),
    onUp() {},
    onCut: () => void cuts++,
    isOver: () => false,
    onOver() {},
  });
  t.after(following.stop);
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  return {
    following,
    asked,
    heard,
    cuts: () => cuts,
    reachable: (is: boolean) => {
      isReachable = is;
    },
    /** Sets the response that the server sends instead of a stream. */
    answers: (response: Response | null) => {
      answer = response;
    },
    /** The page slept: time went by, and its timers did not run. */
    sleep: (ms: number) => t.mock.timers.setTime(Date.now() + ms),
    settle,
    async say(text: string) {
      server.enqueue(new TextEncoder().encode(text));
      await settle();
    },
    async end() {
      server.close();
      await settle();
    },
    async pass(ms: number) {
      t.mock.timers.tick(ms);
      await settle();
    },
  };
}

test("a stream that is silent for 45 seconds is asked for anew, from its last event on", async (t) => {
  const { asked, heard, pass, say, settle, cuts } = startFollowing(t);
  await settle();
  await say("id: 7\ndata: hi\n\n");
  await pass(44_000);
  await say(": still here\n\n");
  await pass(44_999);
  assert.deepEqual([asked, heard], [[""], ["hi"]]);
  await pass(1);
  await pass(1000);
  assert.deepEqual([asked, cuts()], [["", "7"], 0]);
});

test("what has no place in the conversation takes none away: it goes on from the last message", async (t) => {
  const { asked, end, pass, say, settle } = startFollowing(t);
  await settle();
  await say("id: 7\ndata: hi\n\n");
  await end();
  await pass(1000);
  await say('event: state\ndata: {"holder":"bot"}\n\n');
  await end();
  await pass(1000);
  assert.deepEqual(asked, ["", "7", "7"]);
});

test("only a stream that does not come back at once counts as cut, and tries come further apart", async (t) => {
  const { asked, end, pass, say, settle, cuts, reachable } = startFollowing(t);
  await settle();
  reachable(false);
  await end();
  assert.equal(cuts(), 0);
  for (const wait of [1000, 2000, 4000]) {
    await pass(wait / 2 - 1);
    const before = asked.length;
    await pass(wait / 2 + 1);
    assert.equal(asked.length, before + 1);
  }
  assert.equal(cuts(), 3);
  reachable(true);
  await pass(8000);
  await say(": here again\n\n");
  await end();
  const before = asked.length;
  await pass(1000); // the first wait again
  assert.equal(asked.length, before + 1);
});

test("when the page or the network is back, it is tried at once", async (t) => {
  const { asked, following, end, pass, settle, reachable, sleep } = startFollowing(t);
  await settle();
  following.wake();
  await settle();
  assert.equal(asked.length, 1); // the stream is well
  reachable(false);
  await end();
  for (const wait of [1000, 2000, 4000]) await pass(wait);
  reachable(true);
  following.wake();
  await settle();
  assert.equal(asked.length, 5);
  sleep(60_000);
  following.wake();
  await settle();
  assert.equal(asked.length, 6);
  following.cut();
  following.wake();
  await settle();
  assert.equal(asked.length, 7);
});

test("a stream whose place another one took comes back when the server says, or when it is wanted", async (t) => {
  const { asked, following, end, pass, say, settle, cuts } = startFollowing(t);
  await settle();
  await say("retry: 1000\n\nretry: 60000\n\n");
  await end();
  await pass(59_999);
  assert.equal(asked.length, 1);
  await pass(1);
  assert.equal(asked.length, 2);
  await say("retry: 1000\n\nretry: 60000\n\n");
  await end();
  following.wake();
  await settle();
  assert.deepEqual([asked.length, cuts()], [3, 0]);
  // A wait that the server sends to all clients leaves part of the first wait to chance.
  await say("retry: 1000\n\n");
  await end();
  await pass(1000);
  assert.equal(asked.length, 4);
});

test("where too many streams were asked for, the next try waits as long as the server says", async (t) => {
  const { asked, answers, end, pass, settle } = startFollowing(t);
  await settle();
  answers(new Response(null, { status: 429, headers: { "retry-after": "20" } }));
  await end();
  await pass(1_000);
  answers(null);
  await pass(19_999);
  assert.equal(asked.length, 2);
  await pass(1);
  assert.equal(asked.length, 3);
});
