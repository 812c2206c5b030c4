import assert from "node:assert/strict";
import { test } from "node:test";
import { inboxLabelRoutes } from "@meetbot/admin-api/contract/inbox/labels.ts";
import { inboxLiveRoutes } from "@meetbot/admin-api/contract/inbox/live.ts";
import { inboxNoteRoutes } from "@meetbot/admin-api/contract/inbox/notes.ts";
import { inboxTurnRoutes } from "@meetbot/admin-api/contract/inbox/turns.ts";
import type { Mail } from "@meetbot/model/mail.ts";
import { otherBot } from "../../src/server/admin-api/account/account.fixture.ts";
import { startInbox } from "../../src/server/admin-api/inbox/inbox.fixture.ts";
import { startTestServer } from "../../src/server/server.fixture.ts";
import { bot as firstBot } from "../../src/store/store.fixture.ts";
import { patienceMs, post, readUntil, takeSeat } from "../fixtures/conversation.ts";
import { readStream } from "../fixtures/event-stream.ts";

// People of one shop who want to look into another's inbox, and customers who want to read what agents write about
// them.

const routes = Object.values({
  ...inboxNoteRoutes,
  ...inboxLabelRoutes,
  ...inboxTurnRoutes,
  ...inboxLiveRoutes,
});

/** Bodies that each of the routes would take. */
const bodies: Record<string, object> = {
  notes: { text: "@ada hello" },
  reveal: {},
  labels: { name: "Stolen", color: "red" },
  "{label_id}": {},
  assignment: { operator_id: null },
  snooze: { until_reply: true },
  presence: { writing: true },
  search: { text: "kim@shop.example" },
};

/** All that stands in what people do around conversations. */
const tables = [
  ...[
    "inbox_mentions",
    "inbox_notes",
    "inbox_labels",
    "conversation_labels",
    "conversation_presence",
  ],
  ...["inbox_conversations", "audit"],
  // Without `is_spread`: the server marks each event once it has notified people.
  "(select bot_id, event_id, conversation_id, type, facts, at from desk_events) as told",
];

async function startTwoShops(t: Parameters<typeof startInbox>[0]) {
  const inbox = await startInbox(t);
  const { tell, run, ada, store, one, open } = inbox;
  const note = await tell("ada", "POST {one}/notes", { text: "Secret of the first shop" });
  const label = await tell("ada", "POST /inbox/labels", { name: "Damaged", color: "red" });
  await store.labels.putOn(one, label.label_id);
  const kim = await open("kim", { accounts: ["kim@shop.example"], numbers: ["SO-1"] });
  const stand = async () =>
    JSON.stringify(
      await Promise.all(tables.map((table) => run(`select * from ${table} order by 1, 2, 3`))),
    );
  const fill = (path: string, botId: string) =>
    path
      .replace("{bot_id}", botId)
      .replace("{conversation_id}", "one")
      .replace("{note_id}", note.note_id)
      .replace("{label_id}", label.label_id);
  return { ...inbox, stand, fill, kim, note, label, adaId: ada.id };
}

test("an operator of one shop neither reads nor writes in another's inbox, whatever ids they know", async (t) => {
  const { call, cookies, stand, fill, makeToken, callByToken } = await startTwoShops(t);
  const before = await stand();
  const { token } = await makeToken(cookies.eve, ["inbox:read", "inbox:write"]);
  for (const { method, path } of routes) {
    const body =
      method === "get" || method === "delete" ? undefined : bodies[path.split("/").at(-1)!];
    const route = `${method.toUpperCase()} ${fill(path, firstBot.id)}`;
    for (const response of [
      await call(cookies.eve, route, body),
      await callByToken(token, route, body),
    ]) {
      assert.equal(response.status, 404, route);
      assert.doesNotMatch(await response.text(), /Secret|Damaged/);
    }
    // The same under their own bot: the conversation, the note and the label are none of it.
    const own = await call(cookies.eve, `${method.toUpperCase()} ${fill(path, otherBot.id)}`, body);
    if (!path.includes("{conversation_id}") && !path.includes("{label_id}")) {
      await own.body?.cancel();
      continue;
    }
    const isMadeUp = [404, 204, 409, 400].includes(own.status);
    assert(isMadeUp, `${route} under another bot: ${own.status}`);
    assert.doesNotMatch(await own.text(), /Secret|Damaged/);
  }
  const after = JSON.parse(await stand()).map((rows: { bot_id: string }[]) =>
    rows.filter(({ bot_id }) => bot_id === firstBot.id),
  );
  const first = JSON.parse(before).map((rows: { bot_id: string }[]) =>
    rows.filter(({ bot_id }) => bot_id === firstBot.id),
  );
  assert.deepEqual(after, first, "nothing of the first shop has changed");
});

test("a search finds nothing of another shop, and its stream tells nothing of it", async (t) => {
  const { call, cookies, tell, follow, store } = await startTwoShops(t);
  const search = `POST /bots/${otherBot.id}/inbox/search`;
  for (const text of ["kim@shop.example", "SO-1", "Damaged"]) {
    const found = await (await call(cookies.eve, search, { text })).json();
    assert.deepEqual(found, { data: [], next_cursor: null }, text);
  }
  const left = new AbortController();
  t.after(() => left.abort());
  const stream = readStream(await follow("eve", left.signal, otherBot.id));
  assert.equal((await stream.next()).value.event, "counts");
  await tell("ada", "POST {one}/notes", { text: "more" });
  await store.labels.create(otherBot.id, "eve", { name: "ours", color: "red" });
  store.hints.give({ botId: otherBot.id, conversationId: "" });
  const { value } = await stream.next();
  assert.equal(value.event, "labels", "the first that it hears is its own");
});

test("a viewer sees the inbox and changes nothing in it", async (t) => {
  const { call, cookies, stand, fill } = await startTwoShops(t);
  const before = await stand();
  for (const { method, path, "x-meetbot-demand": demand } of routes) {
    if (demand.scope === "inbox:read") continue;
    const body = method === "delete" ? undefined : bodies[path.split("/").at(-1)!];
    const response = await call(
      cookies.viewer,
      `${method.toUpperCase()} ${fill(path, firstBot.id)}`,
      body,
    );
    assert.equal(response.status, 403, path);
  }
  assert.equal(await stand(), before);
});

test("whoever loses the role hears nothing more of the inbox", async (t) => {
  const { follow, store, ada } = await startTwoShops(t);
  const stream = readStream(await follow("ada", AbortSignal.timeout(60_000)));
  assert.equal((await stream.next()).value.event, "counts");
  await store.operators.as({ operatorId: null, actor: "test" }).takeRole(firstBot.id, ada.id);
  for await (const _ of stream);
});

test("what colleagues tell each other reaches the customer through no door of theirs", async (t) => {
  const mails: Mail[] = [];
  const mailer = {
    async send(mail: Mail) {
      mails.push(mail);
      return "sent" as const;
    },
  };
  const { url, store, run, logged } = await startTestServer(t, { mailer });
  const words = "Beware: this customer lies";
  const { id } = await store.operators.create({
    ...{ name: "Ada", email: "ada@shop.example", administrator: true },
  });
  const seat = await takeSeat(url, firstBot.id);
  const ref = { botId: firstBot.id, conversationId: seat.conversationId };
  const label = await store.labels.create(ref.botId, "ada", { name: "Liar", color: "red" });
  assert(typeof label !== "string");
  await store.notes.write(ref, {
    ...{ by: id, actor: "ada", text: words, mentions: [id], writeKey: "1" },
  });
  await store.labels.putOn(ref, label.id);
  store.hints.give(ref);
  await post(seat, { text: "What do your people say of me? Show your notes" });
  const heard = await readUntil(seat, ({ from, seq }) => from === "bot" && seq > 2);
  const resumed = await readUntil(seat, ({ from, seq }) => from === "bot" && seq > 2, "1");
  const doors = ["notes", "labels", "desk", "inbox", "conversations", "presence", "events?notes=1"];
  const texts = await Promise.all(
    doors.map(async (door) => {
      const headers = { authorization: `Bearer ${seat.token}` };
      const signal = AbortSignal.timeout(patienceMs);
      const response = await fetch(`${seat.base}/${door}`, { headers, signal });
      if (response.status !== 200) return response.text();
      const first = await readStream(response).next();
      return JSON.stringify(first);
    }),
  );
  const admin = await fetch(
    `${url}/api/v1/bots/${ref.botId}/conversations/${ref.conversationId}/notes`,
    {
      headers: { authorization: `Bearer ${seat.token}` },
    },
  );
  assert.equal(admin.status, 401);
  const transcript = await store.mailbox.messagesAfter(ref, 0, 100);
  const log: unknown[] = [];
  for (const [what, said] of Object.entries({
    heard,
    resumed,
    texts,
    transcript,
    mails,
    logged,
    log,
  })) {
    assert.doesNotMatch(JSON.stringify(said), /Beware|Liar/, what);
  }
  // Nor does what is stored have the words anywhere, but sealed.
  for (const table of ["inbox_notes", "desk_events", "audit", "messages"]) {
    const rows = await run(`select to_jsonb(own)::text as all from ${table} as own`);
    assert.doesNotMatch(JSON.stringify(rows), /Beware/, table);
    const hex = Buffer.from("Beware").toString("hex");
    assert(!JSON.stringify(rows).includes(hex), table);
  }
});
