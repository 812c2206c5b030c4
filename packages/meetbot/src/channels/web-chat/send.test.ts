import assert from "node:assert/strict";
import { test } from "node:test";
import type { Message } from "../../model/conversation/conversation.ts";
import type { OutboundReply, VisibleReply } from "../../model/conversation/reply.ts";
import { type StreamDeps, send } from "./send.ts";

const start: Message = {
  seq: 1,
  from: "customer",
  event: { dedupeKey: "start", content: { kind: "start", locale: "en", account: null } },
};
const welcome: Message = {
  seq: 2,
  from: "bot",
  reply: {
    kind: "text",
    locale: "en",
    text: "Hi",
    choices: [{ title: "My orders", payload: "menu:orders" }],
  },
};
const tap: Message = {
  seq: 3,
  from: "customer",
  event: { dedupeKey: "id-3", content: { kind: "tap", payload: "menu:orders" } },
};

/** A transcript and a clock that move only when the stream waits. */
function streamOf(transcript: Message[], whenWaiting: ((now: number) => void)[] = []) {
  let now = 0;
  const ended = new AbortController();
  const waits: number[] = [];
  const deps: StreamDeps = {
    read: async (afterSeq) => transcript.filter((message) => message.seq > afterSeq),
    async changed(ms) {
      waits.push(ms);
      now += ms;
      const next = whenWaiting.shift();
      if (next) next(now);
      else ended.abort();
    },
    visible: (reply: OutboundReply): VisibleReply => reply as VisibleReply,
    now: () => now,
    signal: ended.signal,
  };
  return { deps, waits };
}

const dataOf = (frames: string[]) =>
  frames
    .join("")
    .split("\n\n")
    .flatMap((event) => {
      const data = /^event: message\nid: \d+\ndata: (.*)$/.exec(event)?.[1];
      return data ? [JSON.parse(data)] : [];
    });

test("the whole conversation is replayed, without the opening, taps with their titles", async () => {
  const frames = await Array.fromAsync(send(streamOf([start, welcome, tap]).deps, 0));
  assert.deepEqual(dataOf(frames), [
    {
      seq: 2,
      from: "bot",
      locale: "en",
      reply: {
        kind: "text",
        text: "Hi",
        choices: [{ title: "My orders", payload: "menu:orders" }],
      },
    },
    { seq: 3, from: "customer", id: "id-3", text: "My orders" },
  ]);
});

test("each message says when it was stored, where that is known", async () => {
  const at = new Date("2026-11-28T09:15:00Z");
  const frames = await Array.fromAsync(send(streamOf([start, { ...welcome, at }, tap]).deps, 0));
  assert.deepEqual(
    dataOf(frames).map((data) => data.at),
    ["2026-11-28T09:15:00.000Z", undefined],
  );
});

test("after Last-Event-ID only what follows is sent, taps still with their titles", async () => {
  const frames = await Array.fromAsync(send(streamOf([start, welcome, tap]).deps, 2));
  assert.deepEqual(dataOf(frames), [{ seq: 3, from: "customer", id: "id-3", text: "My orders" }]);
});

test("a Last-Event-ID beyond the end hides nothing that comes later", async () => {
  const transcript: Message[] = [start];
  const { deps } = streamOf(transcript, [() => transcript.push(welcome)]);
  const frames = await Array.fromAsync(send(deps, 999));
  assert.deepEqual(
    dataOf(frames).map(({ seq }) => seq),
    [2],
  );
});

test("a message that comes while the stream waits is sent as soon as it is told of", async () => {
  const transcript: Message[] = [start];
  const { deps } = streamOf(transcript, [() => transcript.push(welcome)]);
  const frames = await Array.fromAsync(send(deps, 0));
  assert.deepEqual(
    dataOf(frames).map(({ seq }) => seq),
    [2],
  );
});

test("typing is told once, 2.5 seconds after a message without a reply, and is no message", async () => {
  const { deps, waits } = streamOf([welcome, tap], [() => {}, () => {}]);
  const frames = await Array.fromAsync(send(deps, 3));
  assert.deepEqual(
    frames.filter((frame) => frame.startsWith("event: typing")),
    ["event: typing\ndata: {}\n\n"],
  );
  assert.equal(waits[0], 2500);
});

test("a silent stream gives a sign of life every 15 seconds", async () => {
  const { deps } = streamOf([welcome], [() => {}, () => {}, () => {}, () => {}]);
  const frames = await Array.fromAsync(send(deps, 2));
  assert.equal(frames.filter((frame) => frame.startsWith(":")).length, 1);
});
