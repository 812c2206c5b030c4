import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { eventually } from "../../meetbot/test/fixtures/eventually.ts";
import { botId, prepareConsoles } from "./open-console.ts";
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

test("on a phone the order panel is shown as it is once the conversation was taken", async (t) => {
  const server = await startLogConsole(t, startConsole);
  const id = await server.converse("where is my order 12345678902", wantsPerson);
  const at = `${path}?conversation=${id}`;
  const visit = { as: "agent", path: at, width: "phone" } as const;
  const { page, complaints } = await server.visit(visit);
  const open = () => page.getByRole("button", { name: "Customer and orders" }).tap();
  const panel = page.getByRole("dialog", { name: "Customer and orders" });
  await open();
  await panel.getByRole("button", { name: "Show", exact: true }).waitFor();
  await page.keyboard.press("Escape");
  await panel.waitFor({ state: "hidden" });
  await page.getByRole("button", { name: "Take", exact: true }).tap();
  await page.getByText("You have this since").waitFor();
  await open();
  await panel.getByText("12345678902").first().waitFor();
  assert.deepEqual(complaints, []);
});

test("a conversation with cards opens at its end, and stays there while they grow", async (t) => {
  const server = await startLogConsole(t, startConsole);
  const order = "where is my order 12345678902";
  const id = await server.converse(order, "hello", order, wantsPerson);
  const { page, complaints } = await server.visit({ as: "agent", path });
  // The cards are drawn late, as on a slow line.
  await page.route("**/widget/transcript.js", async (route) => {
    await page.locator(".talk-message").getByText(wantsPerson).waitFor();
    await route.continue();
  });
  await rowsOf(page).first().click();
  await page.locator(".talk-cards").getByText("Classic White T-Shirt").last().waitFor();
  const scroll = page.locator(".talk-scroll");
  const missing = () =>
    scroll.evaluate(({ scrollHeight, scrollTop, clientHeight }) => [
      scrollHeight - clientHeight,
      scrollHeight - clientHeight - scrollTop,
    ]);
  await eventually(5000, async () => {
    const [room = 0, left = 0] = await missing();
    assert(room > 200, "there is something to scroll");
    assert(left < 2, `${left} px above the end`);
  });
  // It grows in the moment in which it is scrolled to its end.
  await scroll.evaluate((place) => {
    place.scrollTop = 0;
    place.scrollTop = place.scrollHeight;
    const late = document.createElement("li");
    late.style.height = "300px";
    place.querySelector("ol")?.append(late);
  });
  await eventually(5000, async () => assert(((await missing())[1] ?? 0) < 2));
  await scroll.evaluate((place) => {
    place.scrollTop = 20;
  });
  await page.getByText("Opened the chat").waitFor();
  await server.write(id, "are you there?");
  await page.getByRole("button", { name: "New messages" }).waitFor();
  assert.equal(await scroll.evaluate(({ scrollTop }) => scrollTop), 20);
  assert.deepEqual(complaints, []);
});
