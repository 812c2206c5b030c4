import assert from "node:assert/strict";
import { test } from "node:test";
import { parseAllowList } from "@meetbot/network/addresses/allow-list.ts";
import { startChatwoot } from "../../meetbot/src/features/handoff/chatwoot/chatwoot-desk.fixture.ts";
import { deskKeys } from "../../meetbot/src/features/handoff/chatwoot/desk-state.fixture.ts";
import { botId, findFaults, isTooWide, prepareConsoles } from "./open-console.ts";

const startConsole = prepareConsoles();

const says = {
  setUp: "Set up a desk",
  kind: "Chatwoot: an inbox of the kind API",
  fields: {
    url: /^Address of Chatwoot/,
    account: /^Account number/,
    inbox: /^Inbox identifier/,
    token: /^Access token/,
    secret: /^Webhook secret/,
  },
  save: "Save",
  notRoot: "Give the address without what stands behind the host.",
  kept: "I have copied it",
  test: "Send a test",
  failed: /^The test failed: the inbox has no webhook URL/,
  took: "Chatwoot knows the inbox and the person. Nothing was written there.",
} as const;

test("Chatwoot is set up as the desk, shows its address once, and is tested", async (t) => {
  const desk = await startChatwoot(t);
  const outboundAllow = () => parseAllowList(["127.0.0.1"]);
  const server = await startConsole(t, { outboundAllow });
  const path = `/bots/${botId}/desk`;
  const { page, complaints } = await server.visit({ path });
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  await button(says.setUp).click();
  await page.locator("main select").first().selectOption(says.kind);
  const given = { ...deskKeys, url: `${desk.url}/app/accounts/3/dashboard` };
  for (const [name, label] of Object.entries(says.fields)) {
    await page.getByLabel(label).fill(given[name as keyof typeof says.fields]);
  }
  await button(says.save).click();
  await page.getByText(says.notRoot).waitFor();
  assert.deepEqual(await findFaults(page), []);
  assert.equal(await isTooWide(page), false);
  await page.getByLabel(says.fields.url).fill(desk.url);
  await button(says.save).click();
  await page.getByText(`/bridges/${botId}/`).waitFor();
  assert.deepEqual(await findFaults(page), []);
  assert.equal(await isTooWide(page), false);
  await button(says.kept).click();
  await page.getByText(`/bridges/${botId}/`).waitFor({ state: "detached" });
  Object.assign(desk.state.inbox, { webhook_url: null });
  await button(says.test).click();
  await page.getByText(says.failed).waitFor();
  await page.reload();
  Object.assign(desk.state.inbox, { webhook_url: "https://meetbot.example/bridges" });
  await button(says.test).click();
  await page.getByText(says.took).waitFor();
  assert.deepEqual(complaints, []);
  const logged = server.logged.join("");
  for (const secret of [deskKeys.token, deskKeys.secret]) assert(!logged.includes(secret));
});
