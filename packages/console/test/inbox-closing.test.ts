import assert from "node:assert/strict";
import { test } from "node:test";
import { botId, findFaults, isTooWide, prepareConsoles } from "./open-console.ts";
import { startLogConsole } from "./open-log.ts";

const startConsole = prepareConsoles();
const path = `/bots/${botId}/inbox`;
const wantsPerson = "I want to talk to a person";

test("some of those who wait are closed at once, and then all of them", async (t) => {
  const server = await startLogConsole(t, startConsole);
  for (let nth = 0; nth < 4; nth++) await server.converse(wantsPerson);
  const { page, complaints } = await server.visit({ as: "agent", path });
  const rows = page.locator(".inbox-row");
  await rows.nth(3).waitFor();
  await page.getByRole("button", { name: "Select several" }).click();
  const close = page.getByRole("button", { name: "Close selected" });
  assert(await close.isDisabled());
  const boxes = page.getByRole("checkbox", { name: /Select conversation/ });
  await boxes.nth(0).check();
  await boxes.nth(1).check();
  assert.deepEqual(await findFaults(page), []);
  assert.equal(await isTooWide(page), false);
  await close.click();
  const dialog = page.getByRole("dialog", { name: "Close 2 conversations?" });
  await dialog.waitFor();
  assert.deepEqual(await findFaults(page), []);
  await dialog.getByRole("button", { name: "Close selected" }).click();
  await page.getByText("Closed: 2.").waitFor();
  await rows.nth(2).waitFor({ state: "detached" });
  await page.getByRole("checkbox", { name: "All in this list" }).check();
  await close.click();
  const all = page.getByRole("dialog", { name: "Close all conversations in Waiting?" });
  await all.getByRole("button", { name: "Close selected" }).click();
  await page.getByText("Nobody is waiting.").waitFor();
  assert.equal(await rows.count(), 0);
  assert.deepEqual(complaints, []);
});
