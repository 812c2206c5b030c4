import assert from "node:assert/strict";
import { once } from "node:events";
import { connect } from "node:net";
import { after, test } from "node:test";
import { newToken } from "../../src/secrets/token.ts";
import { startTestServer } from "../../src/server/server.fixture.ts";
import { bot, state, textEvent, turnSaying } from "../../src/store/store.fixture.ts";
import type { Store } from "../../src/store/store.ts";
import { readStream } from "../fixtures/event-stream.ts";
import { eventually } from "../fixtures/eventually.ts";

// A conversation of four thousand messages, another with 20 MB of them, and what following them costs.

const ref = { botId: bot.id, conversationId: "c_long" };
const heavyRef = { botId: bot.id, conversationId: "c_heavy" };
const token = newToken();
const heavyToken = newToken();
const repliesAtOnce = 500;
const heavyText = "Your order is on its way. ".repeat(800);

let rowsRead = 0;
let readings = 0;
let statementsAtOnce = 0;
let maxAtOnce = 0;

/** Counts what is read of transcripts. */
function countReadings(store: Store): void {
  const { newsAfter } = store.mailbox;
  store.mailbox.newsAfter = async (...args) => {
    // A first page is read at once, for every caller.
    const isFirst = args[1] === 0;
    statementsAtOnce += isFirst ? 0 : 1;
    maxAtOnce = Math.max(maxAtOnce, statementsAtOnce);
    const news = await newsAfter(...args).finally(() => {
      statementsAtOnce -= isFirst ? 0 : 1;
    });
    readings += 1;
    rowsRead += news.messages.length;
    return news;
  };
}

async function say(store: Store, key: string, replies: string[], to = ref): Promise<void> {
  // In one step: the server's own worker would take it between two.
  const { lease } = await store.mailbox.enqueueAndTake(to, textEvent(key));
  assert(lease);
  await store.mailbox.commitTurn(lease, turnSaying(...replies));
  store.hints.give(to);
}

const { url, store } = await startTestServer(
  { after } as Parameters<typeof startTestServer>[0],
  {},
  async ({ store }) => {
    countReadings(store);
    await store.mailbox.open(ref, "web-chat", token, textEvent("first"));
    const lease = await store.mailbox.take(ref);
    const choices = [{ title: "Sign out", payload: "menu:sign_out" }];
    const reply = { kind: "text" as const, locale: "en" as const, text: "Hello", choices };
    await store.mailbox.commitTurn(lease!, { ...turnSaying(), state, replies: [reply] });
    for (let turn = 0; turn < 8; turn++) {
      await say(store, `turn ${turn}`, Array<string>(repliesAtOnce).fill("Hello"));
    }
    await store.mailbox.open(heavyRef, "web-chat", heavyToken, textEvent("first"));
    await store.mailbox.commitTurn((await store.mailbox.take(heavyRef))!, turnSaying("Hello"));
    for (let turn = 0; turn < 10; turn++) {
      await say(store, `turn ${turn}`, Array<string>(100).fill(heavyText), heavyRef);
    }
  },
);
const lastSeq = await store.mailbox.lastSeqOf(ref);

/** Follows the conversation from a message on until one comes of which this holds. */
async function follow(lastEventId: number | null, isEnough: (seq: number) => boolean) {
  const controller = new AbortController();
  const headers = {
    authorization: `Bearer ${token}`,
    ...(lastEventId === null ? {} : { "last-event-id": String(lastEventId) }),
  };
  const signal = AbortSignal.any([controller.signal, AbortSignal.timeout(60_000)]);
  const response = await fetch(`${url}/chat/${bot.id}/events`, { headers, signal });
  const heard: { seq: number; text?: string }[] = [];
  for await (const { event, data } of readStream(response)) {
    if (event === "message") heard.push(JSON.parse(data));
    if (isEnough(heard.at(-1)?.seq ?? 0)) break;
  }
  controller.abort();
  return heard;
}

test("who was cut from a long conversation costs what is new, wherever they say they were", async () => {
  for (const lastEventId of [lastSeq, lastSeq + 1, 999_999_999]) {
    const before = rowsRead;
    const heard = follow(lastEventId, (seq) => seq > 0);
    await eventually(10_000, async () => assert(rowsRead > before));
    await say(store, `after ${lastEventId}`, ["Here it is"]);
    await heard;
    assert(rowsRead - before <= 10, `${rowsRead - before} rows were read`);
  }
});

test("a tap still reads as its choice, and looks back no further than a page", async () => {
  const last = await store.mailbox.lastSeqOf(ref);
  const before = rowsRead;
  await store.mailbox.enqueue(ref, {
    dedupeKey: "tap",
    content: { kind: "tap", payload: "menu:sign_out" },
  });
  const [tapped] = await follow(last, (seq) => seq > last);
  assert.equal(tapped?.text, "…");
  assert(rowsRead - before <= 210, `${rowsRead - before} rows were read`);
  const [, ofShort] = await follow(2, (seq) => seq > 3);
  assert(ofShort);
});

/** One page of it, from what a stream that names no event begins with or what stands before a message. */
async function readPage(
  query = "?page=last",
  of = token,
): Promise<{ heard: number[]; earlier: number | null; bytes: number }> {
  const controller = new AbortController();
  const headers = { authorization: `Bearer ${of}` };
  const signal = AbortSignal.any([controller.signal, AbortSignal.timeout(60_000)]);
  const response = await fetch(`${url}/chat/${bot.id}/events${query}`, { headers, signal });
  const heard: number[] = [];
  let earlier: number | null = null;
  let bytes = 0;
  for await (const { event, data } of readStream(response)) {
    bytes += data.length;
    const told = event === "message" ? JSON.parse(data) : null;
    if (told) heard.push(told.seq);
    if (told?.earlier) earlier = told.seq;
    if (!query.startsWith("?before") && event === "message" && heard.at(-1) === (await lastOf(of)))
      break;
  }
  controller.abort();
  return { heard, earlier, bytes };
}

const lastOf = (of: string) => store.mailbox.lastSeqOf(of === token ? ref : heavyRef);

test("a stream begins with the last page, and what was said before is asked for page by page", async () => {
  const before = await lastOf(token);
  const first = await readPage();
  // The server's worker may answer meanwhile.
  const last = first.heard.at(-1)!;
  assert(first.heard.length >= 50 && first.heard.length < 60 && last >= before);
  assert.equal(first.earlier, first.heard[0]);
  const heard = [...first.heard];
  let earlier: number | null = first.earlier;
  while (earlier !== null) {
    const page = await readPage(`?before=${earlier}`);
    heard.unshift(...page.heard);
    earlier = page.earlier;
  }
  assert.deepEqual(
    heard,
    Array.from({ length: last }, (_, nth) => nth + 1),
  );
  assert.deepEqual((await readPage("?before=1")).heard, []);
});

test("a client that asks for no pages has the last thousand messages, or a megabyte of them", async () => {
  const last = await lastOf(token);
  const { heard, earlier } = await readPage("");
  assert(heard.length >= 1_000 && heard.length < 1_010 && heard.at(-1)! >= last);
  assert.equal(earlier, heard[0]);
  const { bytes } = await readPage("", heavyToken);
  assert(bytes > 500 * 1024 && bytes < 1_200 * 1024, `${bytes} bytes`);
});

test("a page is short where its messages are long", async () => {
  const { bytes, heard, earlier } = await readPage("?page=last", heavyToken);
  assert(bytes < 150 * 1024, `${bytes} bytes`);
  assert(heard.length > 1 && earlier === heard[0]);
});

test("who follows it from the start and reads nothing has few pages of it in memory", async () => {
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  await once(socket, "connect");
  const [rows, pages] = [rowsRead, readings];
  socket.pause();
  const lines = [
    `GET /chat/${bot.id}/events HTTP/1.1`,
    "Host: x",
    `Authorization: Bearer ${heavyToken}`,
    "Last-Event-ID: 1",
  ];
  socket.write([...lines, "", ""].join("\r\n"));
  let steady = 0;
  let seen = 0;
  await eventually(20_000, async () => {
    assert(readings > pages);
    steady = rowsRead === seen ? steady + 1 : 0;
    seen = rowsRead;
    assert(steady >= 20);
  });
  assert(rowsRead - rows < 800, `${rowsRead - rows} rows were read`);
  socket.destroy();
});

test("however many open it at once, few read it at once, and each reads all of it", async (t) => {
  maxAtOnce = 0;
  const startedAt = performance.now();
  const last = await store.mailbox.lastSeqOf(ref);
  const all = await Promise.all(Array.from({ length: 6 }, () => follow(1, (seq) => seq >= last)));
  for (const heard of all) assert.equal(heard.length, last - 1);
  assert(maxAtOnce <= 4, `${maxAtOnce} read at once`);
  t.diagnostic(`${Math.round(performance.now() - startedAt)} ms for ${all.length} times ${last}`);
});
