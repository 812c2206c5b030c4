import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually } from "../../meetbot/test/fixtures/eventually.ts";
import { botId, findFaults, isTooWide, prepareConsoles } from "./open-console.ts";
import { onTelegram, openTelegram, path, publicUrl, shopBot } from "./open-telegram.ts";

const startConsole = prepareConsoles();
const patienceMs = 60_000;

const says = {
  audit: "Telegram bot connected",
  token: "Bot token",
  submit: "Check and connect",
  kept: "Nothing was changed or kept",
  wrongForm: /not the form of a bot's token/,
  elsewhere: /sends the bot's updates to else\.example/,
  takeOver: "Take the bot over",
  connected: "@a_shop_bot speaks for this bot now.",
  replaced: /Messages went to else\.example before/,
  check: "Check now",
  lost: /sends the bot's updates nowhere/,
  subscribe: "Have messages sent here again",
  pending: "No message waits at Telegram's side.",
  publish: "Publish to Telegram",
  published: "Published. Chats",
  compare: "Compare with Telegram",
  same: "Telegram shows exactly this.",
  bad: "Telegram does not accept this message",
  ready: "Can be sent again",
  retry: "Send again",
  queued: "It is queued again.",
  noLetters: "Nothing was given up.",
  disconnect: "Disconnect the Telegram bot",
  disconnected: "The Telegram bot is disconnected",
  gone: "Wait until the customer writes",
  stopped: /has frozen the bot, and nothing is sent/,
  viewer: "You can view this, but not change it",
  menuLook: "Menu, English",
  command: "/orders My orders",
  toConnect: "Connect a Telegram bot",
  status: "@a_shop_bot is connected.",
} as const;

test("a Telegram bot is connected, checked, published, sends what failed, and is disconnected", async (t) => {
  const server = await openTelegram(t, startConsole);
  const { simulator, logged } = server;
  const { page, complaints } = await server.visit({ path });
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  const token = page.getByLabel(says.token, { exact: false }).first();
  await token.fill("no token");
  await button(says.submit).click();
  await page.getByText(says.kept).waitFor();
  await page.getByText(says.wrongForm).waitFor();
  assert.deepEqual(await findFaults(page), []);

  const there = {
    url: "https://else.example/hook",
    secretToken: "",
    allowedUpdates: ["message"],
  };
  const idle = { maxConnections: 40, lastError: null, waiting: 0 };
  simulator.bot(shopBot.id).webhook = { ...there, ...idle };
  await token.fill(shopBot.token);
  await button(says.submit).click();
  await page.getByText(says.elsewhere).waitFor();
  assert.equal(await server.store.channels.links.find(onTelegram), null);
  assert.deepEqual(await findFaults(page), []);
  await button(says.takeOver).click();
  await page.getByText(says.connected).waitFor();
  await page.getByText(says.replaced).waitFor();
  await page.getByRole("link", { name: "https://t.me/a_shop_bot" }).waitFor();
  const webhookUrl = `${publicUrl}/channels/telegram/${botId}`;
  assert.equal(simulator.bot(shopBot.id).webhook?.url, webhookUrl);
  await page.getByText(webhookUrl).waitFor();

  const secret = simulator.bot(shopBot.id).webhook?.secretToken ?? "";
  simulator.bot(shopBot.id).webhook = null;
  await button(says.check).click();
  await page.getByText(says.lost).waitFor();
  await button(says.subscribe).click();
  await page.getByText(says.pending).waitFor();
  assert.equal(simulator.bot(shopBot.id).webhook?.url, webhookUrl);

  const menu = page.getByRole("figure", { name: says.menuLook });
  await menu.getByText(says.command).waitFor();
  await button(says.publish).click();
  await page.getByText(says.published).waitFor();
  assert(simulator.bot(shopBot.id).commands.get("")?.length);
  await button(says.compare).click();
  await page.getByText(says.same).waitFor();

  await server.failOne();
  await eventually(patienceMs, async () =>
    assert.equal((await server.store.channels.links.stateOf(onTelegram))?.failed, 1),
  );
  await page.reload();
  await page.getByText(says.bad).waitFor();
  await page.getByText(says.ready).waitFor();
  assert.deepEqual(await findFaults(page), []);
  await button(says.retry).first().click();
  await page.getByText(says.queued).waitFor();
  await page.getByText(says.noLetters).waitFor();
  await eventually(patienceMs, async () => assert.equal(simulator.sent.length, 1));

  await button(says.disconnect).click();
  await page.getByRole("dialog").getByRole("button", { name: says.disconnect }).click();
  await page.getByText(says.disconnected).first().waitFor();
  await token.waitFor();
  assert.equal(simulator.bot(shopBot.id).webhook, null);
  assert.deepEqual(await findFaults(page), []);
  await page.goto(`${server.origin}/console/bots/${botId}/audit`);
  await page.getByText(says.audit, { exact: true }).waitFor();
  assert.deepEqual(complaints, []);
  const all = logged.join("");
  for (const one of [shopBot.token, secret]) assert(one.length > 30 && !all.includes(one));
});

test("a viewer on a small screen sees why the Telegram bot is stopped, and changes nothing", async (t) => {
  const server = await openTelegram(t, startConsole);
  await server.connect();
  await server.failOne();
  await eventually(patienceMs, async () =>
    assert.equal((await server.store.channels.links.stateOf(onTelegram))?.failed, 1),
  );
  await server.run("update outbound_failures set class = 'gone'");
  await server.run("update conversations set active_at = now() - interval '1 hour'");
  const small = { path, width: "small", scheme: "dark" } as const;
  const { page, complaints } = await server.visit({ ...small, as: "viewer" });
  await page.getByText(says.viewer).waitFor();
  await page.getByText(says.gone).first().waitFor();
  await page.getByRole("figure", { name: says.menuLook }).waitFor();
  for (const name of [says.check, says.publish, says.retry, says.disconnect]) {
    assert.equal(await page.getByRole("button", { name, exact: true }).count(), 0, name);
  }
  const stop = "stopped_for = 'restricted', failed_at = now(), failure_code = 400";
  await server.run(`update channel_links set ${stop}`);
  await page.reload();
  await page.getByText(says.stopped).waitFor();
  assert.equal(await isTooWide(page), false);
  assert.deepEqual(await findFaults(page), []);
  assert.deepEqual(complaints, []);
});

test("the channels lead to Telegram, and say how it is doing", async (t) => {
  const server = await openTelegram(t, startConsole);
  const { page } = await server.visit({ path: `/bots/${botId}/channels` });
  await page.getByRole("link", { name: says.toConnect }).click();
  await page.getByLabel(says.token, { exact: false }).first().waitFor();
  await server.connect();
  await page.goto(`${server.origin}/console/bots/${botId}/channels`);
  await page.getByText(says.status).waitFor();
});

test("an editor checks and publishes, and leaves the token to owners", async (t) => {
  const server = await openTelegram(t, startConsole);
  await server.connect();
  const { page } = await server.visit({ as: "editor", path });
  await page.getByText("Owners of the bot connect and disconnect a Telegram bot.").waitFor();
  for (const name of ["Connect again", "Disconnect the Telegram bot"]) {
    assert.equal(await page.getByRole("button", { name }).count(), 0, name);
  }
  const { webhook } = server.simulator.bot(shopBot.id);
  Object.assign(webhook ?? {}, { waiting: 2, lastError: { atMs: Date.now(), message: "Timeout" } });
  await page.getByRole("button", { name: "Check now" }).click();
  await page.getByText(/2 updates wait: Telegram could not reach this server/).waitFor();
  await page.getByText(/2 messages wait at Telegram's side/).waitFor();
  await page.getByRole("button", { name: "Publish to Telegram" }).click();
  await page.getByText("Published. Chats").waitFor();
  assert.deepEqual(await findFaults(page), []);
});

test("who opens the page of a server without https reads what has to be set first", async (t) => {
  const server = await startConsole(t);
  const { page, complaints } = await server.visit({ path, width: "small" });
  await page.getByText(/Set MEETBOT_PUBLIC_URL to its address from outside first/).waitFor();
  assert.equal(await isTooWide(page), false);
  assert.deepEqual(await findFaults(page), []);
  assert.deepEqual(complaints, []);
});
