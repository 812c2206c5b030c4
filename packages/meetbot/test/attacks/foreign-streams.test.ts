import assert from "node:assert/strict";
import { once } from "node:events";
import { connect } from "node:net";
import { after, test } from "node:test";
import { signIdentity } from "@meetbot/sdk";
import { patienceMs, post, readUntil, type Seat } from "../fixtures/conversation.ts";
import type { Guest } from "../fixtures/guest.ts";
import { type CreatedBot, startInstallation } from "../fixtures/installation.ts";
import { lookUpsOf, startOwnShop } from "../fixtures/own-shop.ts";
import { refused } from "../fixtures/probes.ts";
import { assertSees, createShopper, type Shopper } from "../fixtures/shopper.ts";

// A victim is signed in and sees all of their orders; the stranger wants to read along.

const jane = createShopper("jane");
const mallory = createShopper("mallory");
const gone = createShopper("gone");
const shop = await startOwnShop({ after }, lookUpsOf([jane, mallory, gone]));
const { createBot, nodes, newGuest, machine, env } = await startInstallation({ after }, { shop });
const [bot, otherBot] = await Promise.all([createBot("ladder"), createBot("ladder")]);
const node = nodes[0]!.url;

async function signIn(shopper: Shopper, to: CreatedBot = bot): Promise<Guest> {
  const { botId, identitySecret } = to;
  const identity = signIdentity({ identitySecret, botId, account: shopper.email });
  const guest = await newGuest(to, { url: node, body: { identity } });
  await guest.say("my orders in progress", 2);
  assertSees(guest, shopper);
  return guest;
}

const victim = await signIn(jane);
const stranger = await signIn(mallory);
const { base } = victim.seat;

function assertNothingOfJane(text: string): void {
  for (const secret of jane.everything) assert(!text.includes(secret), `${secret} in: ${text}`);
}

/** Asks with any method, and hands out the answer's head and body as one text. */
async function readAll(path: string, init: RequestInit = {}) {
  const response = await fetch(path, { ...init, signal: AbortSignal.timeout(patienceMs) });
  const body = await response.text();
  return { response, text: `${[...response.headers].join("\n")}\n${body}` };
}

test("a stranger who puts the victim's token anywhere but into its header reads nothing", async () => {
  const { token, conversationId } = victim.seat;
  const paths = [
    `${base}/events?token=${token}`,
    `${base}/events?access_token=${token}`,
    `${base}/events?authorization=Bearer%20${token}`,
    `${base}/events?conversation_id=${conversationId}`,
    `${base}/events#${token}`,
  ];
  const headers = [{}, { cookie: `token=${token}; authorization=Bearer ${token}` }];
  for (const path of paths) {
    for (const given of headers) {
      const { response, text } = await readAll(path, { headers: given });
      assert.equal(response.status, 401, path);
      assertNothingOfJane(text);
    }
  }
  for (const path of [`${base}/events/${token}`, `${base}/events/${conversationId}`]) {
    const headers = { authorization: `Bearer ${stranger.seat.token}` };
    const { response, text } = await readAll(path, { headers });
    assert.equal(response.status, 404);
    assertNothingOfJane(text);
  }
});

test("a stranger's own token opens no other conversation, whatever is said of which", async () => {
  const { conversationId } = victim.seat;
  const last = stranger.heard.at(-1)!.seq;
  const headers = {
    authorization: `Bearer ${stranger.seat.token}`,
    "x-conversation-id": conversationId,
    "conversation-id": conversationId,
  };
  const response = await fetch(`${base}/events?conversation_id=${conversationId}`, {
    headers,
    signal: AbortSignal.timeout(patienceMs),
  });
  assert.equal(response.status, 200);
  let text = "";
  for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    if (text.includes(`"seq":${last}`)) break;
  }
  assert(text.includes(mallory.person[0]!));
  assertNothingOfJane(text);
});

test("a stranger with a conversation of the same shop's other bot reads nothing of this one", async () => {
  const elsewhere = await signIn(mallory, otherBot);
  for (const { token, at } of [
    { token: elsewhere.seat.token, at: base },
    { token: victim.seat.token, at: elsewhere.seat.base },
  ]) {
    const headers = { authorization: `Bearer ${token}` };
    const { response, text } = await readAll(`${at}/events`, { headers });
    await refused(new Response(text.slice(text.indexOf("{")), response), 401, "invalid_token");
    assert.equal((await post({ base: at, token, conversationId: "" }, { text: "hi" })).status, 401);
  }
});

test("a stranger who asks for what comes after odd places gets their own conversation", async () => {
  const own = stranger.heard.map(({ seq }) => seq);
  const last = own.at(-1)!;
  const places = ["-1", "-9999", "0", "1e9", "0x0", "NaN", "1;2", "1.5", "9".repeat(16), "null"];
  for (const lastEventId of places) {
    const read = await readUntil(stranger.seat, ({ seq }) => seq === last, lastEventId);
    assert.deepEqual(
      read.map(({ seq }) => seq),
      own,
      lastEventId,
    );
    assertNothingOfJane(JSON.stringify(read));
  }
});

test("a stranger who names a place far beyond the end is told what comes next, and of their own", async () => {
  let isHeard = false;
  const reading = readUntil(stranger.seat, () => true, "999999999999999").finally(() => {
    isHeard = true;
  });
  // Messages sent before the stream has looked up where the end is count as received already.
  while (!isHeard) {
    await stranger.say("thanks", 1);
    await victim.say("my orders in progress", 2);
  }
  assertNothingOfJane(JSON.stringify(await reading));
});

test("a stranger who uses other methods gets no stream without the token, and no body with it", async () => {
  const withToken = { authorization: `Bearer ${victim.seat.token}` };
  for (const method of ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "QUERY"]) {
    for (const headers of [{}, withToken]) {
      const { response, text } = await readAll(`${base}/events`, { method, headers });
      assert.equal(response.status, 405, method);
      assertNothingOfJane(text);
    }
  }
  for (const [headers, status] of [
    [{}, 401],
    [withToken, 200],
  ] as const) {
    const { response, text } = await readAll(`${base}/events`, { method: "HEAD", headers });
    assert.equal(response.status, status);
    assertNothingOfJane(text);
  }
  const override = { ...withToken, "x-http-method-override": "GET" };
  const { response } = await readAll(`${base}/events`, { method: "POST", headers: override });
  assert.equal(response.status, 405);
});

/** Sends raw requests over one connection, and reads until all of `awaited` was there. */
async function speak(raw: string, awaited: RegExp): Promise<string> {
  const { port, hostname } = new URL(node);
  const socket = connect(Number(port), hostname).setEncoding("utf8");
  const signal = AbortSignal.timeout(patienceMs);
  socket.write(raw);
  let heard = "";
  while (!awaited.test(heard)) heard += (await once(socket, "data", { signal }))[0];
  socket.destroy();
  return heard;
}

function request(method: string, path: string, lines: string[], body = ""): string {
  const { host } = new URL(node);
  const head = [`${method} ${path} HTTP/1.1`, `Host: ${host}`, ...lines];
  return `${head.join("\r\n")}\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
}

test("a stranger's request behind the victim's on one connection does not get the victim's token", async () => {
  const { pathname } = new URL(base);
  const bearer = ({ token }: Seat) => `Authorization: Bearer ${token}`;
  const hello = JSON.stringify({ id: crypto.randomUUID(), text: "thanks" });
  const posted = request("POST", `${pathname}/messages`, [bearer(victim.seat)], hello);

  const without = request("GET", `${pathname}/events`, []);
  const answers = await speak(posted + without, /202 .*invalid_token/s);
  assert.match(answers, /^HTTP\/1\.1 202 .*HTTP\/1\.1 401 /s);
  assertNothingOfJane(answers);

  const own = request("GET", `${pathname}/events`, [bearer(stranger.seat)]);
  const stream = await speak(posted + own, new RegExp(`"seq":${stranger.heard.at(-1)!.seq}\\b`));
  assert(stream.includes(mallory.person[0]!));
  assertNothingOfJane(stream);
  await victim.replies(1);
});

test("a stranger who hides a request in the victim's body has sent no request", async () => {
  const { pathname } = new URL(base);
  const hidden = `\r\n\r\nGET ${pathname}/events HTTP/1.1\r\nAuthorization: Bearer ${victim.seat.token}`;
  const text = `hello${hidden}`;
  const body = JSON.stringify({ id: crypto.randomUUID(), text });
  const lines = [`Authorization: Bearer ${stranger.seat.token}`];
  const smuggled = [
    request("POST", `${pathname}/messages`, lines, body),
    request("POST", `${pathname}/messages`, [...lines, "Transfer-Encoding: chunked"], `0${hidden}`),
  ];
  for (const raw of smuggled) {
    const answer = await speak(raw, /^HTTP\/1\.1 \d+ /);
    assert.match(answer, /^HTTP\/1\.1 (?:202|400) /);
    assertNothingOfJane(answer);
  }
});

test("a stranger with the token of a customer who was deleted reads and says nothing more", async () => {
  const deleted = await signIn(gone);
  const { code, stdout } = await machine.run(["customer", "delete", "--email", gone.email], {
    env,
  });
  assert.deepEqual([code, stdout], [0, "1 conversation deleted.\n"]);
  const headers = { authorization: `Bearer ${deleted.seat.token}` };
  const { response, text } = await readAll(`${base}/events`, { headers });
  assert.equal(response.status, 401);
  for (const secret of gone.everything) assert(!text.includes(secret));
  assert.equal((await post(deleted.seat, { text: "my orders in progress" })).status, 401);
});
