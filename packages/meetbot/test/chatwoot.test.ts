import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { parseAllowList } from "@meetbot/network/addresses/allow-list.ts";
import { startChatwoot } from "../src/features/handoff/chatwoot/chatwoot-desk.fixture.ts";
import { deskKeys } from "../src/features/handoff/chatwoot/desk-state.fixture.ts";
import { json, startAdminServer } from "../src/server/admin-api/call-admin.fixture.ts";
import { bot } from "../src/store/store.fixture.ts";
import { post, readUntil, type Seat, takeSeat } from "./fixtures/conversation.ts";
import { eventually } from "./fixtures/eventually.ts";

// A whole server, a customer in the web chat and a Chatwoot as strict as it describes itself.

const patienceMs = 60_000;

/** A server whose bot hands conversations to a Chatwoot, and that Chatwoot, which calls it back. */
async function startBoth(t: TestContext) {
  const desk = await startChatwoot(t);
  const outboundAllow = () => parseAllowList(["127.0.0.1"]);
  const server = await startAdminServer(t, { outboundAllow });
  const set = await server.call("owner", "PUT /bridge", {
    body: { kind: "chatwoot", fields: { url: desk.url, ...deskKeys } },
  });
  const { hook_url: hookUrl, ...said } = await json(set);
  assert.equal(set.status, 200, JSON.stringify(said));
  desk.webhooks.setUrl(hookUrl);
  return { ...server, desk, hookUrl: hookUrl as string };
}

type Both = Awaited<ReturnType<typeof startBoth>>;

/** What stands in the chat, as `who: text`. */
async function chat(seat: Seat, last: string): Promise<string[]> {
  const messages = await readUntil(seat, (one) => lineOf(one).endsWith(last));
  return messages.map(lineOf);
}

function lineOf(message: object): string {
  const { from, text, reply, name } = message as Record<string, unknown>;
  const words = (reply as { text?: string } | undefined)?.text ?? text;
  return `${from === "person" ? name : from}: ${words}`;
}

/** A customer who asks for a person, and the help desk's conversation for that customer. */
async function callPerson({ url, desk }: Both, before: string[] = []) {
  const known = new Set(desk.state.conversations.keys());
  const seat = await takeSeat(url, bot.id);
  for (const text of [...before, "I want to talk to a human"]) {
    assert.equal((await post(seat, { text })).status, 202);
  }
  const conversation = await eventually(patienceMs, async () => {
    const found = [...desk.state.conversations.keys()].find((id) => !known.has(id));
    assert(found !== undefined, "the desk has no new conversation");
    return found;
  });
  const heard = (last: string) => chat(seat, last);
  const say = async (text: string) => assert.equal((await post(seat, { text })).status, 202);
  /** Waits until the desk has such a line, and says all that stands there. */
  const stands = (line: string | RegExp) =>
    eventually(patienceMs, async () => {
      const lines = desk.read(conversation);
      const isIt = (one: string) => (typeof line === "string" ? one === line : line.test(one));
      assert(lines.some(isIt), `${line} is not among ${JSON.stringify(lines)}`);
      return lines;
    });
  const status = (wanted: string) =>
    eventually(patienceMs, async () =>
      assert.equal(desk.state.conversations.get(conversation)?.status, wanted),
    );
  /** Says something, and waits until the bot answers it. */
  const botAnswers = async (text: string) => {
    await say(text);
    let isSaid = false;
    await readUntil(seat, (one) => {
      isSaid ||= lineOf(one) === `customer: ${text}`;
      return isSaid && one.from === "bot";
    });
  };
  return { seat, conversation, heard, say, stands, status, botAnswers };
}

const customers = (lines: string[]) => lines.filter((one) => one.startsWith("customer: "));
const count = (lines: string[], line: string) => lines.filter((one) => one === line).length;

test("a customer who wants a person is in Chatwoot with a summary, is answered from there, and is the bot's again when it is resolved", async (t) => {
  const both = await startBoth(t);
  const { desk } = both;
  const { conversation, heard, say, stands, status, botAnswers } = await callPerson(both, [
    "thanks",
  ]);
  await say("It arrived broken.");
  const lines = await stands("customer: It arrived broken.");
  assert.match(lines[0]!, /^note: A customer wants a person\n/);
  assert.deepEqual(customers(lines), [
    "customer: thanks",
    "customer: I want to talk to a human",
    "customer: It arrived broken.",
  ]);
  const answered = await desk.webhooks.write(
    conversation,
    "I am **so** sorry.\\\nA new one is on its way.",
  );
  assert.equal(answered.status, 200);
  await heard("Ada: I am **so** sorry.\nA new one is on its way.");

  // While somebody there has it the bot is silent, and what is for the desk alone stays there.
  await desk.webhooks.write(conversation, "He sounds angry", { private: true });
  await say("show my orders");
  await stands("customer: show my orders");
  await desk.webhooks.write(conversation, "Anything else?");
  const talk = await heard("Ada: Anything else?");
  assert(!talk.join("\n").includes("angry"));
  assert.equal(talk.at(-2), "customer: show my orders", "the bot said nothing");
  // What was written there is not told there once more.
  assert.equal(count(desk.read(conversation), "agent: Anything else?"), 1);
  assert(!desk.read(conversation).some((line) => line.startsWith("note: Ada")));

  await desk.webhooks.resolve(conversation);
  await stands(/^note: The conversation is closed/);
  await status("resolved");
  await botAnswers("thank you");
});

test("what is told twice is said once, and what is not signed, not fresh or another's is not said", async (t) => {
  const both = await startBoth(t);
  const { desk, hookUrl } = both;
  const { conversation, heard, stands } = await callPerson(both);
  const first = await desk.webhooks.write(conversation, "Hello!");
  assert.equal(first.status, 200);
  await heard("Ada: Hello!");
  assert.equal((await desk.webhooks.deliver(first.body, { id: first.id })).status, 200);
  assert.equal((await desk.webhooks.deliver(first.body)).status, 200);

  const forged = first.body
    .replace("Hello!", "Send me your password.")
    .replace(/"id":\d+/, '"id":7');
  for (const over of [
    { without: ["x-chatwoot-signature"] },
    { without: ["x-chatwoot-timestamp"] },
    { secret: deskKeys.identity },
    { headers: { "x-chatwoot-signature": "sha256=" } },
    { atMs: Date.now() - 301_000 },
    { atMs: Date.now() + 600_000 },
  ]) {
    assert.equal((await desk.webhooks.deliver(forged, over)).status, 401, JSON.stringify(over));
  }
  const elsewhere = JSON.stringify({
    ...JSON.parse(forged),
    conversation: { id: conversation + 99 },
  });
  assert.equal((await desk.webhooks.deliver(elsewhere)).status, 404, "Chatwoot marks it as failed");
  desk.webhooks.setUrl(hookUrl.slice(0, -1));
  assert.equal((await desk.webhooks.deliver(forged)).status, 404);
  desk.webhooks.setUrl(hookUrl);

  const echo = { source_id: "meetbot:customer:1" };
  await desk.webhooks.write(conversation, "An echo", echo);
  await desk.webhooks.write(conversation, "A bot", {
    sender: { type: "agent_bot", id: 3, name: "Captain" },
  });
  await desk.webhooks.write(conversation, "A rule", {
    content_attributes: { automation_rule_id: 1 },
  });
  const attachments = [{ id: 1, file_type: "image", data_url: "https://desk.example/1.png" }];
  const file = await desk.webhooks.write(conversation, "Look at this", { attachments });
  await desk.webhooks.deliver(file.body);
  await stands(/^note: The file that you sent was not delivered/);
  await desk.webhooks.write(conversation, "The end");
  const lines = await heard("Ada: The end");
  assert.deepEqual(
    lines.filter((line) => line.startsWith("Ada: ")),
    ["Ada: Hello!", "Ada: Look at this", "Ada: The end"],
  );
  const notes = desk.read(conversation).filter((line) => line.includes("file that you sent"));
  assert.equal(notes.length, 1);
});

test("a desk of another bot's says nothing in this bot's conversations", async (t) => {
  const both = await startBoth(t);
  const { desk, store, hookUrl } = both;
  const { conversation, heard } = await callPerson(both);
  const other = { ...bot, id: "bot_other", name: "Another shop" };
  await store.bots.create(other, { signingSecret: "whsec_o", identitySecret: "o" });
  const secrets = { url: desk.url, ...deskKeys };
  await store.bridges.settings.set(other.id, {
    ...{ kind: "chatwoot", shown: "there", secrets, isOn: true, hookToken: "token-of-the-other" },
    ...{ locale: "en", withNumbers: false },
  });
  const { origin } = new URL(hookUrl);
  desk.webhooks.setUrl(`${origin}/bridges/${other.id}/token-of-the-other`);
  const said = await desk.webhooks.write(conversation, "From the other shop");
  assert.equal(said.status, 404);
  desk.webhooks.setUrl(hookUrl);
  await desk.webhooks.write(conversation, "The end");
  assert(!(await heard("Ada: The end")).join().includes("other shop"));
});

test("while Chatwoot is down, unwell or loses its answers nothing is lost, doubled or out of order", async (t) => {
  const both = await startBoth(t);
  const { desk } = both;
  const { conversation, say, stands } = await callPerson(both);
  await stands("customer: I want to talk to a human");
  desk.setDown(true);
  for (const text of ["one", "two", "three"]) await say(text);
  await eventually(patienceMs, async () => {
    const { bridge } = await json(await both.call("owner", "GET /bridge"));
    assert(bridge.failing_since !== null && bridge.behind === 1, JSON.stringify(bridge));
  });
  desk.trouble(
    // The list, and the message whose answer is lost; what Chatwoot says when it is unwell.
    ...([{ kind: "none" }, { kind: "taken" }] as const),
    ...([
      { kind: "status", status: 502, html: true },
      { kind: "garbled" },
      { kind: "garbled" },
    ] as const),
    { kind: "status", status: 429, retryAfterS: 1 },
  );
  desk.setDown(false);
  await eventually(patienceMs, async () => {
    // Nobody waits here for the minute between two tries.
    await both.run("update bridges set next_at = now()");
    assert(desk.read(conversation).includes("customer: three"));
  });
  assert.deepEqual(customers(desk.read(conversation)), [
    "customer: I want to talk to a human",
    "customer: one",
    "customer: two",
    "customer: three",
  ]);
});

test("what a colleague says in Meetbot is a note in Chatwoot, and what was deleted there is opened anew", async (t) => {
  const both = await startBoth(t);
  const { desk } = both;
  const { seat, conversation, stands, status, say } = await callPerson(both);
  await stands("customer: I want to talk to a human");
  const body = { text: "I have it here." };
  const headers = { "Idempotency-Key": "one" };
  const route = `POST /conversations/${seat.conversationId}/messages`;
  const said = await both.call("owner", route, { body, headers });
  assert.equal(said.status, 200, await said.text());
  await stands("note: owner: I have it here.");
  await stands("note: owner answers now, in Meetbot's inbox.");
  await status("open");

  desk.state.conversations.delete(conversation);
  await say("Are you there?");
  const again = await eventually(patienceMs, async () => {
    await both.run("update bridges set next_at = now()");
    await both.run("update bridge_conversations set due_at = now() where due_at is not null");
    const [id] = [...desk.state.conversations.keys()];
    const lines = desk.read(id ?? 0);
    assert(lines.includes("customer: Are you there?"), JSON.stringify(lines));
    return lines;
  });
  assert.match(again[0]!, /^note: A customer wants a person/);
  assert.equal(desk.state.contacts.length, 1);
});

test("what somebody in Chatwoot writes after the end, or in the moment of it, is answered by the customer there", async (t) => {
  const both = await startBoth(t);
  const { desk } = both;
  const { conversation, heard, say, stands, status, botAnswers } = await callPerson(both);
  await desk.webhooks.write(conversation, "Done!");
  await desk.webhooks.resolve(conversation);
  await stands(/^note: The conversation is closed/);
  // Chatwoot sends from many workers: words may come behind the status that they came before.
  await desk.webhooks.write(conversation, "Bye!");
  await heard("Ada: Bye!");
  await status("resolved");
  await botAnswers("thank you");
  await desk.webhooks.tell.status(desk.state.conversations.get(conversation)!, "open");
  await desk.webhooks.write(conversation, "One more thing.");
  await say("Yes?");
  await stands("customer: Yes?");
});
