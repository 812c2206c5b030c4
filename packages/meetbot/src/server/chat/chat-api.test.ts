import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { test } from "node:test";
import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import { follower } from "../../../test/fixtures/guest.ts";
import { bot } from "../../store/store.fixture.ts";
import type { Store } from "../../store/store.ts";
import { startTestServer } from "../server.fixture.ts";

/** Where the events of a conversation came from, in order. */
async function networksOf(store: Store, ref: ConversationRef) {
  const messages = await store.mailbox.messagesAfter(ref, 0, 100);
  return messages.flatMap((one) => (one.from === "customer" ? [one.event.content.network] : []));
}

test("each event knows the network it came from; the customer, the log and the tables do not", async (t) => {
  const trustedProxies = ["127.0.0.1"];
  const { url, store, run, logged } = await startTestServer(t, { trustedProxies });
  const base = `${url}/chat/${bot.id}`;
  const opened = await fetch(`${base}/conversations`, {
    method: "POST",
    headers: { "x-forwarded-for": "198.51.100.1, 203.0.113.7" },
  });
  const { conversation_id: conversationId, token } = (await opened.json()) as {
    conversation_id: string;
    token: string;
  };
  const guest = await follower({ base, conversationId, token });
  const contents = [{ text: "hello" }, { payload: "menu:help" }];
  for (const content of contents) {
    const response = await fetch(`${base}/messages`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "x-forwarded-for": "2001:db8:1:2::7" },
      body: JSON.stringify({ id: randomUUID(), ...content }),
    });
    assert.equal(response.status, 202);
    await guest.replies(1);
  }
  guest.leave();

  const networks = ["203.0.113.0/24", "2001:db8:1:2::/64", "2001:db8:1:2::/64"];
  assert.deepEqual(await networksOf(store, { botId: bot.id, conversationId }), networks);
  const rows = await run("select * from messages join conversations using (conversation_id)");
  // Sealed columns are bytes: read as characters, they would show what is not sealed.
  const tables = rows.flatMap((row) => Object.values(row)).map((value) => String(value));
  for (const place of [JSON.stringify(guest.heard), logged.join(), tables.join()]) {
    assert.doesNotMatch(place, /203\.0\.113|2001:db8|network/);
  }
});

test("what a customer forged does not count before what the proxy added, however many lines part them", async (t) => {
  const { url, store } = await startTestServer(t, { trustedProxies: ["127.0.0.1"] });
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  await once(socket, "connect");
  const lines = [
    `POST /chat/${bot.id}/conversations HTTP/1.1`,
    ...["Host: meetbot.example", "Connection: close", "Content-Length: 0"],
    ...["X-Forwarded-For: 198.51.100.1", ...Array(3_000).fill("a:")],
    ...["X-Forwarded-For: 203.0.113.7", "", ""],
  ];
  socket.write(lines.join("\r\n"));
  const [, body = ""] = (await text(socket)).split("\r\n\r\n");
  const { conversation_id: conversationId } = JSON.parse(body);
  assert.deepEqual(await networksOf(store, { botId: bot.id, conversationId }), ["203.0.113.0/24"]);
});

test("what came is soon followed by an empty comment: WebKit keeps the end of it until more comes", async (t) => {
  const { url } = await startTestServer(t);
  const base = `${url}/chat/${bot.id}`;
  const opened = await fetch(`${base}/conversations`, { method: "POST" });
  const { token } = (await opened.json()) as { token: string };
  const left = new AbortController();
  const headers = { authorization: `Bearer ${token}` };
  const signal = AbortSignal.any([left.signal, AbortSignal.timeout(60_000)]);
  const events = await fetch(`${base}/events`, { headers, signal });
  assert(events.body);
  let heard = "";
  for await (const bytes of events.body.pipeThrough(new TextDecoderStream())) {
    heard += bytes;
    if (/event: message\n[\s\S]*\n\n:\n\n$/.test(heard)) break;
  }
  left.abort();
});
