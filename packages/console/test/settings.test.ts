import assert from "node:assert/strict";
import { test } from "node:test";
import { botId, findFaults, isTooWide, prepareConsoles } from "./open-console.ts";

const startConsole = prepareConsoles();
const path = `/bots/${botId}/settings`;

const says = {
  settings: "Settings",
  name: "Name",
  welcome: "Welcome message in English",
  up: "Move “Track a package” up",
  offerHelp: "Offer “Help”",
  format: "Format",
  linkPage: "Sign-in page of the shop (optional)",
  linkPageFault: "Enter an https URL",
  formatFault: "Write a prefix and then",
  byPhone: "Phone number",
  phoneCountry: "Country of phone numbers (optional)",
  officeHours: "When people answer (optional)",
  officeHoursFault: "Write days and times",
  officeZone: "Time zone of these hours",
  unsaved: "Unsaved changes",
  save: "Save",
  saved: "Saved.",
  discard: "Discard",
  audit: "Audit log",
  leave: "Leave this page?",
  stay: "Stay here",
  viewer: "You can view this, but not change it",
  off: "Everything to everybody",
  offWarning: "reads that customer's orders",
  remove: "Delete the bot…",
  removeTitle: "Delete Meetbot Shop?",
  confirm: "Type Meetbot Shop to confirm",
  finally: "Delete for good",
  bots: "Bots",
  ownersOnly: "Only an owner of the bot can delete it.",
  ownersNote: "Only an owner of the bot can change this",
  pageIdText: /^Sent as page_id with each query.*Only an owner/,
  month: "An email alone shows status and month",
  conversations: "Conversations",
  deliveries: "Deliveries",
  conversationsFault: "Conversations are kept for 2 to 365 days.",
  othersFault: "1 day at least, and no longer than conversations.",
  kept: "Kept for 20 days.",
} as const;

test("an editor changes how a bot speaks, and nothing is lost by leaving", async (t) => {
  const server = await startConsole(t);
  const { page, complaints } = await server.visit({ as: "editor", path });
  await page.getByRole("heading", { name: says.settings, level: 1 }).waitFor();
  await page.getByText(says.ownersOnly).waitFor();
  await page.getByText(says.ownersNote).first().waitFor();
  await page.getByText(says.pageIdText).waitFor();
  await page.getByText(says.month).waitFor();
  for (const name of [says.linkPage, says.conversations]) {
    assert.equal(await page.getByRole("textbox", { name }).first().isDisabled(), true, name);
  }
  assert.equal(await page.getByRole("radio", { name: says.off }).isDisabled(), true);
  assert.deepEqual(await findFaults(page), []);
  await page.getByRole("textbox", { name: says.name, exact: true }).fill("Lantern Street");
  await page.getByRole("textbox", { name: says.welcome }).fill("Ahoy! What can I look up?");
  await page.getByRole("button", { name: says.up }).click();
  await page.getByRole("checkbox", { name: says.offerHelp }).uncheck();
  assert.equal(await page.getByRole("textbox", { name: says.phoneCountry }).count(), 0);
  await page.getByRole("radio", { name: says.byPhone, exact: true }).check();
  await page.getByRole("textbox", { name: says.phoneCountry }).fill("cn");
  await page.getByRole("textbox", { name: says.format }).fill("SO-123");
  await page.getByRole("region", { name: says.unsaved }).waitFor();
  // Also what a customer would see.
  await page.locator(".first-message-bubble", { hasText: "Ahoy!" }).waitFor();
  assert.deepEqual(await findFaults(page), []);

  await page.getByRole("link", { name: says.audit }).click();
  await page.getByRole("dialog", { name: says.leave }).waitFor();
  assert.deepEqual(await findFaults(page), []);
  await page.getByRole("button", { name: says.stay }).click();

  await page.getByRole("button", { name: says.save }).click();
  await page.getByText(says.formatFault).waitFor();
  assert.equal((await server.store.bots.find(botId))?.name, "Meetbot Shop");
  await page.getByRole("button", { name: "SO-[digits 6-8]" }).click();
  await page.getByRole("button", { name: says.save }).click();
  await page.getByText(says.saved).waitFor();
  assert.partialDeepStrictEqual(await server.store.bots.find(botId), {
    name: "Lantern Street",
    welcome: { en: "Ahoy! What can I look up?", zh: null },
    menu: ["packages", "orders", "person"],
    accountKind: "phone",
    phoneCountry: "CN",
  });
  const [entry] = await server.store.bots.auditOf(botId, 1);
  assert.equal(entry?.actor, "editor@shop.example");
  await page.getByRole("link", { name: says.audit }).click();
  await page.getByRole("heading", { name: says.audit, level: 1 }).waitFor();
  assert.deepEqual(complaints, []);
});

test("what would show everything is warned of before it is saved, and discarded", async (t) => {
  const server = await startConsole(t);
  const { page, complaints } = await server.visit({ path, scheme: "dark" });
  await page.getByRole("radio", { name: says.off }).check();
  await page.getByText(says.offWarning).last().waitFor();
  assert.deepEqual(await findFaults(page), []);
  await page.getByRole("button", { name: says.discard }).click();
  await page.getByRole("region", { name: says.unsaved }).waitFor({ state: "detached" });
  assert.equal(await page.getByRole("radio", { name: says.off }).isChecked(), false);
  assert.deepEqual(complaints, []);
});

test("how long data is kept is set, refused with its reason, and said where it is shown", async (t) => {
  const server = await startConsole(t);
  const { page, complaints } = await server.visit({ path, width: "small" });
  await page.getByRole("textbox", { name: says.linkPage }).fill("http://shop.example/link");
  await page.getByRole("button", { name: says.save }).click();
  await page.getByText(says.linkPageFault).waitFor();
  await page.getByRole("textbox", { name: says.linkPage }).fill("https://shop.example/link");
  const conversations = page.getByRole("textbox", { name: says.conversations, exact: true });
  const deliveries = page.getByRole("textbox", { name: says.deliveries, exact: true });
  const save = page.getByRole("button", { name: says.save });
  await conversations.fill("");
  await save.click();
  await page.getByText(says.conversationsFault).waitFor();
  await conversations.fill("30");
  await deliveries.fill("40");
  await save.click();
  await page.getByText(says.othersFault).waitFor();
  assert.equal(await isTooWide(page), false);
  assert.deepEqual(await findFaults(page), []);
  await deliveries.fill("20");
  await save.click();
  await page.getByText(says.saved).waitFor();
  assert.partialDeepStrictEqual(await server.store.bots.find(botId), {
    keepConversationsDays: 30,
    keepDeliveriesDays: 20,
    keepFailedMessagesDays: null,
    linkPage: "https://shop.example/link",
  });
  await page.goto(`${new URL(page.url()).origin}/console/bots/${botId}/deliveries`);
  await page.getByText(says.kept).waitFor();
  assert.deepEqual(complaints, []);
});

test("when people answer is told by the clocks of a place", async (t) => {
  const server = await startConsole(t);
  const { page, complaints } = await server.visit({ as: "editor", path, width: "small" });
  const hours = page.getByRole("textbox", { name: says.officeHours });
  const save = page.getByRole("button", { name: says.save });
  await hours.fill("mon-fri 18:00-09:00");
  await save.click();
  await page.getByText(says.officeHoursFault).waitFor();
  await hours.fill("Mon-Fri 9:00-18:00");
  const zone = page.getByRole("combobox", { name: says.officeZone });
  await zone.fill("Asia/Shang");
  await page.getByRole("option", { name: "Asia/Shanghai" }).click();
  await save.click();
  await page.getByText(says.saved).waitFor();
  assert.equal(await hours.inputValue(), "mon-fri 09:00-18:00");
  assert.equal(await isTooWide(page), false);
  assert.deepEqual(await findFaults(page), []);
  const told = { timeZone: "Asia/Shanghai", hours: "mon-fri 09:00-18:00" };
  assert.deepEqual((await server.store.bots.find(botId))?.officeHours, told);
  await hours.fill("");
  await save.click();
  await page.getByText(says.saved).waitFor();
  assert.equal((await server.store.bots.find(botId))?.officeHours, null);
  assert.deepEqual(complaints, []);
});

test("a viewer looks and changes nothing", async (t) => {
  const server = await startConsole(t);
  const visit = { as: "viewer", path, width: "small" } as const;
  const { page, complaints } = await server.visit(visit);
  await page.getByText(says.viewer).waitFor();
  for (const field of await page.getByRole("main").getByRole("textbox").all()) {
    assert.equal(await field.isDisabled(), true);
  }
  assert.equal(await page.getByRole("button", { name: says.remove }).isDisabled(), true);
  assert.equal(await isTooWide(page), false);
  assert.deepEqual(await findFaults(page), []);
  assert.deepEqual(complaints, []);
});

test("an owner deletes a bot by typing its name", async (t) => {
  const server = await startConsole(t);
  const { page, complaints } = await server.visit({ path });
  await page.getByRole("button", { name: says.remove }).click();
  const dialog = page.getByRole("dialog", { name: says.removeTitle });
  const button = dialog.getByRole("button", { name: says.finally });
  await dialog.getByLabel(says.confirm).fill("Meetbot");
  assert.equal(await button.isDisabled(), true);
  assert.deepEqual(await findFaults(page), []);
  await dialog.getByLabel(says.confirm).fill("Meetbot Shop");
  await button.click();
  await page.getByRole("heading", { name: says.bots, level: 1 }).waitFor();
  assert.equal(await server.store.bots.find(botId), null);
  assert.deepEqual(complaints, []);
});

test("a link to a section leads to it, and it has the keyboard", async (t) => {
  const server = await startConsole(t);
  const { page } = await server.visit({ path: `${path}#order-numbers` });
  const section = page.locator("#order-numbers");
  await section.waitFor();
  await page.waitForFunction(() => document.activeElement?.id === "order-numbers");
  const box = await section.boundingBox();
  assert(box && box.y >= 0 && box.y < 860, JSON.stringify(box));
});

test("a bot that is not there is told with what to do, and the request's number", async (t) => {
  const server = await startConsole(t);
  const { page } = await server.visit({ path: "/bots/bot_nowhere/settings" });
  await page.getByRole("alert").waitFor();
  await page.getByRole("button", { name: "Try again" }).waitFor();
  assert.match((await page.getByRole("alert").textContent()) ?? "", /no such bot.*Request/s);
  assert.deepEqual(await findFaults(page), []);
});
