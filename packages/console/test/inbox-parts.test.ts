import assert from "node:assert/strict";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { eventually } from "../../meetbot/test/fixtures/eventually.ts";
import { buildHarness, type Harness, openHarness } from "./harness/build-harness.ts";
import { botId, findFaults, isTooWide, prepareConsoles } from "./open-console.ts";
import { startLogConsole } from "./open-log.ts";

const startConsole = prepareConsoles();
let harness: Harness;
before(async () => {
  harness = await buildHarness(
    fileURLToPath(new URL("./harness/inbox-parts.tsx", import.meta.url)),
  );
});

const says = {
  level: "Seen by the customer at level 1",
  reveal: "Show",
  send: "Send card: Order 12345678902",
  sent: "The card was sent.",
  insert: "Insert number: Order 12345678902",
  value: "Number or account",
  ask: "Look up",
  unseen: "unknown at the shop",
  none: "There are no canned replies yet.",
  write: "Write one",
  manage: "Manage replies",
  new: "New reply",
  name: "Name",
  text: "Text",
  save: "Save",
  oneWord: "The name has to be one word",
  unknown: "Nothing fills in {{order.nubmer}}",
  unsaved: "What you wrote is not saved yet.",
  goOn: "Go on writing",
  unfilled: "Nothing is known yet for {{package.carrier}}",
} as const;

test("an order is looked at, looked up, and its card sent", async (t) => {
  const server = await startLogConsole(t, startConsole);
  const conversation = await server.converse("where is my order 12345678902");
  const { page, complaints } = await server.visit({ as: "agent" });
  const query = `bot=${botId}&conversation=${conversation}`;
  const { origin } = server;
  await openHarness(page, harness, { origin, query, lang: "en" });
  await page.getByText(says.level).first().waitFor();
  assert.equal(await page.getByText("12345678902").count(), 0, "masked until it is asked for");
  await page.getByRole("button", { name: says.reveal, exact: true }).click();
  await page.getByText("12345678902").first().waitFor();
  assert.deepEqual(await findFaults(page), []);
  assert.equal(await isTooWide(page), false);

  await page.getByRole("button", { name: says.insert }).click();
  assert.equal(await page.getByLabel("Message").inputValue(), "12345678902");
  await page.getByLabel(says.value).fill("12345678902");
  await page.getByRole("button", { name: says.ask, exact: true }).click();
  await page.locator("meetbot-transcript summary").first().click();
  await page.getByText("Yilia Meetbot").first().waitFor();
  await page.getByRole("button", { name: says.send }).first().click();
  await page.getByText(says.sent).first().waitFor();
  const ref = { botId, conversationId: conversation };
  const last = (await server.store.conversationLog.messagesAfter(ref, 0, 100)).at(-1);
  assert(last?.from === "bot" && last.reply.kind === "orders");
  assert.equal(last.reply.orders[0]?.item.recipient_name, undefined);
  assert.deepEqual(await findFaults(page), []);
  assert.deepEqual(complaints, []);
});

test("a canned reply is written from the empty list, found by the keyboard, and blocks what it lacks", async (t) => {
  const server = await startLogConsole(t, startConsole);
  const conversation = await server.converse("where is my order 12345678902");
  const { page, complaints } = await server.visit({ as: "editor" });
  const query = `bot=${botId}&conversation=${conversation}&own=true`;
  const { origin } = server;
  await openHarness(page, harness, { origin, query, lang: "en" });
  await page.getByText("12345678902").first().waitFor();
  const message = page.getByLabel("Message");
  await message.pressSequentially("/");
  await page.getByText(says.none).first().waitFor();
  await page.getByRole("button", { name: says.write }).click();
  await page.getByRole("button", { name: says.new }).click();
  const name = page.getByLabel(says.name, { exact: true });
  const text = page.getByRole("dialog").getByLabel(says.text, { exact: true });
  await name.fill("refund late");
  await page.getByText(says.oneWord).waitFor();
  await text.fill("About {{order.nubmer}}");
  await page.getByText(says.unknown).waitFor();
  assert.deepEqual(await findFaults(page), []);
  await page.keyboard.press("Escape");
  await page.getByText(says.unsaved).waitFor();
  await page.getByRole("button", { name: says.goOn }).click();
  assert.equal(await text.inputValue(), "About {{order.nubmer}}");
  await name.fill("where");
  await text.fill("Order {{order.number}} is with {{package.carrier}}.");
  assert.equal(await isTooWide(page), false);
  await page.getByRole("button", { name: says.save }).click();
  await page.getByRole("dialog").getByText("/where").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });

  await message.fill("");
  await message.pressSequentially("Hello /whe");
  await page.getByRole("option", { name: "/where" }).waitFor();
  assert.deepEqual(await findFaults(page), []);
  await page.keyboard.press("Enter");
  assert.equal(await message.inputValue(), "Hello Order 12345678902 is with {{package.carrier}}.");
  await page.getByText(says.unfilled).first().waitFor();
  const send = page.getByRole("button", { name: "Send", exact: true });
  assert.equal(await send.isDisabled(), true);
  await message.fill("Hello");
  await eventually(15_000, async () => assert.equal(await send.isDisabled(), false));
  assert.deepEqual(complaints, []);
});
