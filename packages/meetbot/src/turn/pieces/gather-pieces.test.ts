import assert from "node:assert/strict";
import { EventEmitter, once } from "node:events";
import { type TestContext, test } from "node:test";
import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { InboundEvent } from "@meetbot/model/conversation/inbound-event.ts";
import type { DeskNews } from "@meetbot/model/desk/news.ts";
import { languages } from "@meetbot/presentation";
import { eventually } from "../../../test/fixtures/eventually.ts";
import { newToken } from "../../secrets/token.ts";
import type { Mailbox } from "../../store/mailbox/mailbox.ts";
import { bot, openTestStore, textEvent, turnSaying } from "../../store/store.fixture.ts";
import { enqueue } from "../work/enqueue.ts";
import type { WorkerParts } from "../work/work.ts";
import { type Ask, patienceMs, startTestWorker } from "../work/worker.fixture.ts";

// A wait lasts longer than the test, so an answer shows that an event woke the worker.

/** Nobody looks by the clock: only what comes, and a time that is over, wakes. */
const unlooked: Partial<WorkerParts> = { dueWork: { has: async () => false } };

const waiting = { ...unlooked, waitForMoreMs: patienceMs };

/** A conversation that was greeted by the bot, and a node that takes its turns. */
async function openGreeted(t: TestContext, parts: Partial<WorkerParts> = waiting, ask?: Ask) {
  const opened = await openTestStore(t);
  const { store, run } = opened;
  const ref = { botId: bot.id, conversationId: "pieces" };
  const first = await store.mailbox.openAndTake(ref, "web-chat", newToken(), textEvent("start"));
  await store.mailbox.commitTurn(first!, turnSaying("Welcome"));
  const worker = startTestWorker(t, store, ask, parts);
  const { mailbox } = store;
  const send = (event: InboundEvent) => enqueue({ mailbox, worker }, ref, event);
  const write = (text: string) => send(textEvent(newToken(), text));
  /** Returns the messages since the welcome: the customer's words, and for the bot what distinguishes its answers. */
  const talk = async () => {
    const messages = await mailbox.messagesAfter(ref, 2, 100);
    return messages.map((message) => {
      if (message.from === "customer") {
        const { content } = message.event;
        return content.kind === "text" ? content.text : `(${content.kind})`;
      }
      const { reply } = message;
      if (reply.kind === "orders") return `card ${reply.orders[0]?.item.order_number}`;
      return reply.kind === "text" ? `bot: ${reply.text}` : reply.kind;
    });
  };
  const untilIdle = () =>
    eventually(patienceMs, async () => {
      assert.deepEqual(await run("select from conversations where due_at is not null"), []);
    });
  const untilPutOff = () =>
    eventually(patienceMs, async () => {
      const rows = await run(
        "select from conversations where due_at > now() and lease_until is null",
      );
      assert.equal(rows.length, 1);
    });
  return { ...opened, ref, worker, send, write, talk, untilIdle, untilPutOff };
}

const number = "MB0000000001";
const isCard = (line: string) => line.startsWith("card");
const isText = (line: string) => line.startsWith("bot:");
const greeted = (line = "") => line.startsWith(`bot: ${languages.en.dialog.greeting.slice(0, 6)}`);

test("a greeting waits, and what follows it is answered with it in one turn, at once", async (t) => {
  const stored: DeskNews[] = [];
  const { write, talk, untilIdle, untilPutOff } = await openGreeted(t, {
    ...waiting,
    onStored: (_, news) => void stored.push(news),
  });
  await write("hi");
  await untilPutOff();
  assert.deepEqual(await talk(), ["hi"]);
  await write(number);
  await untilIdle();
  const [hi, asked, ...answers] = await talk();
  assert.deepEqual([hi, asked], ["hi", number]);
  assert.equal(answers.filter(isCard).length, 1);
  assert.ok(!answers.some(greeted), answers.join());
  const [news, ...others] = stored;
  assert.equal(others.length, 0);
  assert.equal(news?.handledSeq, 4);
  assert.deepEqual(news.messages.map(({ seq }) => seq).slice(0, 3), [3, 4, 5]);
});

test("a greeting, an order that is only named, and what it is about are one", async (t) => {
  const { write, talk, untilIdle, untilPutOff } = await openGreeted(t);
  await write("在吗");
  await untilPutOff();
  await write("我的快递");
  await untilPutOff();
  await write(`${number} 怎么还没到`);
  await untilIdle();
  const said = await talk();
  assert.deepEqual(said.slice(0, 3), ["在吗", "我的快递", `${number} 怎么还没到`]);
  const answers = said.slice(3);
  assert.ok(answers.length > 0 && answers.every((line) => !greeted(line)));
  assert.match(answers.filter(isText).join(), /\p{sc=Han}/u);
});

test("a greeting that nothing follows is answered when its time is over", async (t) => {
  const { write, talk, untilIdle } = await openGreeted(t, { ...unlooked, waitForMoreMs: 30 });
  await write("hi");
  await untilIdle();
  const [hi, answer, ...others] = await talk();
  assert.deepEqual([hi, others], ["hi", []]);
  assert.ok(greeted(answer), answer);
});

test("several greetings that nothing follows are answered once", async (t) => {
  const { write, talk, untilIdle, untilPutOff, run, worker, ref } = await openGreeted(t);
  await write("hi");
  await untilPutOff();
  await write("excuse me");
  await untilPutOff();
  await run("update messages set at = at - interval '1 hour' where seq = 3");
  await run("update conversations set due_at = now()");
  worker.wake(ref);
  await untilIdle();
  const [hi, excuse, answer, ...others] = await talk();
  assert.deepEqual([hi, excuse, others], ["hi", "excuse me", []]);
  assert.ok(greeted(answer), answer);
});

test("the very first message of a conversation waits too", async (t) => {
  const { store, run, worker, untilPutOff, untilIdle } = await openGreeted(t);
  const ref: ConversationRef = { botId: bot.id, conversationId: "first" };
  await store.mailbox.open(ref, "web-chat", newToken(), textEvent("hi", "hi"));
  worker.wake(ref);
  await untilPutOff();
  await enqueue({ mailbox: store.mailbox, worker }, ref, textEvent("number", number));
  await untilIdle();
  const rows = await run(
    "select direction from messages where conversation_id = 'first' order by seq limit 3",
  );
  assert.deepEqual(
    rows,
    ["in", "in", "out"].map((direction) => ({ direction })),
  );
});

test("what was sent twice ends no waiting, and is answered once", async (t) => {
  const { send, talk, untilIdle, untilPutOff } = await openGreeted(t);
  const hi = textEvent("hi", "hi");
  await send(hi);
  await untilPutOff();
  assert.equal(await send(hi), "duplicate");
  await untilPutOff();
  await send(textEvent("number", number));
  await send(textEvent("number", number));
  await untilIdle();
  const said = await talk();
  assert.equal(said.filter(isCard).length, 1);
  assert.deepEqual(said.slice(0, 2), ["hi", number]);
});

test("what is tapped or sent behind a greeting is answered with it", async (t) => {
  const { send, write, talk, untilIdle, untilPutOff } = await openGreeted(t);
  await write("hi");
  await untilPutOff();
  await send({ dedupeKey: "picture", content: { kind: "media" } });
  await untilIdle();
  const [hi, media, answer, ...others] = await talk();
  assert.deepEqual([hi, media, others], ["hi", "(media)", []]);
  assert.ok(answer && !greeted(answer));
});

test("a greeting whose node is gone is answered by another, once", async (t) => {
  const { store, run, worker, write, talk, untilIdle, untilPutOff } = await openGreeted(t);
  await write("hi");
  await untilPutOff();
  await worker.stop();
  await run("update conversations set due_at = now()");
  startTestWorker(t, store, undefined, { waitForMoreMs: 0 });
  await untilIdle();
  const [hi, answer, ...others] = await talk();
  assert.deepEqual([hi, others], ["hi", []]);
  assert.ok(greeted(answer), answer);
});

test("what comes over another node wakes the greeting too", async (t) => {
  const { store, ref, worker, write, talk, untilIdle, untilPutOff } = await openGreeted(t);
  await write("hi");
  await untilPutOff();
  await worker.stop();
  const other = startTestWorker(t, store, undefined, waiting);
  const parts = { mailbox: store.mailbox, worker: other };
  await enqueue(parts, ref, textEvent("number", number));
  await untilIdle();
  const said = await talk();
  assert.deepEqual(said.slice(0, 2), ["hi", number]);
  assert.equal(said.filter(isCard).length, 1);
});

test("pieces whose turn is lost half way are answered by whoever takes it over, once", async (t) => {
  const asking = new EventEmitter();
  const hanging: Ask = async (_, signal) => {
    asking.emit("asked");
    await once(signal, "abort", { signal: AbortSignal.timeout(patienceMs) });
    signal.throwIfAborted();
  };
  const { store, run, ref, worker, write, talk, untilIdle, untilPutOff } = await openGreeted(
    t,
    waiting,
    hanging,
  );
  await write("hi");
  await untilPutOff();
  const asked = once(asking, "asked");
  await write(number);
  await asked;
  await run("update conversations set fence = fence + 1, lease_until = null");
  const other = startTestWorker(t, store, undefined, waiting);
  other.wake(ref);
  await untilIdle();
  await worker.stop();
  const said = await talk();
  assert.deepEqual(said.slice(0, 2), ["hi", number]);
  assert.equal(said.filter(isCard).length, 1);
});

test("while a person answers, a greeting is theirs at once", async (t) => {
  const { run, write, talk, untilIdle } = await openGreeted(t);
  await run("update conversations set holder = 'person', held_by = 'operator', held_at = now()");
  await write("hi");
  await untilIdle();
  assert.deepEqual(await talk(), ["hi"]);
});

test("what asks takes the statements that it took before, and no others", async (t) => {
  const opened = await openTestStore(t);
  const { store } = opened;
  const ref = { botId: bot.id, conversationId: "counted" };
  const first = await store.mailbox.openAndTake(ref, "web-chat", newToken(), textEvent("start"));
  await store.mailbox.commitTurn(first!, turnSaying("Welcome"));
  const called: string[] = [];
  const mailbox = new Proxy(store.mailbox, {
    get(target, name: keyof Mailbox) {
      called.push(name);
      return target[name];
    },
  });
  const worker = startTestWorker(t, store, undefined, { ...waiting, mailbox });
  called.splice(0);
  for (const text of [`where is ${number}?`, "my order", "thanks", "the second one"]) {
    await enqueue({ mailbox, worker }, ref, textEvent(text, text));
    await eventually(patienceMs, async () => {
      assert.equal(called.at(-1), "commitTurn");
      worker.acquireSlot(ref)!.leave();
    });
    assert.deepEqual(called.splice(0), ["enqueueAndTake", "commitTurn"], text);
  }
});
