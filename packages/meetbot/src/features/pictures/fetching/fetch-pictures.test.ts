import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type TestContext, test } from "node:test";
import type { ChannelFact } from "@meetbot/model/channel-fact.ts";
import pino from "pino";
import { eventually } from "../../../../test/fixtures/eventually.ts";
import { graphAt } from "../../../channels/messenger/graph/graph.ts";
import { messenger } from "../../../channels/messenger/messenger.ts";
import { telegramAt } from "../../../channels/telegram/api/telegram-api.ts";
import { telegram } from "../../../channels/telegram/telegram.ts";
import { bot, openTestStore, textEvent } from "../../../store/store.fixture.ts";
import { photo } from "../files/pictures.fixture.ts";
import { createReEncode } from "../files/re-encode-process.ts";
import { type FetchDeps, markPictures, startFetchPictures } from "./fetch-pictures.ts";
import { storePicture } from "./store-picture.ts";

const png = await photo(40, 30).png().toBuffer();
const token = "123456:an-api-token";

/** A platform on this machine that has one file, a conversation with an event, and what fetches for it. */
async function startFetching(t: TestContext, channel: typeof messenger | typeof telegram) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    if (request.url === `/bot${token}/getFile`) {
      response.end(JSON.stringify({ ok: true, result: { file_path: "photos/file_1.png" } }));
    } else if (/\/(?:cup|file_1)\.png$/.test(request.url ?? "")) response.end(png);
    else if (request.url === "/endless.png") response.end(Buffer.alloc(11 * 1024 * 1024, png));
    else response.writeHead(404).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  t.after(() => server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { store, run } = await openTestStore(t);
  const on = { botId: bot.id, channel: channel.name };
  const customer = { key: "1", to: {} };
  const first = { customer, atMs: null, kind: "event", event: textEvent("m1"), isToBot: false };
  const { due } = await store.channels.enqueue({ ...on, externalId: "1" }, [first as ChannelFact]);
  const ref = due[0]!;
  const ends: (() => Promise<void>)[] = [];
  t.after(() => Promise.all(ends.map((end) => end())));
  const taking = { ...bot, pictures: true };
  const isHanging = { value: false };
  const warnings: string[] = [];
  const past: string[] = [];
  const reasons: string[] = [];
  const api = channel === messenger ? graphAt(url) : telegramAt(url);
  const link = { secrets: { token } } as never;
  const log = pino({
    hooks: {
      logMethod([facts, text], _, level) {
        if (level === pino.levels.values.warn) warnings.push(String(text));
        else reasons.push((facts as unknown as { reason: string }).reason);
      },
    },
  });
  const deps = (closing: AbortSignal): FetchDeps => ({
    channels: store.channels,
    fetches: store.pictureFetches,
    dueWork: store.dueWork,
    keeping: { pictures: store.pictures, reEncode: createReEncode(), scan: null },
    limits: store.limits,
    senderFor: async () => ({ bot: taking, channel: channel as never, link, api }),
    agent: {
      async post(address) {
        past.push(address);
        if (isHanging.value)
          await once(closing, "abort").then(() => Promise.reject(closing.reason));
        return { statusCode: 200, headers: {}, body: png, fault: null };
      },
    },
    closing,
    log,
  });
  /** A node, from now on. */
  const startNode = () => {
    const closing = new AbortController();
    const { note, stop } = startFetchPictures(deps(closing.signal));
    const end = async () => {
      closing.abort();
      await stop();
    };
    ends.push(end);
    return { note, end };
  };
  const node = startNode();
  const fetched = (...attachments: string[]) => {
    const event = { dedupeKey: "m1", content: { kind: "media" as const } };
    const fact = { customer, atMs: null, kind: "event", event, isToBot: false, attachments };
    return node.note(on, [fact as ChannelFact]);
  };
  const kept = () => store.pictures.ofMessage(ref, "m1");
  const left = () => run("select tries, due_at <= now() as is_due from picture_fetches");
  const all = { url, asked, past, reasons, warnings, fetched, kept, left };
  return { ...all, run, store, ref, node, startNode, isHanging };
}

test("a picture of Messenger is fetched from Meta's CDN, past the guard, and kept beside its event", async (t) => {
  const { fetched, kept, past } = await startFetching(t, messenger);
  const at = "https://scontent.xx.fbcdn.net/v/cup.png?oe=1";
  await fetched(at);
  await eventually(15_000, async () => assert.equal((await kept()).length, 1));
  assert.deepEqual(past, [at]);
  const [picture] = await kept();
  assert.deepEqual([picture?.type, picture?.width, picture?.height], ["image/png", 40, 30]);
  // The same event comes again: nothing is fetched twice.
  await fetched(at, at);
  await fetched();
  await eventually(15_000, async () => assert.equal((await kept()).length, 1));
  assert.deepEqual(past, [at]);
});

test("a node that stops while it fetches leaves it to another one, which goes on at once", async (t) => {
  const fetching = await startFetching(t, messenger);
  const { fetched, kept, past, node, startNode, isHanging, left } = fetching;
  isHanging.value = true;
  const at = ["https://scontent.fbcdn.net/one.png", "https://scontent.fbcdn.net/two.png"];
  await fetched(...at);
  await eventually(15_000, async () => assert.deepEqual(past, at.slice(0, 1)));
  assert.deepEqual(await left(), [{ tries: 1, is_due: false }], "no other node takes it meanwhile");
  await node.end();
  assert.deepEqual([await kept(), fetching.reasons], [[], []]);
  assert.deepEqual(await left(), [{ tries: 1, is_due: true }]);
  isHanging.value = false;
  startNode();
  await eventually(15_000, async () => assert.deepEqual(await left(), []));
  assert.deepEqual(past, [at[0], ...at]);
  assert.equal((await kept()).length, 2);
});

test("what is there already is not fetched anew, and a file that ends nodes is given up", async (t) => {
  const fetching = await startFetching(t, messenger);
  const { fetched, kept, past, node, startNode, run, store, ref, left, warnings } = fetching;
  await node.end();
  const at = ["https://scontent.fbcdn.net/one.png", "https://scontent.fbcdn.net/two.png"];
  await fetched(...at);
  const keeping = { pictures: store.pictures, reEncode: createReEncode(), scan: null };
  await storePicture(keeping, ref, { dedupeKey: "m1", place: 0 }, png);
  startNode();
  await eventually(15_000, async () => assert.deepEqual(await left(), []));
  assert.deepEqual(past, [at[1]]);
  assert.equal((await kept()).length, 2);

  // Three nodes were killed while they had it.
  await run("delete from pictures");
  await fetched(...at);
  await run("update picture_fetches set tries = 3, due_at = now()");
  const before = past.length;
  await eventually(15_000, async () => assert.deepEqual(await left(), []));
  assert.equal(past.length, before);
  assert.match(warnings.join(), /^a picture was given up/);
});

test("what a webhook names elsewhere is not fetched, nor what is too long or not there", async (t) => {
  const { fetched, kept, past, asked, reasons, url } = await startFetching(t, messenger);
  const elsewhere = [
    "http://scontent.fbcdn.net/cup.png",
    "https://fbcdn.net.shop.example/cup.png",
    "https://notfbcdn.net/cup.png",
    "https://scontent.fbcdn.net:8443/cup.png",
  ];
  await fetched(...elsewhere);
  await eventually(15_000, async () => assert.equal(reasons.length, elsewhere.length));
  assert.deepEqual([past, asked], [[], []]);
  assert.deepEqual(reasons, Array(4).fill("not_fetched"));
  await fetched(`${url}/endless.png`);
  await eventually(15_000, async () => assert.equal(reasons.length, 5));
  assert.deepEqual(asked, ["GET /endless.png"]);
  // Five were tried within the minute: the sixth waits for another one.
  await fetched(`${url}/cup.png`);
  await eventually(15_000, async () => assert.equal(reasons.length, 6));
  assert.deepEqual(asked, ["GET /endless.png"]);
  assert.deepEqual(await kept(), []);
});

test("a photo of Telegram is asked for by its id, and fetched from the Bot API's host", async (t) => {
  const { fetched, kept, asked } = await startFetching(t, telegram);
  await fetched("AgACAgQAAxkBAAMR");
  await eventually(15_000, async () => assert.equal((await kept()).length, 1));
  assert.deepEqual(asked, [`POST /bot${token}/getFile`, `GET /file/bot${token}/photos/file_1.png`]);
});

test("webhooks tell which pictures there are: no sticker, no voice, no video", () => {
  const link = { facts: {}, externalId: "1", secrets: {} } as never;
  const update = (message: object) => {
    const from = { id: 7, is_bot: false };
    const chat = { id: 7, type: "private" };
    const body = { update_id: 1, message: { message_id: 1, date: 1, from, chat, ...message } };
    const { facts } = telegram.webhook.receive(Buffer.from(JSON.stringify(body)), link);
    return facts.map((fact) => fact.kind === "event" && fact.attachments);
  };
  const sizes = [{ file_id: "small" }, { file_id: "large" }];
  assert.deepEqual(update({ photo: sizes }), [["large"]]);
  assert.deepEqual(update({ photo: sizes, caption: "broken" }), [["large"]]);
  assert.deepEqual(update({ document: { file_id: "pdf" } }), [["pdf"]]);
  for (const message of [
    { voice: { file_id: "v" } },
    { video: { file_id: "v" } },
    { text: "hi" },
  ]) {
    assert.deepEqual(update(message), [undefined]);
  }
});

test("only an event without words is marked as a picture that a person may look at", () => {
  const fact = (content: object, attachments?: string[]) =>
    ({ kind: "event", event: { dedupeKey: "1", content }, attachments }) as unknown as ChannelFact;
  const facts = [
    fact({ kind: "media" }, ["a"]),
    fact({ kind: "media" }),
    fact({ kind: "text" }, ["a"]),
  ];
  const marks = markPictures(facts).map((one) => one.kind === "event" && one.event.content);
  assert.deepEqual(marks, [
    { kind: "media", isPicture: true },
    { kind: "media" },
    { kind: "text" },
  ]);
});
