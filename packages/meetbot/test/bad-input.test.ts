import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { connect } from "node:net";
import { buffer } from "node:stream/consumers";
import { after, test } from "node:test";
import { gzipSync } from "node:zlib";
import { post, readUntil, type Seat, takeSeat } from "./fixtures/conversation.ts";
import { openGuest } from "./fixtures/guest.ts";
import { createMachine } from "./fixtures/machine.ts";
import { refused, talksOn } from "./fixtures/probes.ts";

// What strangers send: each gets a clear refusal or a polite reply, and nobody else notices.

const botId = "bot_demo";
const machine = createMachine({ after });
const demo = await machine.start(["demo", "--no-samples", "--json", "--port", "0"]);
const { port } = new URL(demo.url);

after(() => assert.equal(demo.printed.stderr, "", "a fault was logged"));

/** Posts raw bytes as the message of a conversation. */
function postRaw(
  seat: Seat,
  body: NonNullable<RequestInit["body"]>,
  headers: Record<string, string> = {},
) {
  return fetch(`${seat.base}/messages`, {
    method: "POST",
    headers: { authorization: `Bearer ${seat.token}`, ...headers },
    body,
    duplex: "half",
  } as RequestInit);
}

const id = randomUUID();
const malformedMessages: [what: string, body: string, code: string][] = [
  ["an empty body", "", "invalid_json"],
  ["a body cut short", `{"id":"${id}","text":"he`, "invalid_json"],
  ["a form", "id=1&text=hello", "invalid_json"],
  ["a list", `[{"id":"${id}","text":"hello"}]`, "not_an_object"],
  ["null", "null", "not_an_object"],
  ["a string", '"hello"', "not_an_object"],
  ["lists 30,000 deep", "[".repeat(30_000) + "]".repeat(30_000), "not_an_object"],
  ["no id", '{"text":"hello"}', "invalid_id"],
  ["a number as id", '{"id":1,"text":"hello"}', "invalid_id"],
  ["an id that is no UUID", '{"id":"1","text":"hello"}', "invalid_id"],
  ["an id with a NUL in it", `{"id":"${id}\\u0000","text":"hello"}`, "invalid_id"],
  ["an id without dashes", `{"id":"${id.replaceAll("-", "")}","text":"hello"}`, "invalid_id"],
  ["neither text nor payload", `{"id":"${id}"}`, "text_or_payload"],
  ["text and payload", `{"id":"${id}","text":"a","payload":"menu:help"}`, "text_or_payload"],
  ["a text in the prototype", `{"id":"${id}","__proto__":{"text":"a"}}`, "text_or_payload"],
  ["a number as text", `{"id":"${id}","text":1}`, "invalid_text"],
  ["null as text", `{"id":"${id}","text":null}`, "invalid_text"],
  ["an object as text", `{"id":"${id}","text":{"toString":1}}`, "invalid_text"],
  ["an empty text", `{"id":"${id}","text":""}`, "invalid_text"],
  ["a blank text", `{"id":"${id}","text":" \\n\\t\\u3000"}`, "invalid_text"],
  ["10,000 characters", `{"id":"${id}","text":"${"a".repeat(10_000)}"}`, "text_too_long"],
  ["10,000 Chinese characters", `{"id":"${id}","text":"${"单".repeat(10_000)}"}`, "text_too_long"],
  ["a list as payload", `{"id":"${id}","payload":["menu:help"]}`, "invalid_payload"],
  ["an empty payload", `{"id":"${id}","payload":""}`, "invalid_payload"],
  ["a very long payload", `{"id":"${id}","payload":"${"p".repeat(9_000)}"}`, "invalid_payload"],
];

test("a malformed message is refused with a code, and the conversation goes on", async (t) => {
  const seat = await takeSeat(demo.url, botId);
  for (const [what, body, code] of malformedMessages) {
    await t.test(what, async () => refused(await postRaw(seat, body), 400, code));
  }
  await t.test("a compressed body", async () => {
    const body = gzipSync(JSON.stringify({ id, text: "hello" }));
    const response = await postRaw(seat, body, { "content-encoding": "gzip" });
    await refused(response, 400, "invalid_json");
  });
  await talksOn(seat);
});

test("a body over 64 KiB is refused, with and without its length", async () => {
  const seat = await takeSeat(demo.url, botId);
  const tooLarge = JSON.stringify({ id, text: "hello", more: "x".repeat(64 * 1024) });
  await refused(await postRaw(seat, tooLarge), 413, "body_too_large");
  const chunked = new Blob([tooLarge]).stream();
  await refused(await postRaw(seat, chunked), 413, "body_too_large");
  await talksOn(seat);
});

test("a malformed wish for a conversation is refused; an odd language is not", async () => {
  const open = (body: string) =>
    fetch(`${demo.url}/chat/${botId}/conversations`, { method: "POST", body });
  for (const body of ["{", "[]", "null", "1", '"en"', '{"locale":}']) {
    await refused(await open(body), 400, "invalid_json");
  }
  await refused(await open('{"identity":"eyJhbGciOiJub25lIn0.e30."}'), 401);
  for (const locale of [5, null, "", "tlh", "\u0000", "x".repeat(5_000), ["zh"]]) {
    const opened = await open(JSON.stringify({ locale }));
    assert.equal(opened.status, 201);
    const { token } = (await opened.json()) as { token: string };
    await talksOn({ base: `${demo.url}/chat/${botId}`, conversationId: "", token });
  }
});

const oddTexts = [
  "👍",
  "👨‍👩‍👧‍👦🏳️‍🌈 where is my order? 📦📦📦",
  "אֵיפֹה הַהַזְמָנָה שֶׁלִּי",
  "\u202Eerehw si ym redro\u202C",
  "a\u0000b",
  "\u0000",
  "\u0001\u0007\u001b[2J\u007f\u0085",
  "line\r\nline\n\n\ndata: x\nevent: message",
  "\ud83d",
  "\udc4d\ud83d order \ud83d",
  "Z̸̡̛͙̠̟͔̲̬̤̱̝͎̮̪ͩ̇̍͊ͥ̆̄̎͟͠".repeat(40),
  "\ufeff\u200b\u2060\u00ad",
  "<script>alert(1)</script> {bot} {{7*7}} %s",
  "'; drop table messages; --",
  "單".repeat(4_000),
  "@".repeat(4_000),
  "1".repeat(4_000),
  "a@".repeat(2_000),
];

test("any text is taken as it is, and answered politely", async () => {
  const seat = await takeSeat(demo.url, botId);
  for (const text of oddTexts) assert.equal((await post(seat, { text })).status, 202);
  const messages = await talksOn(seat, oddTexts);
  assert.doesNotMatch(JSON.stringify(messages), /something went wrong/);
});

test("each odd text has a reply of its own", async () => {
  for (const text of oddTexts) {
    const guest = await openGuest(demo.url, botId);
    const [reply] = await guest.say(text, 1);
    assert.match(reply?.text ?? "", /\S/);
    guest.leave();
  }
});

test("bytes that are no UTF-8 are read as the replacement character", async () => {
  const seat = await takeSeat(demo.url, botId);
  const body = Buffer.from(`{"id":"${randomUUID()}","text":"caf\u00e9"}`, "latin1");
  assert.equal((await postRaw(seat, body)).status, 202);
  await talksOn(seat, ["caf\ufffd"]);
});

test("a payload that is no choice of this conversation is answered, and does nothing", async () => {
  const other = await openGuest(demo.url, botId);
  await other.say("where is my order? my email is yilia@meetbot.biz", 2);
  const more = other.heard
    .flatMap((message) => (message.from === "bot" ? (message.reply.choices ?? []) : []))
    .find(({ title }) => title === "More")!;
  const guest = await openGuest(demo.url, botId);
  const payloads = [more.payload, "menu:nothing", "__proto__", "constructor", "toString", "\u0000"];
  for (const payload of payloads) {
    assert.equal((await post(guest.seat, { payload })).status, 202);
    const [reply] = await guest.replies(1);
    assert.match(reply?.text ?? "", /no longer works/);
  }
  await talksOn(guest.seat, Array(payloads.length).fill("…"));
});

test("a method that a route does not have is refused, and the one it has is named", async () => {
  const seat = await takeSeat(demo.url, botId);
  const headers = { authorization: `Bearer ${seat.token}` };
  const ask = (method: string, path: string) => fetch(`${seat.base}/${path}`, { method, headers });
  const routes = { conversations: "POST", messages: "POST", events: "GET" };
  for (const [path, allowed] of Object.entries(routes)) {
    for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]) {
      if (method === allowed) continue;
      const response = await ask(method, path);
      assert.equal(response.headers.get("allow"), allowed);
      await refused(response, 405, "method_not_allowed");
    }
  }
  for (const path of ["", "message", "messages/1", "events/", "../../chat", "%00"]) {
    for (const method of ["GET", "POST"]) await refused(await ask(method, path), 404, "not_found");
  }
  await talksOn(seat);
});

test("a Last-Event-ID that is no sequence number replays the whole conversation", async () => {
  const seat = await takeSeat(demo.url, botId);
  const whole = await talksOn(seat);
  for (const lastEventId of ["abc", "-1", "1e1", "0x2", "1;2", "9".repeat(40)]) {
    const replayed = await readUntil(seat, ({ seq }) => seq === whole.at(-1)?.seq, lastEventId);
    assert.deepEqual(replayed, whole);
  }
});

test("what is no HTTP is refused, and the server stays", async () => {
  for (const bytes of [
    "\0\0\0\0",
    "GET /healthz\r\n\r\n",
    "POST / HTTP/1.1\r\n\r\n",
    "🤖\r\n\r\n",
  ]) {
    const socket = connect(Number(port), "127.0.0.1");
    socket.end(bytes);
    assert.match((await buffer(socket)).toString(), /^HTTP\/1\.1 400 /);
  }
  await talksOn(await takeSeat(demo.url, botId));
});
