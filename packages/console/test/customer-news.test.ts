import assert from "node:assert/strict";
import { test } from "node:test";
import {
  orderNumber,
  startPushingShop,
} from "../../meetbot/src/features/customer-updates/http/push.fixture.ts";
import { shareBrowser } from "../../widget/test/shared-browser.ts";
import { botId, findFaults, isTooWide, prepareConsoles } from "./open-console.ts";
import { page as facebook, openMessenger } from "./open-messenger.ts";
import { openBrowser, openSession } from "./visit-console.ts";

const startConsole = prepareConsoles();
const browser = shareBrowser();

const says = {
  used: /There is one, last used/,
  noPush: "None within the last 30 days",
  push: "Push",
  needed: "This is needed.",
  conversation: "Conversation",
  nobodyFollows: /Nobody would be told\. Ask for the order/,
  log: "Pushes",
  pushed: "Parcel changed",
  recipients: "Whom it was for",
  told: /Out for delivery · in the conversation/,
  accepted: "Accepted. To be told: 1",
  skipped: "Skipped",
  subscriptions: "Who is told",
  order: "Order ····W4TP",
  end: "End: Order ····W4TP",
  endIt: "End",
  nobody: "Nobody is told at this moment.",
  ended: "Ended",
  byOperator: /ended by an operator/,
  overview: "Customer news, last 7 days",
  toldCard: "Told",
  audit: "Customer news: subscription ended",
  tested: "Customer news: test pushed",
  viewer: "You can view this, but not change it",
  notConnected: /No Facebook Page is connected/,
  publish: "Publish to Meta",
  published: /Meta has them\./,
  count: (approved: number, all: number) => `${approved} of ${all} approved`,
  rejected: /^Shipped, English Rejected$/,
  advertising: /Meta takes its text for advertising\./,
  delete: "Delete at Meta",
  none: /^Shipped, English Not published$/,
  approved: /^Shipped, English Approved$/,
} as const;

/** Six kinds of news in eight languages. */
const templates = 48;

test("what a shop pushes is seen, tested, and ended", async (t) => {
  const shop = await startPushingShop(t, {
    ownOrigins: (port) => [`http://localhost:${port}`],
  });
  const { server, bot } = shop;
  const origin = server.url.replace("127.0.0.1", "localhost");
  const cookie = await openSession(server.store, origin, "administrator");
  const path = `/console/bots/${bot.id}/customer-news`;
  const opened = await openBrowser(await browser(), { origin, path, cookie });
  t.after(opened.leave);
  const { page, complaints } = opened;
  const push = page.getByRole("button", { name: says.push, exact: true });
  await page.getByText(says.noPush).waitFor();
  await page.getByText(says.nobody).waitFor();
  await push.click();
  await page.getByText(says.needed).waitFor();
  const field = page.getByRole("textbox", { name: says.conversation, exact: true });
  await field.fill("c_nobody");
  await push.click();
  await page.getByText(says.nobodyFollows).waitFor();
  assert.equal(await isTooWide(page), false);
  assert.deepEqual(await findFaults(page), []);

  const { conversationId } = await shop.follow();
  shop.parcel.package_status = "Out for delivery";
  assert.equal((await shop.moved("push_1", "out_for_delivery")).status, 202);
  await shop.until("push_1", "sent");
  await page.reload();
  await page.getByText(says.used).waitFor();
  const log = page.getByRole("list", { name: says.log });
  await log.getByText(says.pushed).click();
  await log.getByRole("list", { name: says.recipients }).getByText(says.told).waitFor();
  assert.equal(await isTooWide(page), false);
  assert.deepEqual(await findFaults(page), []);

  await field.fill(conversationId);
  await push.click();
  await page.getByText(says.accepted).waitFor();
  const tested = page.locator("#test").getByRole("list", { name: says.recipients });
  await tested.getByText(says.skipped, { exact: true }).waitFor();

  await page.getByRole("button", { name: says.end, exact: true }).click();
  const dialog = page.getByRole("dialog");
  assert.deepEqual(await findFaults(page), []);
  await dialog.getByRole("button", { name: says.endIt, exact: true }).click();
  await page.getByText(says.nobody).waitFor();
  await page.locator("#subscriptions").getByText(says.ended, { exact: true }).click();
  await page.locator("#subscriptions").getByText(says.byOperator).waitFor();
  await push.click();
  await page.getByText(says.nobodyFollows).waitFor();
  assert(!(await page.content()).includes(orderNumber));
  await page.goto(`${origin}/console/bots/${bot.id}/overview`);
  const card = page.getByRole("region", { name: says.overview });
  await card.getByRole("group", { name: says.toldCard }).getByText("1", { exact: true }).waitFor();
  assert.equal(await isTooWide(page), false);
  assert.deepEqual(await findFaults(page), []);
  await page.goto(`${origin}/console/bots/${bot.id}/audit`);
  for (const entry of [says.audit, says.tested]) {
    await page.locator("p").getByText(entry, { exact: true }).waitFor();
  }
  assert.deepEqual(complaints, []);
});

test("message templates are published, rejected with a reason, and made anew", async (t) => {
  const server = await openMessenger(t, startConsole);
  const { graph } = server;
  const path = `/bots/${botId}/customer-news`;
  const viewer = await server.visit({ path, as: "viewer", width: "small" });
  await viewer.page.getByText(says.viewer).waitFor();
  await viewer.page.getByText(says.notConnected).waitFor();
  for (const name of [says.push, says.publish]) {
    assert.equal(await viewer.page.getByRole("button", { name, exact: true }).count(), 0, name);
  }
  assert.equal(await isTooWide(viewer.page), false);
  assert.deepEqual(await findFaults(viewer.page), []);

  await server.connect();
  await server.listen("a verify token");
  graph.page(facebook.id).subscribedFields = ["message_template_status_update"];
  const { page, complaints } = await server.visit({ path });
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  const cell = (name: RegExp) => page.getByRole("button", { name });
  await page.getByText(says.count(0, templates)).waitFor();
  await button(says.publish).click();
  await page.getByText(says.published).waitFor();
  await graph.reviewTemplates(facebook.id);
  await page.getByText(says.count(templates, templates)).waitFor();
  const shipped = { name: "meetbot_shipped_1", language: "en" };
  const marketing = { status: "REJECTED", rejectedReason: "TAG_SHOULD_BE_MARKETING" } as const;
  await graph.setTemplate(facebook.id, shipped, marketing);
  await page.reload();
  await cell(says.rejected).click();
  await page.getByText(says.advertising).waitFor();
  assert.equal(await isTooWide(page), false);
  assert.deepEqual(await findFaults(page), []);
  await button(says.delete).click();
  await page.getByRole("dialog").getByRole("button", { name: says.delete }).click();
  await cell(says.none).waitFor();
  await button(says.publish).click();
  await page.getByText(says.published).waitFor();
  await graph.reviewTemplates(facebook.id);
  await cell(says.approved).waitFor();
  assert.deepEqual(complaints, []);
});
