import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { botId, findFaults, prepareConsoles } from "./open-console.ts";
import { startLogConsole } from "./open-log.ts";

const startConsole = prepareConsoles();
const path = `/bots/${botId}/inbox`;
const wantsPerson = "I want to talk to a person";
const rowsOf = (page: Page) => page.locator(".inbox-row");

test("a canned reply that is saved out of a half-written answer sends nothing to the customer", async (t) => {
  const server = await startLogConsole(t, startConsole);
  const id = await server.converse(wantsPerson);
  const at = `${path}?conversation=${id}`;
  const { page, complaints } = await server.visit({ as: "editor", path: at });
  const field = page.getByRole("textbox", { name: "Reply" });
  await field.pressSequentially("not meant for anybody yet /");
  await page.getByRole("button", { name: "Write one" }).click();
  const dialog = page.getByRole("dialog", { name: "Canned replies" });
  await dialog.getByRole("button", { name: "New reply" }).click();
  await dialog.getByLabel("Name", { exact: true }).fill("where");
  await dialog.getByLabel("Text", { exact: true }).fill("It is on its way.");
  await dialog.getByRole("button", { name: "Save" }).click();
  await dialog.getByText("/where").waitFor();
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  assert.equal(await field.inputValue(), "not meant for anybody yet /");
  // What is sent after it would arrive after it.
  await field.fill("Hello");
  await field.press("Enter");
  await server.hears(id, "Hello");
  const log = await server.store.conversationLog.messagesAfter({ botId, conversationId: id }, 0, 100);
  assert.equal(log.filter(({ from }) => from === "person").length, 1);
  assert.deepEqual(complaints, []);
});
