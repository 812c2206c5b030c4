import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { eventually } from "../../meetbot/test/fixtures/eventually.ts";
import { botId, findFaults, isTooWide, prepareConsoles } from "./open-console.ts";
import { startLogConsole } from "./open-log.ts";

const startConsole = prepareConsoles();
const path = `/bots/${botId}/conversations`;
const question = "where is my order 12345678902 yilia@meetbot.biz";

const says = {
  heading: "Conversation",
  answered: "Answered",
  person: "Asked for a person",
  intent: "Asks about an order",
  why: "Why",
  reveal: "Show personal data",
  revealed: "As the customer saw it at the time",
  redact: "Redact …",
  redactCustomer: "The customer's message (3)",
  overwrite: "Overwrite",
  redacted: "Message 3 was redacted",
  delete: "Delete",
  deleteForGood: "Delete for good",
  none: "No conversations yet",
  noMatch: "Nothing matches",
  search: "Search",
  drawer: "Delivery",
  card: "Order 12345678902",
  helped: "The customer: this helped",
  didNotHelp: "The customer: this did not help",
  filter: "An answer did not help",
} as const;

const rowsOf = (page: Page) => page.locator(".data-list-body [role=row]");

test("a conversation is found, read, explained, revealed, redacted and deleted", async (t) => {
  const server = await startLogConsole(t, startConsole);
  const conversationId = await server.converse(question);
  await server.converse("I want to talk to a person");
  const { page, complaints } = await server.visit({ path });
  await eventually(15_000, async () => assert.equal(await rowsOf(page).count(), 2));
  await rowsOf(page).nth(0).getByText(says.person).waitFor();
  assert.deepEqual(await findFaults(page), []);

  await page.getByRole("searchbox", { name: says.search }).fill("Yilia@meetbot.biz");
  await page.keyboard.press("Enter");
  await eventually(15_000, async () => assert.equal(await rowsOf(page).count(), 1));
  assert(!page.url().includes("ilia"), page.url());
  assert.deepEqual(await findFaults(page), []);
  await page.reload();
  await eventually(15_000, async () => assert.equal(await rowsOf(page).count(), 1));

  await page.getByRole("grid").focus();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: says.heading, level: 1 }).waitFor();
  const transcript = page.locator("meetbot-transcript");
  await transcript.getByText("where is my order •••8902 y•••@m•••.biz").waitFor();
  await transcript.getByText("Classic White T-Shirt").first().waitFor();
  await page.getByText(says.intent).first().waitFor();
  await page.getByText(says.why).first().click();
  assert.deepEqual(await findFaults(page), []);
  const secrets = ["12345678902", "yilia@", "Yilia Meetbot", "shop.example"];
  const seen = await page.content();
  for (const secret of secrets) assert(!seen.includes(secret), secret);

  await page.getByRole("button", { name: says.reveal }).click();
  await page.getByText(says.revealed).waitFor();
  await transcript.getByText(question).waitFor();
  assert.deepEqual(await findFaults(page), []);
  const [looked] = await server.store.bots.auditOf(botId, 1);
  assert.equal(looked?.action, "conversation_revealed");

  await page.getByRole("button", { name: says.redact }).nth(1).click();
  await page.getByRole("menuitem", { name: says.redactCustomer }).click();
  await page.getByRole("dialog").getByRole("button", { name: says.overwrite }).waitFor();
  assert.deepEqual(await findFaults(page), []);
  await page.getByRole("button", { name: says.overwrite }).click();
  await page.getByText(says.redacted).waitFor();
  assert.equal(await transcript.getByText(question).count(), 0);
  assert.deepEqual(await findFaults(page), []);

  await page.getByRole("link", { name: /order_list_/ }).click();
  await page.getByRole("dialog", { name: says.drawer }).waitFor();
  await page.goBack();

  await page.getByRole("button", { name: says.delete }).click();
  await page.getByRole("button", { name: says.deleteForGood }).click();
  await page.waitForURL((url) => url.pathname.endsWith("/conversations"));
  await eventually(15_000, async () => assert.equal(await rowsOf(page).count(), 1));
  const ref = { botId, conversationId };
  assert.equal(await server.store.conversationLog.find(ref), null);
  assert.deepEqual(complaints, []);
});

test("the answers that did not help are found, each with its time and what the customer thinks", async (t) => {
  const server = await startLogConsole(t, startConsole);
  const conversationId = await server.converse(question, "thanks");
  await server.converse("help");
  const ref = { botId, conversationId };
  const messages = await server.store.conversationLog.messagesAfter(ref, 0, 500);
  const answers = messages.filter(({ from, seq }) => from === "bot" && seq > 2);
  await server.store.feedback.record(ref, answers[0]!.seq, "down");
  await server.store.feedback.record(ref, answers.at(-1)!.seq, "up");
  const { page, complaints } = await server.visit({ path });
  await eventually(15_000, async () => assert.equal(await rowsOf(page).count(), 2));
  await page.getByRole("checkbox", { name: says.filter }).check();
  await eventually(15_000, async () => assert.equal(await rowsOf(page).count(), 1));
  assert.match(page.url(), /disliked=true/);
  assert.deepEqual(await findFaults(page), []);

  await page.getByRole("grid").focus();
  await page.keyboard.press("Enter");
  await page.getByText(says.didNotHelp).waitFor();
  await page.getByText(says.helped).waitFor();
  const times = page.locator("meetbot-transcript time");
  await times.first().waitFor();
  assert.match((await times.first().textContent())!, /^\d?\d:\d\d/);
  assert.equal(await page.locator(".thumb").count(), 0);
  assert.deepEqual(await findFaults(page), []);
  assert.deepEqual(complaints, []);
});

test("where nothing is said yet, and where nothing matches, the page says so", async (t) => {
  const server = await startConsole(t);
  const { page, complaints } = await server.visit({ path });
  await page.getByRole("heading", { name: says.none }).waitFor();
  assert.deepEqual(await findFaults(page), []);
  await page.getByRole("searchbox").fill("nobody@meetbot.biz");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: says.noMatch }).waitFor();
  assert.deepEqual(await findFaults(page), []);
  assert.deepEqual(complaints, []);
});

test("a number by itself is understood from what went before, where the shop was asked", async (t) => {
  const server = await startLogConsole(t, startConsole);
  const id = await server.converse("where is my order?", "12345678902");
  const { page } = await server.visit({ as: "viewer", path: `${path}/${id}` });
  const turn = page.locator(".turn").filter({ hasText: "•••8902" }).last();
  await turn.getByText("The shop was asked").waitFor();
  await turn.getByText("understood from what went before").waitFor();
  assert.equal(await turn.getByText("asks back").count(), 0);
});

test("a viewer reads masked and changes nothing; a conversation that is gone says so", async (t) => {
  const server = await startLogConsole(t, startConsole);
  const id = await server.converse(question);
  const { page } = await server.visit({ as: "viewer", path: `${path}/${id}` });
  await page.getByText("Editors and owners can show it").waitFor();
  for (const name of ["Export", "Delete", "Redact …", "Show personal data"]) {
    assert.equal(await page.getByRole("button", { name }).count(), 0, name);
  }
  await page.goto(`${server.origin}/console${path}/c_nothing`);
  await page.getByText("There is no such conversation").waitFor();
  assert.deepEqual(await findFaults(page), []);
});

test("what is exported arrives as a file", async (t) => {
  const server = await startLogConsole(t, startConsole);
  const id = await server.converse(question);
  const { page } = await server.visit({ as: "editor", path: `${path}/${id}` });
  await page.getByRole("button", { name: "Export" }).click();
  const loading = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "With personal data (NDJSON)" }).click();
  const file = await loading;
  assert.match(file.suggestedFilename(), /^conversation-c_[0-9a-f]+-.*\.ndjson$/);
  let text = "";
  for await (const chunk of await file.createReadStream()) text += String(chunk);
  assert(text.includes(question));
});

test("what a person of the shop typed stands in the transcript under their name", async (t) => {
  const server = await startLogConsole(t, startConsole);
  const conversationId = await server.converse("hello");
  const reply = (locale: "en") => ({
    ...({ kind: "text", text: "Good morning!", person: { name: "Ada" } } as const),
    locale,
  });
  const message = { by: "op_1", actor: "Ada", writeKey: "1", opening: () => null };
  const said = { ...message, reply: () => reply("en") };
  const { outcome } = await server.store.desk.say({ botId, conversationId }, said);
  assert.equal(outcome, "done");
  const { page, complaints } = await server.visit({ path: `${path}/${conversationId}` });
  const typed = page.locator("meetbot-transcript .person");
  await typed.getByText("Good morning!").waitFor();
  await typed.getByText(/^Ada · /).waitFor();
  assert.deepEqual(await findFaults(page), []);
  assert.deepEqual(complaints, []);
});

test("a link to a message leads to its turn", async (t) => {
  const server = await startLogConsole(t, startConsole);
  const id = await server.converse("hello", "help", "hello", question, "hello", "help", "thanks");
  const { page } = await server.visit({ path: `${path}/${id}?message=9` });
  const turn = page.getByRole("region", { name: "Turn 9" });
  await turn.waitFor();
  await eventually(15_000, async () => {
    const box = await turn.boundingBox();
    assert(box && box.y > 0 && box.y < 860, JSON.stringify(box));
  });
});

test("on a screen of 320 px the list and a conversation fit, in the dark too", async (t) => {
  const server = await startLogConsole(t, startConsole);
  const id = await server.converse(question);
  const { page, complaints } = await server.visit({ path, scheme: "dark", width: "small" });
  await page.getByRole("grid").waitFor();
  assert.equal(await isTooWide(page), false);
  assert.deepEqual(await findFaults(page), []);
  await page.goto(`${server.origin}/console${path}/${id}`);
  await page.locator("meetbot-transcript").getByText("Classic White T-Shirt").first().waitFor();
  assert.equal(await isTooWide(page), false);
  assert.deepEqual(await findFaults(page), []);
  assert.deepEqual(complaints, []);
});
