import assert from "node:assert/strict";
import { test } from "node:test";
import { readEvents, type ServerEvent } from "./read-events.ts";

/** What is read of a body that comes in these pieces. */
async function read(
  pieces: (string | Uint8Array)[],
  onRetry: (ms: number) => void = () => {},
): Promise<ServerEvent[][]> {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of pieces) {
        controller.enqueue(typeof piece === "string" ? encoder.encode(piece) : piece);
      }
      controller.close();
    },
  });
  const batches: ServerEvent[][] = [];
  for await (const events of readEvents(body, () => {}, onRetry)) batches.push(events);
  return batches;
}

const message = (id: string, data: string) => ({ event: "message", id, data });

test("events are read with fields of all kinds, whether lines end in CR LF or in LF", async () => {
  const lines = ["retry: 1000", "", ": x", "event: message", "id: 7", "data: one", "data:two", ""];
  for (const end of ["\n", "\r\n"]) {
    const text = [...lines, "data: three", "", "event: nothing", "", "data", "", ""].join(end);
    assert.deepEqual(await read([text]), [
      [message("7", "one\ntwo"), message("7", "three"), message("7", "")],
    ]);
  }
});

test("cut anywhere, the same is read", async () => {
  const bytes = new TextEncoder().encode(
    'id: 1\r\ndata: {"text":"你好 👋"}\r\n\r\nid: 2\ndata: x\n\n',
  );
  for (let at = 0; at <= bytes.length; at++) {
    const events = await read([bytes.subarray(0, at), bytes.subarray(at)]);
    assert.deepEqual(
      events.flat(),
      [message("1", '{"text":"你好 👋"}'), message("2", "x")],
      `${at}`,
    );
  }
});

test("a long line comes in many pieces", async () => {
  const long = "订单".repeat(300_000);
  const bytes = new TextEncoder().encode(`data: ${long}\n\n`);
  const pieces = Array.from({ length: Math.ceil(bytes.length / 65_536) }, (_, n) =>
    bytes.subarray(n * 65_536, (n + 1) * 65_536),
  );
  assert.deepEqual(await read(pieces), [[message("", long)]]);
});

test("a history that comes in pieces is handed out at once, what follows by itself", async () => {
  const batches = await read([
    "id: 1\ndata: a\n\nid: 2\nda",
    "ta: b\n\n",
    "event: typing\ndata: {}\n\n",
  ]);
  assert.deepEqual(batches, [
    [message("1", "a"), message("2", "b")],
    [{ event: "typing", id: "2", data: "{}" }],
  ]);
});

test("an event that was cut off is none", async () => {
  assert.deepEqual(await read(["data: whole\n\ndata: half\n"]), []);
  assert.deepEqual(await read(["data: whole\n\n", "data: half\n"]), [[message("", "whole")]]);
});

test("each piece is a sign of life, comments too", async () => {
  let signs = 0;
  const body = new Blob([": still here\n\n"]).stream() as ReadableStream<Uint8Array>;
  for await (const _ of readEvents(
    body,
    () => signs++,
    () => {},
  ))
    assert.fail("no event");
  assert.equal(signs, 1);
});

test("whoever stops reading lets the stream go", async () => {
  let gone = false;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new TextEncoder().encode("data: x\n\n")),
    cancel() {
      gone = true;
    },
  });
  for await (const events of readEvents(
    body,
    () => {},
    () => {},
  )) {
    assert.equal(events.length, 1);
    break;
  }
  assert(gone);
});

test("how soon the server wants to be asked again is heard, also at the very end", async () => {
  const heard: number[] = [];
  await read(["retry: 1000\n\ndata: x\n\nretry:60000\n\n"], (ms) => heard.push(ms));
  assert.deepEqual(heard, [1000, 60_000]);
});
