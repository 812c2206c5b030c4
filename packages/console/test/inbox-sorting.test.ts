import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { eventually } from "../../meetbot/test/fixtures/eventually.ts";
import { botId, findFaults, isTooWide, prepareConsoles } from "./open-console.ts";
import { startLogConsole } from "./open-log.ts";

const startConsole = prepareConsoles();
const path = `/bots/${botId}/inbox`;
const shots = process.env.MEETBOT_SHOTS;
const shoot = async (page: Page, name: string) => {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png` });
};
const wantsPerson = "I want to talk to a person";
const rowsOf = (page: Page) => page.locator(".inbox-row");
const messagesOf = (page: Page) => page.locator(".talk-message");

const says = {
  labels: "Labels",
  manage: "Manage labels",
  name: "Name",
  color: "Color",
  add: "Add label",
  close: "Close",
  filter: "Filter by label",
  none: "No conversation here has the label Refund.",
  nameOf: (name: string) => `Name of ${name}`,
  save: "Save Damaged",
  delete: "Delete Refund",
  sure: "Delete Refund for good",
  menu: "Snooze and assign",
  hour: "For 1 hour",
  untilReply: "Until the customer replies",
  off: /^Snoozed until \d?\d:\d\d.* or until the customer replies$/,
  offReply: "Snoozed until the customer replies",
  snoozed: "Snoozed",
  end: "End snooze",
  me: "editor (you)",
  mine: "Assigned to you",
  toEditor: "Assigned to editor",
  nobody: "Nobody",
  list: "← List",
  field: "Email, order number or label",
  search: "Search",
  one: "1 conversation found for “12345678902”",
  nothing: /Nothing was found for “1234567”/,
  clear: "Clear search",
} as const;

test("labels are made, put on, filtered by and deleted, and colleagues see it", async (t) => {
  const server = await startLogConsole(t, startConsole);
  const id = await server.converse(wantsPerson);
  await server.converse(wantsPerson);
  const at = `${path}?conversation=${id}`;
  const { page, complaints } = await server.visit({ as: "editor", path: at });
  const ada = await server.visit({ as: "agent", path });
  await rowsOf(ada.page).first().waitFor();
  const open = () => page.getByRole("button", { name: says.labels, exact: true }).click();
  await open();
  assert.deepEqual(await findFaults(page), []);
  await page.getByRole("button", { name: says.manage }).click();
  const dialog = page.getByRole("dialog", { name: says.manage });
  for (const [name, color] of [
    ["Damaged", "red"],
    ["Refund", "teal"],
  ] as const) {
    await dialog.getByLabel(says.name, { exact: true }).fill(name);
    await dialog.getByLabel(says.color, { exact: true }).selectOption(color);
    await dialog.getByRole("button", { name: says.add }).click();
    await dialog.getByLabel(says.nameOf(name)).waitFor();
  }
  assert.deepEqual(await findFaults(page), []);
  assert.equal(await isTooWide(page), false);
  await shoot(page, "labels");
  await dialog.getByLabel(says.nameOf("Damaged")).fill("Broken");
  await dialog.getByRole("button", { name: says.save }).click();
  await dialog.getByLabel(says.nameOf("Broken")).waitFor();
  await dialog.getByRole("button", { name: says.close, exact: true }).click();
  await dialog.waitFor({ state: "detached" });
  await open();
  await page.getByRole("checkbox", { name: "Broken" }).click();
  const chips = (of: Page) => rowsOf(of).locator(".label-chip");
  await chips(ada.page).getByText("Broken").waitFor();
  assert.equal(await chips(ada.page).first().getAttribute("data-color"), "red");
  const button = await page.getByRole("button", { name: says.labels, exact: true }).boundingBox();
  const menu = await page.getByRole("dialog", { name: says.labels }).boundingBox();
  assert(button && menu && menu.y >= button.y + button.height, "it opens below its button");
  await shoot(page, "label-menu");
  await page.keyboard.press("Escape");

  const filter = ada.page.getByLabel(says.filter);
  await filter.selectOption({ label: "Broken" });
  await eventually(10_000, async () => assert.equal(await rowsOf(ada.page).count(), 1));
  await filter.selectOption({ label: "Refund" });
  await ada.page.getByText(says.none).waitFor();
  await ada.page.reload();
  await ada.page.getByText(says.none).waitFor();
  assert.deepEqual(await findFaults(ada.page), []);
  await open();
  await page.getByRole("button", { name: says.manage }).click();
  await dialog.getByRole("button", { name: says.delete }).click();
  await dialog.getByRole("button", { name: says.sure }).click();
  await dialog.getByLabel(says.nameOf("Refund")).waitFor({ state: "detached" });
  await eventually(10_000, async () =>
    assert.equal(await filter.locator("option").filter({ hasText: "Refund" }).count(), 0),
  );
  assert.deepEqual([...complaints, ...ada.complaints], []);
});

test("one is put off, brought back, and given to somebody", async (t) => {
  const server = await startLogConsole(t, startConsole);
  const id = await server.converse(wantsPerson);
  const at = `${path}?view=all&conversation=${id}`;
  const { page, complaints } = await server.visit({ as: "editor", path: at });
  const ada = await server.visit({ as: "agent", path: at });
  const exact = true;
  const choose = async (name: string) => {
    await page.getByRole("button", { name: says.menu }).click();
    await page.getByRole("button", { name, exact }).click();
  };
  await page.getByRole("button", { name: says.menu }).click();
  await page.getByRole("button", { name: says.me }).waitFor();
  assert.deepEqual(await findFaults(page), []);
  await shoot(page, "turns");
  await page.getByRole("button", { name: says.hour }).click();
  await page.getByText(says.off).waitFor();
  await rowsOf(ada.page).getByText(says.snoozed, { exact: true }).waitFor();
  assert.equal(await isTooWide(page), false);
  await choose(says.untilReply);
  await page.getByText(says.offReply, { exact: true }).waitFor();
  await choose(says.end);
  await page.getByText(says.offReply, { exact: true }).waitFor({ state: "detached" });
  await choose(says.untilReply);
  await page.getByText(says.offReply, { exact: true }).waitFor();
  await server.write(id, "are you there?");
  await page.getByText(says.offReply, { exact: true }).waitFor({ state: "detached" });
  await page.getByRole("button", { name: says.menu }).click();
  await page.getByRole("button", { name: says.me }).click();
  await page.getByText(says.mine).waitFor();
  await ada.page.getByText(says.toEditor).waitFor();
  assert.deepEqual(await findFaults(page), []);
  await choose(says.nobody);
  await page.getByText(says.mine).waitFor({ state: "detached" });
  assert.deepEqual([...complaints, ...ada.complaints], []);
});

test("a conversation is found by what was named in it, and the search is cleared", async (t) => {
  const server = await startLogConsole(t, startConsole);
  await server.converse("where is my order 12345678902", wantsPerson);
  await server.converse(wantsPerson);
  const { page, complaints } = await server.visit({ as: "agent", path });
  await eventually(10_000, async () => assert.equal(await rowsOf(page).count(), 2));
  const field = page.getByLabel(says.field);
  await field.fill("12345678902");
  await field.press("Enter");
  await page.getByText(says.one).waitFor();
  assert.equal(await rowsOf(page).count(), 1);
  assert.deepEqual(await findFaults(page), []);
  assert.equal(await isTooWide(page), false);
  await shoot(page, "found");
  assert(!page.url().includes("12345678902"), "what is searched for stands in no address");
  await rowsOf(page).first().click();
  await messagesOf(page).first().waitFor();
  await page.reload();
  await page.getByText(says.one).waitFor({ state: "attached" });
  assert.equal(await field.inputValue(), "12345678902");
  await page.goBack();
  await page.getByText(says.one).waitFor();
  await field.fill("1234567");
  await page.getByRole("button", { name: says.search, exact: true }).click();
  await page.getByText(says.nothing).waitFor();
  await page.getByRole("button", { name: says.clear }).click();
  await eventually(10_000, async () => assert.equal(await rowsOf(page).count(), 2));
  assert.equal(await field.inputValue(), "");
  const searches = (await server.store.bots.auditOf(botId, 50)).filter(
    ({ action }) => action === "conversations_searched",
  );
  assert.equal(searches.length, 3, "each is asked once, and again after the page was loaded anew");
  assert.deepEqual(complaints, []);
});
