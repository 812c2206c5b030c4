import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually } from "../../meetbot/test/fixtures/eventually.ts";
import { botId, findFaults, isTooWide, prepareConsoles } from "./open-console.ts";
import { startLogConsole } from "./open-log.ts";
import { onMessenger, openMessenger } from "./open-messenger.ts";

const startConsole = prepareConsoles();

const says = {
  web: "As the customer saw it in the web chat.",
  asMessenger: "As Messenger would show it.",
  own: "It came through Messenger",
  messenger: "Messenger",
  webChat: "Web chat",
  said: "Conversation in Messenger",
  failed: "Not sent",
  replies: "Quick replies",
  together: "A text goes out in one message with what is said next.",
} as const;

test("a conversation of the web chat is looked at as in Messenger, too", async (t) => {
  const server = await startLogConsole(t, startConsole);
  const id = await server.converse("where is my order 12345678902 yilia@meetbot.biz");
  const path = `/bots/${botId}/conversations/${id}`;
  const { page, complaints } = await server.visit({ path, width: "small" });
  await page.getByText(says.web).waitFor();
  assert.equal(await page.getByRole("group", { name: says.said }).count(), 0);
  await page.getByText(says.messenger, { exact: true }).click();
  await page.getByText(says.asMessenger).waitFor();
  const said = page.getByRole("group", { name: says.said });
  await said
    .getByText(/^Your order \(Classic White T-Shirt.+Order •••8902.+Classic White T-Shirt/s)
    .first()
    .waitFor();
  await said.getByText(says.together).first().waitFor();
  assert.equal(await said.getByText(/^Your order [^•]+\.$/).count(), 0);
  await said.getByRole("list", { name: says.replies }).first().waitFor();
  assert.equal(await isTooWide(page), false);
  assert.deepEqual(await findFaults(page), []);
  assert.deepEqual(complaints, []);
});

test("a conversation of Messenger opens as it was there, and says what did not go out", async (t) => {
  const server = await openMessenger(t, startConsole);
  await server.connect();
  await server.listen("a verify token");
  const user = server.createUser();
  server.graph.meetNext({ error: { code: 100, subcode: 2018109 } });
  await user.write("hello");
  await eventually(15_000, async () =>
    assert.equal((await server.store.channels.links.stateOf(onMessenger))?.failed, 1),
  );
  await user.write("thank you");
  await user.reads(1);
  const rows = await server.run("select conversation_id as id from conversations");
  const path = `/bots/${botId}/conversations/${rows[0]!.id}`;
  const { page, complaints } = await server.visit({ path, scheme: "dark" });
  await page.getByText(says.own).waitFor();
  const said = page.getByRole("group", { name: says.said });
  await said.getByText(says.failed, { exact: true }).waitFor();
  assert.equal(await said.getByText(says.failed, { exact: true }).count(), 1);
  assert.deepEqual(await findFaults(page), []);
  await page.getByText(says.webChat, { exact: true }).click();
  await said.first().waitFor({ state: "detached" });
  assert.deepEqual(complaints, []);
});
