import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { newToken } from "../../meetbot/src/secrets/token.ts";
import { eventually } from "../../meetbot/test/fixtures/eventually.ts";
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
  const log = await server.store.conversationLog.messagesAfter(
    { botId, conversationId: id },
    0,
    100,
  );
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

test("whoever a note calls sees it wherever they are in the inbox, until they opened the conversation", async (t) => {
  const server = await startLogConsole(t, startConsole);
  const id = await server.converse("hello");
  // It is in nobody's list of hers: only the note calls her.
  const bo = await server.visit({ as: "editor", path: `${path}?conversation=${id}` });
  await bo.page.getByRole("button", { name: "Take", exact: true }).click();
  await bo.page.getByText("You have this since").waitFor();
  const ada = await server.visit({ as: "agent", path: `${path}?view=mine` });
  await ada.page.getByText("You have no conversation.").waitFor();
  await bo.page.keyboard.press("n");
  const field = bo.page.getByRole("textbox", { name: "Note for colleagues" });
  await field.fill("@agent is this yours?");
  await field.press("Escape");
  await bo.page.getByRole("button", { name: "Add note" }).click();
  const link = ada.page.getByRole("link", { name: "editor calls you in a note" });
  await link.waitFor();
  await ada.page.getByRole("img", { name: "Notes that call you: 1" }).waitFor();
  await eventually(5000, async () => assert.match(await ada.page.title(), /^\(1\) /));
  assert.deepEqual(await findFaults(ada.page), []);
  assert.equal(await bo.page.getByRole("link", { name: "calls you in a note" }).count(), 0);
  await link.click();
  await ada.page.getByText("is this yours?").waitFor();
  await link.waitFor({ state: "detached" });
  await eventually(5000, async () => assert.doesNotMatch(await ada.page.title(), /^\(/));
  assert.deepEqual([...ada.complaints, ...bo.complaints], []);
});

test("replies and labels are prepared before there is a customer, and a reply is left unwritten", async (t) => {
  const server = await startLogConsole(t, startConsole);
  const { page, complaints } = await server.visit({ as: "editor", path });
  const choose = async (name: string) => {
    await page.getByRole("button", { name: "Replies and labels" }).click();
    await page.getByRole("menuitem", { name }).click();
  };
  await choose("Manage replies");
  const dialog = page.getByRole("dialog", { name: "Canned replies" });
  const press = (name: string) => dialog.getByRole("button", { name, exact: true }).click();
  await press("New reply");
  await press("Cancel");
  await press("New reply");
  await dialog.getByLabel("Name", { exact: true }).fill("where");
  await press("Cancel");
  await press("Go on writing");
  await press("Cancel");
  assert.deepEqual(await findFaults(page), []);
  await press("Discard");
  await dialog.getByText("There are no canned replies yet.").waitFor();
  await press("Close");
  await dialog.waitFor({ state: "detached" });
  await choose("Manage labels");
  await page.getByRole("dialog", { name: "Manage labels" }).waitFor();
  assert.deepEqual(complaints, []);
});

test("an agent of one bot begins in its inbox, and a setting that was refused is brought in sight", async (t) => {
  const server = await startLogConsole(t, startConsole);
  const { operators } = server.store;
  const agent = await operators.create({
    ...{ name: "Kim", email: "kim@shop.example", administrator: false },
  });
  await operators.grantRole(botId, agent.id, "agent");
  const token = newToken();
  await operators.createLink({ token, livesForS: 60, createdBy: "test", operatorId: agent.id });
  const kim = await server.visit({ as: null, path: `/welcome#${token}` });
  await kim.page.getByRole("button", { name: "Open the console" }).click();
  await kim.page.waitForURL((url) => url.pathname.endsWith(`/bots/${botId}/inbox`));

  const { page, complaints } = await server.visit({ as: "owner", path: `/bots/${botId}/settings` });
  await page.setViewportSize({ width: 1280, height: 420 });
  const field = page.getByLabel("Sign-in page of the shop (optional)");
  await field.fill("http://shop.example/login");
  const isFar = await field.evaluate((it) => {
    window.scrollTo(0, document.documentElement.scrollHeight);
    return it.getBoundingClientRect().bottom < 0;
  });
  assert(isFar, "the page is long");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await eventually(5000, async () => {
    const isReached = await field.evaluate((it) => {
      const { top, bottom } = it.getBoundingClientRect();
      return it === document.activeElement && top > 0 && bottom < window.innerHeight;
    });
    assert(isReached);
  });
  assert.deepEqual([...kim.complaints, ...complaints], []);
});
