import assert from "node:assert/strict";
import { test } from "node:test";
import type { Message } from "@meetbot/model/conversation/conversation.ts";
import type { OutboundReply, VisibleReply } from "@meetbot/model/conversation/reply.ts";
import type { Holder } from "@meetbot/model/desk/holder.ts";
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

/** A wait without a hint. */
const silence = () => {};

/** A transcript and a clock that move only when the stream waits. */
function streamOf(
  transcript: Message[],
  whenWaiting: ((now: number) => void)[] = [],
  desk: { holder: Holder; writer: string | null; handledSeq?: number } = {
    holder: "bot",
    writer: null,
  },
) {
  let now = 0;
  const ended = new AbortController();
  const waits: number[] = [];
  const asked: number[] = [];
  const readAfter: number[] = [];
  const deps: StreamDeps = {
    async read(afterSeq) {
      readAfter.push(afterSeq);
      return transcript.filter((message) => message.seq > afterSeq);
    },
    askForNews: (afterSeq) => asked.push(afterSeq),
    holder: () => desk.holder,
    handledSeq: () => desk.handledSeq ?? 0,
    writer() {
      const { writer } = desk;
      desk.writer = null;
      return writer;
    },
    async changed(ms) {
      waits.push(ms);
      now += ms;
      const next = whenWaiting.shift();
      if (next) next(now);
      else ended.abort();
      return next !== undefined && next !== silence;
    },
    visible: (reply: OutboundReply): VisibleReply => reply as VisibleReply,
    now: () => now,
    signal: ended.signal,
  };
  return { deps, waits, asked, readAfter };
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
    ['event: typing\ndata: {"from":"bot"}\n\n'],
  );
  assert.equal(waits[0], 2500);
});

test("the bot writes no more once a turn said nothing, or a person answers, and then not at all", async () => {
  const writing = 'event: typing\ndata: {"from":"bot"}\n\n';
  const stateOf = (holder: Holder) => `event: state\ndata: {"holder":"${holder}"}\n\n`;
  const desk = { holder: "waiting" as Holder, writer: null, handledSeq: 0 };
  const handled = () => {
    desk.handledSeq = 3;
  };
  const slow = streamOf([welcome, tap], [() => {}, handled, () => {}], desk);
  const frames = await Array.fromAsync(send(slow.deps, 3));
  assert.deepEqual(frames.slice(1), [stateOf("waiting"), writing, stateOf("waiting")]);
  const held = streamOf([welcome, tap], [() => {}], { holder: "person", writer: null });
  const silent = await Array.fromAsync(send(held.deps, 3));
  assert.deepEqual(silent.slice(1), [stateOf("person")]);
});

test("a silent stream gives a sign of life every 15 seconds", async () => {
  const { deps } = streamOf([welcome], [silence, silence, silence, silence]);
  const frames = await Array.fromAsync(send(deps, 2));
  assert.equal(frames.filter((frame) => frame.startsWith(":")).length, 1);
});

test("what nothing told of is asked for every 5 seconds, and read only once it is told", async () => {
  const transcript: Message[] = [start, welcome];
  const tell = () => transcript.push(tap);
  const { deps, waits, asked, readAfter } = streamOf(transcript, [silence, silence, tell]);
  const frames = await Array.fromAsync(send(deps, 2));
  assert.deepEqual(
    dataOf(frames).map(({ seq }) => seq),
    [3],
  );
  assert.deepEqual(waits.slice(0, 3), [5000, 5000, 5000]);
  assert.deepEqual(
    [asked, readAfter],
    [
      [2, 2],
      [1, 2],
    ],
  );
});

test("what a person typed has their name beside it, and not in the reply", async () => {
  const reply: OutboundReply = {
    kind: "text",
    locale: "en",
    text: "It leaves today.",
    person: { name: "Ada" },
  };
  const typed: Message = { seq: 4, from: "person", name: "Ada", reply };
  const frames = await Array.fromAsync(send(streamOf([start, welcome, tap, typed]).deps, 3));
  assert.deepEqual(dataOf(frames), [
    {
      ...{ seq: 4, from: "person", name: "Ada", locale: "en" },
      reply: { kind: "text", text: "It leaves today." },
    },
  ]);
});

const eventsOf = (frames: string[], name: string) =>
  frames
    .join("")
    .split("\n\n")
    .flatMap((event) => {
      const prefix = `event: ${name}\ndata: `;
      return event.startsWith(prefix) ? [JSON.parse(event.slice(prefix.length))] : [];
    });

test("who answers is told before anything else, and at each change", async () => {
  const desk: { holder: Holder; writer: null } = { holder: "waiting", writer: null };
  const become = (holder: Holder) => () => {
    desk.holder = holder;
  };
  const changes = [become("person"), become("person"), become("bot")];
  const { deps } = streamOf([start, welcome], changes, desk);
  const frames = await Array.fromAsync(send(deps, 0));
  assert.deepEqual(
    eventsOf(frames, "state").map(({ holder }) => holder),
    ["waiting", "person", "bot"],
  );
  const whole = frames.join("");
  assert(whole.indexOf("event: state") < whole.indexOf("event: message"));
});

test("that a person writes is told at once, and at most every 3 seconds", async () => {
  const desk: { holder: Holder; writer: string | null } = { holder: "person", writer: null };
  const { deps } = streamOf([welcome], [], desk);
  const waits = [100, 1000, 1000, 1000, 100];
  let now = 0;
  const ended = new AbortController();
  const frames = await Array.fromAsync(
    send(
      {
        ...deps,
        now: () => now,
        signal: ended.signal,
        async changed() {
          now += waits.shift() ?? 0;
          desk.writer = "Ada";
          if (waits.length === 0) ended.abort();
          return true;
        },
      },
      2,
    ),
  );
  assert.deepEqual(
    eventsOf(frames, "typing"),
    [
      { from: "person", name: "Ada" },
      { from: "person", name: "Ada" },
    ].slice(0, 2),
  );
});
