import assert from "node:assert/strict";
import { test } from "node:test";
import { Client } from "pg";
import { backgroundPasses } from "../../../bench/growth/background-passes.ts";
import { consolePages } from "../../../bench/growth/console-pages.ts";
import { seedRest } from "../../../bench/growth/seed-rest.ts";
import { seedConversations } from "../../../bench/turns/seed-conversations.ts";
import { startAdminServer } from "../src/server/admin-api/call-admin.fixture.ts";
import {
  bot,
  delivery,
  openConversation,
  textEvent,
  turnSaying,
} from "../src/store/store.fixture.ts";
import type { Store } from "../src/store/store.ts";
import { openGuest } from "./fixtures/guest.ts";
import { explainStatement } from "./growth/explain-statement.ts";
import { collectStatements, type SentStatement } from "./scale-out/record-statements.ts";

// What a turn, a background pass and a list of the console cost must not grow with what is stored. Each statement that
// they send is explained as it was sent, on tables that are so long that reading all of them is the dearer way.

const stored = 6_000;
/** Far fewer than a table has, and more than a page. */
const fewRows = 1_000;

/** What grows with each conversation; in lists those that not every conversation has may be read as a whole. */
const everyConversation = [
  ...["conversations", "messages", "deliveries", "conversation_accounts", "conversation_numbers"],
];
const large = [
  ...[...everyConversation, "unanswered", "topic_requests", "subscriptions", "pushes"],
  ...["notifications", "person_requests", "inbox_conversations", "counted_waits", "feedback"],
];

test("turns, background passes and the console's lists read no table as a whole", async (t) => {
  const { store, call, url, databaseUrl } = await startAdminServer(t, {}, seed);
  const client = new Client({ connectionString: databaseUrl });
  // It ends with its database.
  client.on("error", () => {});
  await client.connect();
  const sent = new Map<string, { of: Part; statement: SentStatement }>();
  let of: Part = "turn";
  const forget = collectStatements((statement) => {
    if (!/^\s*(with|select|insert|update|delete)\b/.test(statement.text)) return;
    sent.set(`${of} ${statement.text} ${JSON.stringify(statement.values)}`, { of, statement });
  });
  t.after(forget);

  await takeTurns(store, url);
  of = "pass";
  for (const pass of Object.values(backgroundPasses(store))) await pass();
  of = "list";
  for (const [page, path] of Object.entries(consolePages(bot.id))) {
    // Other paths cover all bots; pages with sealed content cannot be opened here.
    const own = path.startsWith(`/bots/${bot.id}`) ? path.slice(`/bots/${bot.id}`.length) : null;
    if (own === null) continue;
    const { status } = await call("owner", `GET ${own}`);
    assert(status === 200 || (status === 500 && isSealed.includes(page)), `${page}: ${status}`);
  }
  forget();
  assert(sent.size > 100, `${sent.size} statements`);
  assert.deepEqual(await slowOf(client, sent.values()), []);

  // Without these indexes the same statements are named.
  await client.query("drop index conversations_due, conversations_active, deliveries_latest");
  const named = (await slowOf(client, sent.values())).join("\n");
  assert.match(named, /^pass due: scans conversations$/m);
  for (const table of ["conversations", "deliveries"]) {
    assert.match(named, new RegExp(`^pass delete from ${table}.*: scans ${table}$`, "m"));
    assert.match(named, new RegExp(`^list select.*: scans ${table}$`, "m"));
  }
});

type Part = "turn" | "pass" | "list";

/** Pages that open what customers said. */
const isSealed = [
  ...["unanswered", "unanswered, not understood", "inbox, closed"],
  ...["subscriptions", "checklist"],
];

async function seed({ store, url }: { store: Store; url: string }): Promise<void> {
  await store.bots.change(bot.id, { askRating: "all", keepDeliveriesDays: 6 });
  await seedConversations(url, stored, 60);
  await seedRest(url, { unanswered: 1, followed: 1, handedOver: 1, judged: 1 });
}

/** Customers in the web chat and on a platform, and a turn that stores all there is. */
async function takeTurns(store: Store, url: string): Promise<void> {
  const guest = await openGuest(url, bot.id);
  await guest.say("hello", 1);
  guest.leave();
  const ref = await openConversation(store, { conversationId: "whole" });
  const subscription = { scope: "order", subject: "1001", source: "choice", wording: 1, known: [] };
  const turn = {
    ...turnSaying("Hello"),
    ...{
      accounts: ["yilia@meetbot.biz"],
      numbers: ["1001"],
      deliveries: [{ ...delivery, id: "whole" }],
    },
    ...{ personAsked: true, unanswered: { reason: "asked_back", likeness: "x" } },
    subscription: { kind: "begin", subscription },
  };
  await store.mailbox.commitTurn((await store.mailbox.take(ref))!, turn as never);
  await store.mailbox.enqueue(ref, textEvent("second"));
  const lease = (await store.mailbox.take(ref))!;
  await store.mailbox.renew(lease);
  await store.mailbox.commitTurn(lease, turnSaying("Bye"));
  await store.feedback.record(ref, null, "up");
  const customer = { key: "1", to: {} };
  const on = { botId: bot.id, channel: "messenger", externalId: "1" };
  for (const key of ["first", "second"]) {
    const event = { customer, atMs: null, kind: "event", event: textEvent(key), isToBot: false };
    await store.channels.enqueue(on, [event as never]);
    await store.channels.storedIn(on, customer, key);
    await store.channels.answeredIn(on, customer);
  }
}

/** Statements that read too much, by the names under which they are prepared. */
async function slowOf(
  client: Client,
  sent: Iterable<{ of: Part; statement: SentStatement }>,
): Promise<string[]> {
  const slow: string[] = [];
  for (const { of, statement } of sent) {
    const isRun = of !== "list";
    const readings = await explainStatement(client, statement, { isRun });
    const tables = of === "list" ? everyConversation : large;
    for (const { table, isScan, rows } of readings) {
      if (!tables.includes(table) || (!isScan && (rows ?? 0) <= fewRows)) continue;
      const name = statement.name ?? statement.text.replaceAll(/\s+/g, " ").slice(0, 200);
      slow.push(`${of} ${name}: ${isScan ? "scans" : `reads ${rows} rows of`} ${table}`);
    }
  }
  return slow;
}
