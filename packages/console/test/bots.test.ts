import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { botId, findFaults, isTooWide, prepareConsoles } from "./open-console.ts";

const startConsole = prepareConsoles();

const says = {
  bots: "Bots",
  first: "Create your first bot",
  create: "New bot",
  name: "Name",
  url: "Webhook URL",
  noLookUp: "cannot be looked up yet",
  make: "Create bot",
  made: "Peter's Apparel has been created",
  download: "Download as .env",
  toChannels: "Put the chat on your shop's pages",
  leave: "Leave this page?",
  stay: "Stay here",
  channels: "Channels",
  none: "No bots for you yet",
  onlyAdministrators: "Only administrators can create bots",
  stopped: "Stopped: the webhook said that it is gone",
} as const;

test("an administrator creates the first bot, and does not leave without its secrets", async (t) => {
  const server = await startConsole(t);
  await server.store.bots.delete(botId);
  const { page, complaints } = await server.visit({ as: "administrator", path: "/bots" });
  await page.getByRole("heading", { name: says.first }).waitFor();
  assert.deepEqual(await findFaults(page), []);
  await page.getByRole("link", { name: says.create }).click();
  await page.getByRole("heading", { name: says.create, level: 1 }).waitFor();
  await page.getByRole("textbox", { name: says.name }).fill("Peter's Apparel");
  await page.getByRole("textbox", { name: says.url }).fill("https://webhook.shop.example/meetbot");
  await page.getByText(says.noLookUp).waitFor();
  assert.deepEqual(await findFaults(page), []);
  await page.getByRole("button", { name: says.make }).click();

  await page.getByRole("heading", { name: says.made }).waitFor();
  assert.deepEqual(await findFaults(page), []);
  const [bot] = await server.store.bots.list();
  assert.partialDeepStrictEqual(bot, { name: "Peter's Apparel" });
  const secrets = await server.store.bots.secretsOf(bot?.id ?? "");
  const signing = secrets?.signingSecrets[0] ?? "";
  const identity = secrets?.identitySecrets[0] ?? "";
  await page.getByText(signing, { exact: true }).waitFor();
  await page.getByText(identity, { exact: true }).waitFor();
  const [push = ""] = await server.store.bots.pushSecrets(bot?.id ?? "");
  await page.getByText(push, { exact: true }).waitFor();
  await page.getByText(bot?.id ?? "", { exact: true }).waitFor();
  for (const kind of ["SIGNING", "IDENTITY", "PUSH"]) {
    await page.getByText(`MEETBOT_${kind}_SECRET`, { exact: true }).waitFor();
  }

  await page.getByRole("link", { name: says.toChannels }).click();
  await page.getByRole("dialog", { name: says.leave }).waitFor();
  assert.deepEqual(await findFaults(page), []);
  await page.getByRole("button", { name: says.stay }).click();
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: says.download }).click();
  const file = await (await downloading).path();
  const expected = `MEETBOT_BOT_ID=${bot?.id}\nMEETBOT_SIGNING_SECRET=${signing}\nMEETBOT_IDENTITY_SECRET=${identity}\nMEETBOT_PUSH_SECRET=${push}\n`;
  assert.equal(await readFile(file, "utf8"), expected);
  await page.getByRole("link", { name: says.toChannels }).click();
  await page.getByRole("heading", { name: says.channels, level: 1 }).waitFor();
  assert.deepEqual(complaints, []);
});

test("whoever has no role on a bot sees none, and creates none", async (t) => {
  const server = await startConsole(t);
  const { page, complaints } = await server.visit({ path: "/bots" });
  await page.getByText("Meetbot Shop").waitFor();
  assert.equal(await page.getByRole("link", { name: says.create }).count(), 0);
  await server.store.bots.delete(botId);
  await page.reload();
  await page.getByRole("heading", { name: says.none }).waitFor();
  assert.deepEqual(await findFaults(page), []);
  await page.goto(`${server.origin}/console/bots/new`);
  await page.getByRole("heading", { name: says.onlyAdministrators }).waitFor();
  assert.deepEqual(await findFaults(page), []);
  assert.deepEqual(complaints, []);
});

test("a bot's card says that its webhook was stopped", async (t) => {
  const server = await startConsole(t);
  const bot = await server.store.bots.find(botId);
  await server.store.health.recordGone(botId, bot?.endpoint ?? "");
  const { page, complaints } = await server.visit({ scheme: "dark", path: "/bots" });
  await page.getByText(says.stopped).waitFor();
  assert.deepEqual(await findFaults(page), []);
  await page.getByRole("link", { name: "Meetbot Shop" }).click();
  await page.waitForURL(`**/bots/${botId}/*`);
  assert.deepEqual(complaints, []);
});

test("a double click makes one bot, whose secrets are shown", async (t) => {
  const server = await startConsole(t);
  const { page, complaints } = await server.visit({ as: "administrator", path: "/bots/new" });
  let sent = 0;
  page.on("request", (request) => {
    if (request.method() === "POST" && request.url().endsWith("/api/v1/bots")) sent += 1;
  });
  await page.getByRole("textbox", { name: "Name" }).fill("Twice");
  await page.getByRole("textbox", { name: "Webhook URL" }).fill("https://webhook.shop.example/m");
  await page.getByText("cannot be looked up yet").waitFor();
  await page.getByRole("button", { name: "Create bot" }).dblclick();
  await page.getByRole("heading", { name: "Twice has been created" }).waitFor();
  const made = (await server.store.bots.list()).filter(({ name }) => name === "Twice");
  assert.deepEqual([made.length, sent], [1, 1]);
  await page.getByText(made[0]?.id ?? "", { exact: true }).waitFor();
  assert.deepEqual(complaints, []);
});

test("a URL that the server does not call is refused, and what was typed stays", async (t) => {
  const server = await startConsole(t);
  const visit = { as: "administrator", path: "/bots/new", width: "small" } as const;
  const { page, complaints } = await server.visit(visit);
  await page.getByRole("button", { name: "Create bot" }).click();
  await page.getByText("Give the URL of your webhook").waitFor();
  assert.equal(await page.getByText("Meetbot may not call this URL.").count(), 0);
  await page.getByRole("textbox", { name: "Name" }).fill("Shop");
  await page.getByRole("textbox", { name: "Webhook URL" }).fill("http://127.0.0.1:4720/meetbot");
  await page
    .getByText("MEETBOT_OUTBOUND_ALLOW=127.0.0.1:4720 npx meetbot serve", { exact: true })
    .waitFor();
  assert.equal(await page.getByText("Meetbot may not call this URL.").count(), 0);
  await page.getByRole("textbox", { name: "Webhook URL" }).fill("https://10.0.0.1/meetbot");
  await page.getByText("MEETBOT_OUTBOUND_ALLOW=10.0.0.1 npx meetbot serve").waitFor();
  await page.getByRole("button", { name: "Create bot" }).click();
  await page.getByText("Meetbot may not call this URL.").waitFor();
  assert.equal(await page.getByRole("textbox", { name: "Name" }).inputValue(), "Shop");
  assert.equal((await server.store.bots.list()).length, 1);
  assert.equal(await isTooWide(page), false);
  assert.deepEqual(await findFaults(page), []);
  assert.deepEqual(complaints, []);
});
