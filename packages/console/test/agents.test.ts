import assert from "node:assert/strict";
import { test } from "node:test";
import { botId, findFaults, isTooWide, prepareConsoles } from "./open-console.ts";
import { startLogConsole } from "./open-log.ts";

const startConsole = prepareConsoles();

const says = {
  bots: "Bots",
  inbox: "Inbox",
  account: "Account",
  agent: "Agent",
  pages: ["Inbox", "Conversations", "Bots", "API", "Account", "Documentation"],
  nothing: "There is nothing at this address",
  heading: "Conversation",
  masked: "Personal data is masked",
  reveal: "Show personal data",
  publicName: "Name for customers",
  unchosen: "Empty: agent.",
  refused: "Customers cannot be shown this name",
  save: "Save",
  saved: "Saved.",
  newToken: "New token",
  inboxWrite: "Inbox: Write",
  conversationsWrite: "Conversations: Write",
  invite: "Invite",
  may: "Answers customers in the inbox",
  roleOf: "Role of agent",
} as const;

test("an agent finds the pages of their work and no others", async (t) => {
  const server = await startLogConsole(t, startConsole);
  const conversationId = await server.converse("where is my order 12345678902 yilia@meetbot.biz");
  const { page, complaints } = await server.visit({ as: "agent" });
  const asked: string[] = [];
  page.on("response", (response) => {
    if (response.status() === 403) asked.push(response.url());
  });
  const card = page.getByRole("article");
  await card.getByText(says.agent, { exact: true }).waitFor();
  assert.deepEqual(await findFaults(page), []);
  await card.getByRole("link").click();
  await page.getByRole("heading", { name: says.inbox, level: 1 }).waitFor();
  assert(page.url().endsWith(`/bots/${botId}/inbox`), page.url());
  const links = page.getByRole("navigation").getByRole("link");
  assert.deepEqual(await links.allInnerTexts(), [...says.pages]);
  const docs = await links.last().getAttribute("href");
  assert.equal(docs, "/docs/");

  await page.goto(`${server.origin}/console/bots/${botId}/conversations/${conversationId}`);
  await page.getByText(says.masked).waitFor();
  assert.equal(await page.getByRole("button", { name: says.reveal }).count(), 0);
  assert.equal(await page.getByRole("link", { name: /order_list_/ }).count(), 0);
  assert(!(await page.content()).includes("12345678902"));
  assert.deepEqual(await findFaults(page), []);

  for (const closed of ["settings", "keys", "people", "deliveries", "channels/telegram"]) {
    await page.goto(`${server.origin}/console/bots/${botId}/${closed}`);
    await page.getByRole("heading", { level: 1, name: says.nothing }).waitFor();
  }
  assert.deepEqual(asked, [], "the console asked for nothing that an agent may not");
  assert.deepEqual(complaints, []);
});

test("an agent chooses what customers call them, and makes tokens for their work only", async (t) => {
  const server = await startConsole(t);
  const visit = { as: "agent", path: "/account", width: "small" } as const;
  const { page, complaints } = await server.visit(visit);
  await page.getByText(says.unchosen).waitFor();
  const field = page.getByRole("textbox", { name: says.publicName });
  await field.fill("shop.example");
  const save = page.getByRole("button", { name: says.save, exact: true });
  await save.click();
  await page.getByText(says.refused).waitFor();
  assert.deepEqual(await findFaults(page), []);
  await field.fill(" Ada  from Meetbot ");
  await save.click();
  await page.getByText(says.saved).waitFor();
  assert.equal(await field.inputValue(), "Ada from Meetbot");
  await page.reload();
  await field.waitFor();
  assert.equal(await field.inputValue(), "Ada from Meetbot");
  await page.getByRole("button", { name: says.newToken }).click();
  await page.getByRole("checkbox", { name: says.inboxWrite }).waitFor();
  assert.equal(await page.getByRole("checkbox").count(), 4);
  assert.equal(await page.getByRole("checkbox", { name: says.conversationsWrite }).count(), 0);
  assert.deepEqual(await findFaults(page), []);
  assert.equal(await isTooWide(page), false);
  assert.deepEqual(complaints, []);
});

test("an owner makes somebody an agent, and reads what that is", async (t) => {
  const server = await startConsole(t);
  await server.signIn("agent");
  const { operators } = server.store;
  const agent = await operators.findByEmail("agent@shop.example");
  assert(agent);
  await operators.grantRole(botId, agent.id, "viewer");
  const { page, complaints } = await server.visit({ path: `/bots/${botId}/people` });
  await page.getByRole("combobox", { name: says.roleOf }).click();
  await page.getByRole("option", { name: says.agent }).click();
  await page.getByText(new RegExp(`agent[:：]\\s?${says.agent}`)).waitFor({ state: "attached" });
  assert.equal(await operators.roleOn(botId, agent), "agent");
  await page.getByText(says.may).waitFor();
  await page.getByRole("button", { name: says.invite, exact: true }).click();
  await page.getByRole("radio", { name: says.agent }).check();
  assert.deepEqual(await findFaults(page), []);
  assert.deepEqual(complaints, []);
});
