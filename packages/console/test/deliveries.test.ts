import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { eventually } from "../../meetbot/test/fixtures/eventually.ts";
import { botId, findFaults, isTooWide, prepareConsoles } from "./open-console.ts";
import { startLogConsole } from "./open-log.ts";
import { seedDeliveries } from "./seed-deliveries.ts";

const startConsole = prepareConsoles();
const path = `/bots/${botId}/deliveries`;

const says = {
  title: "Deliveries",
  grid: "Deliveries, newest first",
  drawer: "Delivery",
  answered: "Answered",
  httpError: "HTTP error",
  failed: "Failed (all)",
  outcome: "Outcome",
  reveal: "Show personal data",
  revealed: "With personal data",
  replayNow: "Replay now",
  replayed: "Asked again",
  tabs: ["Request", "Response", "Validation", "Timeline", "Conversation", "Replays"],
  none: "No deliveries yet",
  noMatch: "Nothing matches these filters",
  live: "Live",
  isLive: "New deliveries appear as they happen",
  curl: "Copy as cURL",
  showFirst: "a masked query asks for nothing: show it first",
} as const;

const rowsOf = (page: Page) => page.locator(".data-list-body [role=row]");

test("a delivery is found by keys, read on every tab, revealed and replayed", async (t) => {
  const server = await startLogConsole(t, startConsole);
  await server.converse("orders of yilia@meetbot.biz please");
  server.shop.status = 503;
  await server.converse("what was the total of order 12345678902");
  const { page, complaints } = await server.visit({ path });
  const grid = page.getByRole("grid", { name: says.grid });
  await grid.waitFor();
  assert.deepEqual(await findFaults(page), []);
  await rowsOf(page).nth(0).getByText(says.httpError).waitFor();

  await page.keyboard.press("j");
  await page.keyboard.press("j");
  assert.equal(await grid.evaluate((one) => one === document.activeElement), true);
  await page.keyboard.press("Enter");
  const drawer = page.getByRole("dialog", { name: says.drawer });
  await drawer.getByText("y•••@m•••.biz").first().waitFor();
  for (const tab of says.tabs) {
    await drawer.getByRole("tab", { name: tab }).click();
    await drawer.getByRole("tabpanel").waitFor();
    assert.deepEqual(await findFaults(page), [], tab);
  }
  await drawer.getByRole("tab", { name: says.tabs[0] }).click();
  assert.equal(await drawer.getByRole("button", { name: says.curl }).isDisabled(), true);
  await drawer.getByText(says.showFirst).waitFor();

  await drawer.getByRole("button", { name: says.reveal }).click();
  await drawer.getByText(says.revealed).waitFor();
  await drawer.getByText('"yilia@meetbot.biz"').waitFor();
  await drawer.getByRole("button", { name: says.curl, disabled: false }).waitFor();
  assert.deepEqual(await findFaults(page), []);
  const [looked] = await server.store.bots.auditOf(botId, 1);
  assert.equal(looked?.action, "delivery_revealed");

  server.shop.status = 200;
  const asked = server.merchant.received.length;
  await page.keyboard.press("r");
  await drawer.getByRole("button", { name: says.replayNow }).click();
  await drawer.getByText(says.replayed).waitFor();
  assert.equal(server.merchant.received.length, asked + 1);
  assert.deepEqual(await findFaults(page), []);

  await page.keyboard.press("Escape");
  await drawer.waitFor({ state: "hidden" });
  await eventually(5_000, async () => assert.equal(await rowsOf(page).count(), 3));
  assert.equal(new URL(page.url()).search, "");
  assert.deepEqual(complaints, []);
});

test("filters stand in the address, and say so when nothing matches", async (t) => {
  const server = await startLogConsole(t, startConsole);
  await server.converse("what was the total of order 12345678902");
  server.shop.status = 503;
  await server.converse("what was the total of order 12345678902");
  const { page, complaints } = await server.visit({ path });
  await page.getByRole("combobox", { name: says.outcome }).click();
  await page.getByRole("option", { name: says.failed }).click();
  await page.waitForURL(/outcome=failed/);
  await eventually(5_000, async () => assert.equal(await rowsOf(page).count(), 1));
  await page.reload();
  await rowsOf(page).first().getByText(says.httpError).waitFor();
  assert.equal(await rowsOf(page).count(), 1);

  await page.goto(`${server.origin}/console${path}?method=packages`);
  await page.getByRole("heading", { name: says.noMatch }).waitFor();
  assert.deepEqual(await findFaults(page), []);
  assert.deepEqual(complaints, []);
});

test("what happens while somebody looks appears by itself", async (t) => {
  const server = await startLogConsole(t, startConsole);
  const { page, complaints } = await server.visit({ path });
  await page.getByRole("heading", { name: says.none }).waitFor();
  assert.deepEqual(await findFaults(page), []);
  await page.getByRole("switch", { name: says.live }).press("Space");
  await page.getByText(says.isLive).waitFor();
  await server.converse("what was the total of order 12345678902");
  await rowsOf(page).getByText(says.answered).waitFor();
  assert.deepEqual(await findFaults(page), []);
  assert.match(page.url(), /live=true/);
  assert.deepEqual(complaints, []);
});

test("a viewer reads masked, and is told who may do more", async (t) => {
  const server = await startLogConsole(t, startConsole);
  await server.converse("what was the total of order 12345678902");
  const { rows } = await server.store.deliveryLog.list(botId, {}, { limit: 1, below: null });
  const { page } = await server.visit({
    as: "viewer",
    path: `${path}?delivery=${rows[0]?.id}&tab=replays`,
  });
  const drawer = page.getByRole("dialog");
  await drawer.getByText("Editors and owners can replay").waitFor();
  assert.equal(await drawer.getByRole("button", { name: "Show personal data" }).count(), 0);
  assert.equal(await drawer.getByRole("button", { name: "Replay now" }).isDisabled(), true);
  assert.equal(await page.getByRole("button", { name: "Export" }).count(), 0);
  assert.deepEqual(await findFaults(page), []);
});

test("a list that cannot be loaded says so, and can be asked for again", async (t) => {
  const server = await startLogConsole(t, startConsole);
  const { page, context } = await server.visit({ path });
  await page.getByRole("heading", { name: "No deliveries yet" }).waitFor();
  await context.setOffline(true);
  await page.getByRole("button", { name: "Refresh" }).click();
  await page.getByText("The server cannot be reached").waitFor();
  assert.deepEqual(await findFaults(page), []);
  await context.setOffline(false);
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByRole("heading", { name: "No deliveries yet" }).waitFor();
});

test("of a long list only what is in sight is drawn, and all of it can be reached", async (t) => {
  const server = await startConsole(t);
  await seedDeliveries(server.run, 1_000);
  const { page, complaints } = await server.visit({ path });
  const grid = page.getByRole("grid");
  await grid.waitFor();
  assert.equal(await grid.getAttribute("aria-rowcount"), "-1");
  await grid.focus();
  await eventually(60_000, async () => {
    await page.keyboard.press("End");
    assert.equal(await grid.getAttribute("aria-rowcount"), "1001");
  });
  await page.keyboard.press("End");
  await page.locator('[role=row][aria-rowindex="1001"]').waitFor();
  assert((await rowsOf(page).count()) < 80);
  assert.deepEqual(await findFaults(page), []);
  await page.keyboard.press("Home");
  await page.locator('[role=row][aria-rowindex="2"]').waitFor();
  assert.deepEqual(complaints, []);
});

test("deliveries arriving above do not move what somebody reads further down", async (t) => {
  const server = await startLogConsole(t, startConsole);
  await seedDeliveries(server.run, 100);
  const { page } = await server.visit({ path: `${path}?live=true` });
  await page.getByText("New deliveries appear as they happen").waitFor();
  await page.evaluate(() => window.scrollTo({ top: 2_000 }));
  const sight = () => page.evaluate(() => document.elementFromPoint(500, 400)?.textContent);
  // One row, and not yet the list around those that are drawn.
  await eventually(5_000, async () => assert.match((await sight()) ?? "", /^.{20,90}$/));
  const before = await sight();
  await server.converse("what was the total of order 12345678902");
  await page.getByRole("button", { name: "1 new" }).waitFor();
  assert.equal(await sight(), before);
  await page.getByRole("button", { name: "1 new" }).click();
  await page.locator('[role=row][aria-rowindex="2"]').getByText("Answered").waitFor();
});

test("on a screen of 320 px the list and the drawer fit, in the dark too", async (t) => {
  const server = await startLogConsole(t, startConsole);
  await server.converse("what was the total of order 12345678902");
  const { page, complaints } = await server.visit({ path, scheme: "dark", width: "small" });
  await page.getByRole("grid").waitFor();
  assert.equal(await isTooWide(page), false);
  assert.deepEqual(await findFaults(page), []);
  await rowsOf(page).first().click();
  const drawer = page.getByRole("dialog");
  for (const tab of says.tabs) {
    await drawer.getByRole("tab", { name: tab }).click();
    await drawer.getByRole("tabpanel").waitFor();
    assert.equal(await isTooWide(page), false, tab);
  }
  assert.deepEqual(await findFaults(page), []);
  assert.deepEqual(complaints, []);
});
