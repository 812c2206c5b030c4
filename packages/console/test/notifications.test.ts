import assert from "node:assert/strict";
import { test } from "node:test";
import { parseAllowList } from "@meetbot/network/addresses/allow-list.ts";
import {
  feishuPlatform,
  robotSecrets,
  startPlatform,
  webhookPlatform,
} from "../../meetbot/src/features/alerts/sending/platforms.fixture.ts";
import { destination, happen } from "../../meetbot/src/features/alerts/store/alerts.fixture.ts";
import { botId, findFaults, isTooWide, prepareConsoles } from "./open-console.ts";

const startConsole = prepareConsoles();
const path = `/bots/${botId}/notifications`;

const says = {
  none: "Nobody is told yet",
  add: "Add a destination",
  kind: "Where to",
  name: "Name",
  secret: "Secret of the bot",
  create: "Add",
  save: "Save",
  cancel: "Cancel",
  needed: "This is needed.",
  noName: "Give it a name.",
  otherHost: /This URL is not of the product you chose/,
  never: "nothing was sent yet",
  test: "Send a test to Desk",
  accepted: "The test was accepted. See that it arrived.",
  refused: /The test was not sent: HTTP 200: 19021 sign match fail/,
  edit: "Change Desk",
  deliveries: "Last deliveries",
  waits: "A customer waits for a person, or waited and nobody came",
  sent: "Sent",
  off: "Switch off: Desk",
  isOff: "Off",
  remove: "Remove Desk",
  removeIt: "Remove",
  once: "Copy this secret now",
  kept: "I have saved it",
  viewer: "You can view this, but not change it",
  stopped: /for a day nothing came through\. Correct it/,
  owners: /Owners of the bot add destinations/,
  audit: "Notifications: test sent",
} as const;

test("a destination is added, tested, corrected, told of what happens, and removed", async (t) => {
  const platform = await startPlatform(t, feishuPlatform(robotSecrets.feishu));
  const outboundAllow = () => parseAllowList([new URL(platform.origin).host]);
  const server = await startConsole(t, { outboundAllow });
  const { page, complaints } = await server.visit({ path });
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  await page.getByText(says.none).waitFor();
  assert.deepEqual(await findFaults(page), []);
  await button(says.add).click();
  await button(says.cancel).click();
  await button(says.add).click();
  await page.getByLabel(says.kind).selectOption("feishu");
  await button(says.create).click();
  await page.getByText(says.needed).waitFor();
  await page.getByText(says.noName).waitFor();
  assert.deepEqual(await findFaults(page), []);
  const url = page.getByRole("textbox", { name: "URL" });
  await url.fill("https://feishu.example/open-apis/bot/v2/hook/5a");
  await page.getByRole("textbox", { name: says.name }).fill("Desk");
  await button(says.create).click();
  await page.getByText(says.otherHost).waitFor();
  await url.fill(`${platform.origin}/open-apis/bot/v2/hook/5a5a-5a5a`);
  await button(says.create).click();
  await page.getByText(says.never).waitFor();

  await button(says.test).click();
  await page.getByText(says.refused).waitFor();
  await page.getByText(says.never).waitFor();
  assert.deepEqual(await findFaults(page), []);
  await button(says.edit).click();
  await page.getByLabel(says.secret).first().fill(robotSecrets.feishu);
  assert.deepEqual(await findFaults(page), []);
  await button(says.save).click();
  await button(says.test).click();
  await page.getByText(says.accepted).waitFor();
  await page.getByText(says.never).waitFor({ state: "detached" });

  const before = platform.came.length;
  await happen(server.run, [{ conversationId: "one" }]);
  await platform.until(before + 1);
  await page.getByText(says.deliveries, { exact: true }).click();
  await page.getByRole("listitem").filter({ hasText: says.waits }).waitFor();
  await page.getByText(says.sent, { exact: true }).waitFor();
  assert.deepEqual(await findFaults(page), []);

  await button(says.off).click();
  await page.getByText(says.isOff, { exact: true }).waitFor();
  await button(says.remove).click();
  await page.getByRole("dialog").getByRole("button", { name: says.removeIt }).click();
  await page.getByText(says.none).waitFor();
  await page.goto(`${server.origin}/console/bots/${botId}/audit`);
  await page.getByText(says.audit).first().waitFor();
  assert.deepEqual(complaints, []);
  const all = server.logged.join("");
  for (const one of [robotSecrets.feishu, "5a5a-5a5a"]) assert(!all.includes(one));
});

test("the secret of a webhook is shown once, on a phone", async (t) => {
  let secret = "";
  const platform = await startPlatform(
    t,
    webhookPlatform(() => secret),
  );
  const outboundAllow = () => parseAllowList([new URL(platform.origin).host]);
  const server = await startConsole(t, { outboundAllow });
  const small = { path, width: "small", scheme: "dark" } as const;
  const { page, complaints } = await server.visit(small);
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  await button(says.add).click();
  await page.getByLabel(says.kind).selectOption("webhook");
  await page.getByRole("textbox", { name: "URL" }).fill(`${platform.origin}/hook`);
  await page.getByRole("textbox", { name: says.name }).fill("Desk");
  assert.equal(await isTooWide(page), false);
  await button(says.create).click();
  const shown = page.getByRole("group", { name: says.once });
  secret = (await shown.locator("code").first().textContent()) ?? "";
  assert.match(secret, /^whsec_/);
  assert.equal(await isTooWide(page), false);
  assert.deepEqual(await findFaults(page), []);
  await button(says.kept).click();
  await shown.waitFor({ state: "detached" });
  await button(says.test).click();
  await page.getByText(says.accepted).waitFor();
  assert(!(await page.content()).includes(secret));
  assert.equal(await isTooWide(page), false);
  assert.deepEqual(complaints, []);
});

test("a viewer sees why a destination was switched off, and changes nothing", async (t) => {
  const server = await startConsole(t, {}, ({ store }) =>
    store.alerts.destinations.add(botId, { ...destination, name: "Desk" }),
  );
  await server.run("update alert_destinations set stopped_at = now(), stopped_for = 'failing'");
  const { page, complaints } = await server.visit({ path, as: "viewer", width: "phone" });
  await page.getByText(says.viewer).waitFor();
  await page.getByText(says.stopped).waitFor();
  for (const name of [says.add, says.test, says.edit, says.remove]) {
    assert.equal(await page.getByRole("button", { name, exact: true }).count(), 0, name);
  }
  assert.equal(await isTooWide(page), false);
  assert.deepEqual(await findFaults(page), []);
  assert.deepEqual(complaints, []);
});

test("an editor tests and changes, and leaves where words go to owners", async (t) => {
  const server = await startConsole(t, {}, ({ store }) =>
    store.alerts.destinations.add(botId, { ...destination, name: "Desk" }),
  );
  const { page } = await server.visit({ path, as: "editor" });
  await page.getByText(says.owners).waitFor();
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  assert.equal(await button(says.add).count(), 0);
  await button(says.edit).click();
  assert.equal(await page.getByRole("textbox", { name: "URL" }).count(), 0);
  await page.getByRole("textbox", { name: says.name }).fill("Second desk");
  await button(says.save).click();
  await page.getByRole("heading", { name: "Second desk" }).waitFor();
});
