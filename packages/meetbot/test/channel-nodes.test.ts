import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { type TestContext, test } from "node:test";
import { toConnection } from "../src/channels/messenger/page.ts";
import { telegramAt } from "../src/channels/telegram/api/telegram-api.ts";
import { startGraphSimulator } from "../src/graph-simulator/start-graph-simulator.ts";
import type { Mishap } from "../src/graph-simulator/state.ts";
import { connectTelegram } from "../src/operations/channels/telegram/connect-bot.ts";
import { parseKeyRing } from "../src/secrets/key-ring.ts";
import {
  app,
  createUser,
  page,
  textOf,
  verifyToken,
} from "../src/server/webhooks/messenger.fixture.ts";
import {
  createCustomer,
  publicBase,
  textOf as telegramTextOf,
  token,
} from "../src/server/webhooks/telegram.fixture.ts";
import { bot, openTestStore } from "../src/store/store.fixture.ts";
import { startTelegramSimulator } from "../src/telegram-simulator/start-telegram-simulator.ts";
import { eventually } from "./fixtures/eventually.ts";
import { createMachine } from "./fixtures/machine.ts";
import { startSlowMerchant } from "./fixtures/slow-merchant.ts";
import { startTelegramFiles } from "./fixtures/telegram-files.ts";

// Nodes of `meetbot serve` that are ended at chosen moments of what they do on Messenger and on Telegram. Random
// moments are those of crash.test.ts.

const orderNumber = "MBWXS75S9878";
/** Easy to guess: it is answered with words, a masked card and a question, each a message. */
const shortNumber = "MB98787";
const wordsAndOrder = new RegExp(`^Your order .*\n\nOrder ${orderNumber}`);
const soonMs = 60_000;

test("kill -9 while calls and pictures are under way: the next node sends and fetches the rest, in order", async (t) => {
  const { graph, mishaps, telegram, hanging, files, run, start, kept, picturesLeft } =
    await startChannels(t);
  const doomed = await start();
  const [echoed, lost, refused] = [createUser(graph), createUser(graph), createUser(graph)];
  const [customer, sender] = [createCustomer(telegram), createCustomer(telegram)];

  mishaps.set(echoed.id, { hangs: true }).set(lost.id, { hangs: true });
  mishaps.set(refused.id, { error: { code: 2, status: 500 } });
  hanging.add(customer.id);
  files.hang = true;
  const asked = once(files, "asked");
  // All at once: a node waits 20 seconds for an answer, and is to die before.
  const [lead, lostLead, hello] = await Promise.all([
    // Taken by Meta, and never answered: the node dies while it waits.
    (async () => {
      await echoed.write(`show order ${shortNumber}`);
      const [first] = await echoed.reads(1);
      await echoed.write(`show order ${orderNumber}`);
      return first!;
    })(),
    (async () => {
      await lost.write(`show order ${shortNumber}`);
      const [first] = await lost.reads(1);
      return first!;
    })(),
    // Taken by Telegram, and never answered.
    (async () => {
      await customer.say("hello");
      const [first] = await customer.reads(1);
      await customer.say(`show order ${orderNumber}`);
      return first!;
    })(),
    // Not taken by Meta: another node has what this one has stored.
    (async () => {
      await refused.write(`show order ${orderNumber}`);
      await eventually(soonMs, async () =>
        assert.equal((await run("select from outboxes where tries > 0")).length, 1),
      );
    })(),
    sender.say({ photo: [{ file_id: "cup" }] }).then(() => asked),
  ]);
  await eventually(soonMs, async () => {
    const stored = await run("select from messages where direction = 'out'");
    // The one who sent a picture is answered too.
    assert.equal(stored.length, 5 + 3 + 2 + 3 + 1);
  });
  await doomed.kill();
  mishaps.clear();
  hanging.clear();
  // A busy machine takes longer to start a node than a part waits for its echo.
  await run("update outboxes set send_at = now() + interval '1 hour' where send_at is not null");
  assert.deepEqual([await kept(), (await picturesLeft()).length], [[], 1]);
  // Nobody is there: it waits at Telegram, which brings it again and again.
  const thanks = customer.say("thank you");
  files.hang = false;

  const heir = await start();
  await thanks;
  for (const one of [echoed, lost]) one.hasReadAll();
  const { metadata } = lead.message;
  const echo = { mid: lead.mid, is_echo: true, app_id: app.id, metadata, text: textOf(lead) };
  const item = { sender: { id: page.id }, recipient: { id: echoed.id }, message: echo };
  await graph.push({
    object: "page",
    entry: [{ id: page.id, time: Date.now(), messaging: [{ ...item, timestamp: Date.now() }] }],
  });
  // They wait no longer than a call can live, and a node may have a picture: that time is over.
  await run("update outboxes set send_at = now() where send_at is not null");
  await run("update picture_fetches set due_at = now()");

  // The echo tells what arrived, and the rest follows.
  const [card, question, order] = await echoed.reads(3);
  assert.match(JSON.stringify(card), /"generic"/);
  assert.match(textOf(question!), /email/);
  assert.match(textOf(order!), wordsAndOrder);
  // Without an echo it comes again, before what follows.
  const [again, lostCard, lostQuestion] = await lost.reads(3);
  assert.equal(textOf(again!), textOf(lostLead));
  assert.match(JSON.stringify(lostCard), /"generic"/);
  assert.match(textOf(lostQuestion!), /email/);
  const [refusedOrder] = await refused.reads(1);
  assert.match(textOf(refusedOrder!), wordsAndOrder);
  await eventually(soonMs, async () =>
    assert.match(telegramTextOf(customer.received().at(-1)!), /you.*welcome/i),
  );
  const told = customer.received().map(telegramTextOf);
  assert.equal(told[1], telegramTextOf(hello), "it comes again");
  // Each time that a node gave up waiting it comes again, and never behind what follows it.
  const [, shown, ...more] = told.filter((text, nth) => text !== told[nth - 1]);
  assert.match(shown!, wordsAndOrder);
  assert.equal(more.length, 1);
  await eventually(soonMs, async () => {
    assert.deepEqual(await run("select distinct status from messages where direction = 'out'"), [
      { status: "sent" },
    ]);
    assert.deepEqual(await picturesLeft(), []);
  });
  for (const one of [echoed, lost, refused]) one.hasReadAll();
  assert.equal(customer.received().length, told.length);
  assert.deepEqual(await kept(), [{ width: 40 }]);

  // A node that is asked to stop gives back the picture that it fetches.
  files.hang = true;
  const askedAgain = once(files, "asked");
  await sender.say({ photo: [{ file_id: "saucer" }] });
  await askedAgain;
  assert.equal(await heir.stop(), 0);
  assert.deepEqual(
    await picturesLeft(),
    [{ tries: 1, is_due: true }],
    "any node may take it at once",
  );
  files.hang = false;
  await start();
  await eventually(soonMs, async () => assert.deepEqual(await picturesLeft(), []));
  assert.deepEqual(await kept(), [{ width: 40 }, { width: 40 }]);
  assert.deepEqual(files.served, ["cup", "saucer"]);
});

/** A bot on Messenger and on Telegram that takes pictures, and nodes on its database. */
async function startChannels(t: TestContext) {
  let node = "";
  /** What messages to a user of Messenger meet. */
  const mishaps = new Map<string, Mishap>();
  const graph = await startGraphSimulator({
    ...{ app, pages: [page] },
    mishapOf({ params }) {
      const { id = "" } = (params.recipient ?? {}) as { id?: string };
      return ("message" in params && mishaps.get(id)) || {};
    },
  });
  t.after(() => graph.close());
  /** Chats whose messages are taken, and never answered. */
  const hanging = new Set<number>();
  const telegram = await startTelegramSimulator({
    bots: [{ token, name: "A shop", username: "a_shop_bot" }],
    reach: (address) => address.replace(publicBase, node),
    repeatAfterMs: () => 50,
    mishapOf: ({ method, params }) =>
      method === "sendmessage" && hanging.has(Number(params.chat_id)) ? { hangs: true } : {},
  });
  t.after(() => telegram.close());
  const files = await startTelegramFiles(t, telegram.url);
  const { endpoint } = await startSlowMerchant(t, () => 0);
  const key = randomBytes(32).toString("base64");
  const { store, url, run } = await openTestStore(t, { keyRing: parseKeyRing(key) });
  await store.bots.change(bot.id, { pictures: true, endpoint });
  const { links } = store.channels;
  const given = { pageId: page.id, appId: app.id, token: page.token, appSecret: app.secret };
  assert.equal(await links.connect(bot.id, toConnection({ ...given, verifyToken })), "connected");
  const deps = { links, api: telegramAt(files.url), publicBase };
  assert.equal((await connectTelegram(bot.id, token, deps)).outcome, "connected");
  const machine = createMachine(t, {
    MEETBOT_DATABASE_URL: url,
    MEETBOT_MASTER_KEY: key,
    MEETBOT_GRAPH_URL: graph.url,
    MEETBOT_TELEGRAM_URL: files.url,
    MEETBOT_PUBLIC_URL: publicBase,
  });
  return {
    ...{ graph, mishaps, telegram, hanging, files, run },
    async start() {
      // One that gets no connection in time on a busy machine ends, and its supervisor starts it again.
      const started = await eventually(soonMs, () => machine.start(["serve", "--port", "0"]));
      node = started.url;
      graph.page(page.id).subscribedFields = ["messages"];
      const webhook = `${node}/channels/messenger/${bot.id}`;
      assert.equal(await graph.connectWebhook({ url: webhook, verifyToken }), true);
      return started;
    },
    kept: () => run("select width from pictures order by at"),
    picturesLeft: () => run("select tries, due_at <= now() as is_due from picture_fetches"),
  };
}
