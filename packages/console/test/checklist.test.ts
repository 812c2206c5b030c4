import assert from "node:assert/strict";
import { test } from "node:test";
import { botId, findFaults, isTooWide, prepareConsoles } from "./open-console.ts";

const startConsole = prepareConsoles();

const says = {
  checklist: "Go-live checklist",
  tally: /points: /,
  contact: "A person to hand over to",
  notSet: "Say how to reach one",
  set: "Customers are told how to reach a person.",
  settings: "Settings",
  again: "Check again",
  toDo: "To do:",
  done: "Done:",
  audit: "Audit log",
  byToken: "by ada@shop.example (token try)",
  show: "Show",
  policy: "Visibility changed",
  settingsChanged: "Settings changed",
  created: "Bot created",
  before: "by proof",
  after: "nothing before proof",
  older: "Show older",
  begins: "The log begins here.",
  none: "Nothing of this kind yet",
  revoked: "Secret revoked",
} as const;

test("the checklist leads to what is to do, and finds out that it is done", async (t) => {
  const server = await startConsole(t);
  const path = `/bots/${botId}/checklist`;
  const { page, complaints } = await server.visit({ path });
  const point = page.getByRole("listitem").filter({ hasText: says.contact });
  await point.getByText(says.notSet).waitFor();
  assert.match((await point.textContent()) ?? "", new RegExp(says.toDo));
  const tally = String(await page.getByText(says.tally).textContent());
  const [all = 0, ...parts] = (tally.match(/\d+/g) ?? []).map(Number);
  assert.equal(all, await page.getByRole("main").getByRole("listitem").count());
  assert.equal(
    parts.reduce((sum, part) => sum + part, 0),
    all,
    tally,
  );
  assert.deepEqual(await findFaults(page), []);
  await point.getByRole("link").click();
  await page.getByRole("heading", { name: says.settings, level: 1 }).waitFor();
  assert.match(page.url(), /settings#speaking$/);
  await page.goBack();
  await point.waitFor();
  await server.store.bots.change(botId, { contact: "call 555" });
  await page.getByRole("button", { name: says.again }).click();
  await point.getByText(says.set).waitFor();
  assert.match((await point.textContent()) ?? "", new RegExp(says.done));
  assert.equal(await point.getByRole("link").count(), 0);
  assert.deepEqual(complaints, []);
});

test("the audit log tells changes side by side, by kind and page by page", async (t) => {
  const server = await startConsole(t);
  const bots = server.store.bots.as("ada@shop.example");
  await bots.change(botId, { policy: "code" });
  await server.store.bots.as("ada@shop.example (token try)").change(botId, { contact: "call" });
  for (let n = 1; n <= 55; n += 1) await bots.change(botId, { contact: `call ${n}` });
  const { page, complaints } = await server.visit({ path: `/bots/${botId}/audit` });
  const main = page.getByRole("main");
  await main.getByText(says.settingsChanged).first().waitFor();
  await main.getByText("call 55", { exact: true }).waitFor();
  assert.equal(await main.getByText(says.created, { exact: true }).count(), 0);
  await page.getByRole("button", { name: says.older }).click();
  await main.getByText(says.created, { exact: true }).waitFor();
  await main.getByText(says.begins).waitFor();
  await main.getByText(says.byToken).waitFor();
  assert.deepEqual(await findFaults(page), []);

  await page.getByRole("combobox", { name: says.show }).click();
  await page.getByRole("option", { name: says.policy }).click();
  await page.waitForURL(/action=policy_changed/);
  const entry = page.getByRole("listitem").filter({ hasText: says.policy });
  await entry.locator("del", { hasText: says.before }).waitFor();
  await entry.locator("ins", { hasText: says.after }).waitFor();
  assert.equal(await main.getByText(says.settingsChanged, { exact: true }).count(), 0);
  assert.match((await entry.textContent()) ?? "", /ada@shop\.example/);

  await page.getByRole("combobox", { name: says.show }).click();
  await page.getByRole("option", { name: says.revoked }).click();
  await page.getByRole("heading", { name: says.none }).waitFor();
  assert.deepEqual(await findFaults(page), []);
  assert.deepEqual(complaints, []);
});

test("on a small dark screen both are as wide as it", async (t) => {
  const server = await startConsole(t);
  for (const name of ["checklist", "audit"] as const) {
    const { page, complaints } = await server.visit({
      as: "viewer",
      path: `/bots/${botId}/${name}`,
      width: "small",
      scheme: "dark",
    });
    await page.getByRole("heading", { name: says[name], level: 1 }).waitFor();
    await page.getByRole("main").getByRole("listitem").first().waitFor();
    assert.equal(await isTooWide(page), false);
    assert.deepEqual(await findFaults(page), []);
    assert.deepEqual(complaints, []);
  }
});
