import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import { startTestServer } from "../../server/server.fixture.ts";
import { bot } from "../../store/store.fixture.ts";
import { type ChatClient, openChat } from "./chat-client.ts";

test("who is told to slow down waits as long as they are told, and loses nothing", async (t) => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    request.resume();
    // Each thing is refused once.
    if (asked.filter((one) => one === request.url).length === 1) {
      return response.writeHead(429, { "retry-after": "0.05" }).end();
    }
    if (request.url?.endsWith("/conversations")) {
      return response.writeHead(201).end(JSON.stringify({ conversation_id: "c_1", token: "t" }));
    }
    if (!request.url?.endsWith("/events")) return response.writeHead(202).end("{}");
    response.writeHead(200, { "content-type": "text/event-stream" });
    return response.write(
      'event: message\nid: 1\ndata: {"seq":1,"from":"customer","text":"hi"}\n\n',
    );
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const left = new AbortController();
  t.after(() => {
    left.abort();
    server.close();
    server.closeAllConnections();
  });
  const chat = await openChat(`http://127.0.0.1:${port}`, "bot_1", { locale: "en" });
  await chat.say({ text: "hi" });
  for await (const message of chat.messages(left.signal)) {
    assert.partialDeepStrictEqual(message, { seq: 1, text: "hi" });
    break;
  }
  const [base] = asked[0]!.split("/conversations");
  assert.deepEqual(
    asked,
    ["conversations", "messages", "events"].flatMap((one) => [`${base}/${one}`, `${base}/${one}`]),
  );
});

test("where a server asks for work, each message brings some of its own", async (t) => {
  const { url, run, store } = await startTestServer(t, { proofOfWork: "always" });
  const chat = await openChat(url, bot.id, { locale: "en" });
  await chat.say({ text: "hello" });
  await chat.say({ payload: "menu:help" });
  const [row] = await run("select conversation_id from conversations");
  const { conversation_id: conversationId } = row as { conversation_id: string };
  const messages = await store.mailbox.messagesAfter({ botId: bot.id, conversationId }, 0, 100);
  const worked = messages.flatMap((one) =>
    one.from === "customer" ? [one.event.content.worked ?? false] : [],
  );
  assert.deepEqual(worked.slice(-2), [true, true]);
});

/** Reads up to the reply to a text of the customer's. */
async function readReplyTo(client: ChatClient, text: string): Promise<number> {
  const enough = new AbortController();
  let welcomes = 0;
  let isAsked = false;
  for await (const message of client.messages(enough.signal)) {
    if (message === "typing") continue;
    if (message.from === "customer") isAsked = message.text === text;
    else if (isAsked) enough.abort();
    else welcomes += 1;
  }
  return welcomes;
}

test("who says something only when the empty conversation is gone, gets another one", async (t) => {
  const { url, run } = await startTestServer(t);
  const client = await openChat(url, bot.id, { locale: "en" });
  await run("delete from conversations");
  const read = readReplyTo(client, "help");
  await client.say({ text: "help" });
  await read;
  assert.equal((await run("select 1 from conversations")).length, 1);
});

test("what was said is not begun anew without a word", async (t) => {
  const { url, run } = await startTestServer(t);
  const client = await openChat(url, bot.id, { locale: "en" });
  await client.say({ text: "help" });
  await run("delete from conversations");
  await assert.rejects(client.say({ text: "help" }), /opens no conversation/);
  await assert.rejects(readReplyTo(client, "help"), /has ended/);
  assert.deepEqual(await run("select 1 from conversations"), []);
});

test("what a person typed comes with their name, and what is no message is passed over", async (t) => {
  const server = createServer((request, response) => {
    request.resume();
    if (request.url?.endsWith("/conversations")) {
      return response.writeHead(201).end(JSON.stringify({ conversation_id: "c_1", token: "t" }));
    }
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.write('event: state\ndata: {"holder":"person"}\n\n');
    response.write('event: typing\ndata: {"from":"person","name":"Ada"}\n\n');
    const reply = { kind: "text", text: "Good morning!" };
    const said = { seq: 1, from: "person", name: "Ada", locale: "en", reply };
    return response.write(`event: message\nid: 1\ndata: ${JSON.stringify(said)}\n\n`);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const left = new AbortController();
  t.after(() => {
    left.abort();
    server.close();
    server.closeAllConnections();
  });
  const chat = await openChat(`http://127.0.0.1:${port}`, "bot_1", { locale: "en" });
  const heard = [];
  for await (const message of chat.messages(left.signal)) {
    heard.push(message);
    if (message !== "typing") break;
  }
  const reply = { kind: "text", locale: "en", text: "Good morning!", person: { name: "Ada" } };
  assert.deepEqual(heard, ["typing", { seq: 1, from: "person", name: "Ada", reply }]);
});
