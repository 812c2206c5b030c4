import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { eventually } from "../../meetbot/test/fixtures/eventually.ts";
import { botId, findFaults, isTooWide, prepareConsoles } from "./open-console.ts";
import { startLogConsole } from "./open-log.ts";

const startConsole = prepareConsoles();
const path = `/bots/${botId}/inbox`;
const shots = process.env.MEETBOT_SHOTS;

const says = {
  waiting: /Waiting/,
  asked: "Asked for a person",
  take: "Take",
  back: "Give back",
  reply: "Reply",
  mine: /You have this since \d?\d:\d\d/,
  held: /^editor has this since \d?\d:\d\d.*Take it over\?$/,
  takeOver: "Take over and send",
  cancel: "Cancel",
  email: "It holds an email address.",
  closed: "You gave it back to the bot.",
  unknown: "There is no such conversation",
  toList: "Back to the list",
  list: "← List",
  about: "Customer and orders",
  keys: "Keys",
  changed: /wrote while you typed/,
  alerts: "Alerts",
} as const;

const rowsOf = (page: Page) => page.locator(".inbox-row");
const messagesOf = (page: Page) => page.locator(".talk-message");
const shoot = async (page: Page, name: string) => {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png` });
};

test("a customer asks, waits, and is answered by one of two operators; who loses the conversation is told to whom", async (t) => {
  const server = await startLogConsole(t, startConsole);
  const ada = await server.visit({ as: "agent", path, scheme: "dark" });
  const bo = await server.visit({ as: "editor", path });
  await ada.page.getByRole("list", { name: says.waiting }).waitFor({ state: "attached" });
  assert.deepEqual(await findFaults(ada.page), []);

  const id = await server.converse("where is my order 12345678902 yilia@meetbot.biz");
  await server.write(id, "I want to talk to a person");
  await eventually(15_000, async () => assert.equal(await rowsOf(ada.page).count(), 1));
  await eventually(15_000, async () => assert.match(await ada.page.title(), /^\(1\) /));
  await rowsOf(ada.page).getByText(says.asked).waitFor();
  assert.deepEqual(await findFaults(ada.page), []);
  await shoot(ada.page, "list");

  await ada.page.keyboard.press("j");
  await rowsOf(bo.page).first().click();
  await messagesOf(ada.page).getByText("yilia@meetbot.biz").waitFor();
  await messagesOf(ada.page).getByText("Classic White T-Shirt").first().waitFor();
  assert.deepEqual(await findFaults(ada.page), []);
  const looks = async () =>
    (await server.store.bots.auditOf(botId, 50)).filter(
      ({ actor, action }) => action === "conversation_revealed" && actor === "agent@shop.example",
    ).length;
  assert.equal(await looks(), 1);

  const boField = bo.page.getByRole("textbox", { name: says.reply });
  await bo.page.keyboard.press("r");
  await boField.pressSequentially("one moment");
  await boField.fill("Hello, this is Bo. Write to bo@shop.example");
  await bo.page.getByText(says.email).waitFor();
  assert.deepEqual(await findFaults(bo.page), []);
  await shoot(bo.page, "warning");
  await boField.fill("Hello, how can I help?");
  await boField.press("Enter");
  await bo.page.getByText(says.mine).waitFor();
  await messagesOf(bo.page).getByText("Hello, how can I help?").waitFor();
  assert.equal(await server.hears(id, "Hello, how can I help?"), "editor");

  // An agent who writes in a colleague's conversation must confirm, and loses no text.
  const adaField = ada.page.getByRole("textbox", { name: says.reply });
  await adaField.fill("I am on it");
  await adaField.press("Enter");
  await eventually(15_000, async () => {
    const dialog = ada.page.getByRole("dialog");
    const isAsked = (await dialog.count()) > 0;
    const isTold = (await ada.page.getByText(says.changed).count()) > 0;
    assert(isAsked || isTold);
  });
  if ((await ada.page.getByText(says.changed).count()) > 0) {
    assert.equal(await adaField.inputValue(), "I am on it");
    await adaField.press("Enter");
  }
  await ada.page.getByRole("dialog", { name: says.held }).waitFor();
  assert.deepEqual(await findFaults(ada.page), []);
  await shoot(ada.page, "collision");
  await ada.page.getByRole("button", { name: says.cancel }).click();
  await eventually(5000, async () => assert.equal(await adaField.inputValue(), "I am on it"));
  await adaField.press("Enter");
  await ada.page.getByRole("button", { name: says.takeOver }).click();
  await ada.page.getByText(says.mine).waitFor();
  assert.equal(await server.hears(id, "I am on it"), "agent");
  await bo.page.getByText(/^agent has taken this over, at \d?\d:\d\d/).waitFor();
  assert.deepEqual(await findFaults(bo.page), []);
  assert.equal(await ada.page.getByText("has taken this over").count(), 0);

  await server.write(id, "my cup is broken");
  await messagesOf(ada.page).getByText("my cup is broken").waitFor();
  await ada.page
    .locator("[aria-live=polite]", { hasText: "my cup is broken" })
    .waitFor({ state: "attached" });
  await shoot(ada.page, "talk");
  await ada.page.getByRole("button", { name: says.back, exact: true }).click();
  await ada.page.getByText(says.closed, { exact: true }).waitFor();
  await bo.page.getByText("agent gave it back to the bot.", { exact: true }).waitFor();
  assert.equal(await bo.page.getByText("has taken this over").count(), 0);
  assert.equal(await looks(), 1, "whoever goes on reading is noted once");
  await ada.page.getByRole("button", { name: "Reopen", exact: true }).click();
  await ada.page.getByText(/^Reopened: an answer is owed since/).waitFor();
  assert.deepEqual([...ada.complaints, ...bo.complaints], []);
});

test("the inbox fits on a phone, and what is gone says so", async (t) => {
  const server = await startLogConsole(t, startConsole);
  await server.converse("I want to talk to a person");
  const { page, complaints } = await server.visit({ as: "agent", path, width: "phone" });
  await rowsOf(page).first().waitFor();
  assert.equal(await isTooWide(page), false);
  assert.deepEqual(await findFaults(page), []);
  await shoot(page, "phone-list");
  await rowsOf(page).first().tap();
  await messagesOf(page).first().waitFor();
  assert.equal(await isTooWide(page), false);
  assert.deepEqual(await findFaults(page), []);
  await shoot(page, "phone-talk");
  await page.getByRole("button", { name: says.about }).tap();
  await page.getByRole("dialog", { name: says.about }).waitFor();
  await shoot(page, "phone-about");
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: says.list }).tap();
  await rowsOf(page).first().waitFor();

  await page.goto(`${server.origin}/console${path}?conversation=c_nothing`);
  await page.getByRole("heading", { name: says.unknown }).waitFor();
  assert.deepEqual(await findFaults(page), []);
  await page.getByRole("link", { name: says.toList }).tap();
  await rowsOf(page).first().waitFor();
  assert.deepEqual(complaints, []);
});

test("keys move and help, what is typed is kept, and alerts are chosen", async (t) => {
  const server = await startLogConsole(t, startConsole);
  await server.converse("I want to talk to a person");
  await server.converse("I want to talk to a person");
  const { page, complaints } = await server.visit({ as: "editor", path });
  await eventually(15_000, async () => assert.equal(await rowsOf(page).count(), 2));
  await page.keyboard.press("Shift+?");
  await page.getByRole("dialog", { name: "Keys" }).waitFor();
  assert.deepEqual(await findFaults(page), []);
  await page.keyboard.press("j");
  await page.keyboard.press("Escape");
  assert(!page.url().includes("conversation="), "no key acts behind a dialog");
  await page.keyboard.press("j");
  const first = page.url();
  const field = page.getByRole("textbox", { name: "Reply" });
  await field.fill("tjk");
  await field.press("j");
  assert.equal(page.url(), first);
  await field.press("Escape");
  await page.keyboard.press("j");
  await page.waitForURL((url) => url.href !== first);
  await eventually(5000, async () => assert.equal(await field.inputValue(), ""));
  await page.keyboard.press("k");
  await eventually(5000, async () => assert.equal(await field.inputValue(), "tjkj"));
  await field.fill("x".repeat(2001));
  await page.getByText("1 too many").waitFor();
  assert(await page.getByRole("button", { name: "Send", exact: true }).isDisabled());

  await page.getByRole("button", { name: "Alerts" }).click();
  await page.getByRole("dialog").getByText("Mine", { exact: true }).click();
  assert.deepEqual(await findFaults(page), []);
  await shoot(page, "alerts");
  await eventually(15_000, async () => assert.equal(await page.title(), "Inbox · Meetbot"));
  await page.reload();
  await rowsOf(page).first().waitFor();
  assert.equal(await page.title(), "Inbox · Meetbot");
  assert.deepEqual(complaints, []);
});

test("a viewer reads masked, and writes nothing", async (t) => {
  const server = await startLogConsole(t, startConsole);
  await server.converse("my mail is yilia@meetbot.biz, I want to talk to a person");
  const { page, complaints } = await server.visit({ as: "viewer", path });
  await rowsOf(page).first().click();
  await messagesOf(page).getByText("y•••@m•••.biz").waitFor();
  assert.equal(await page.getByRole("textbox", { name: "Reply" }).count(), 0);
  assert.equal(await page.getByRole("button", { name: "Take", exact: true }).count(), 0);
  assert(!(await page.content()).includes("yilia@"));
  assert.deepEqual(await findFaults(page), []);
  assert.deepEqual(complaints, []);
});
