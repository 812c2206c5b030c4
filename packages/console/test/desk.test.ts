import assert from "node:assert/strict";
import { test } from "node:test";
import { mailbox } from "../../meetbot/src/features/handoff/store/bridges.fixture.ts";
import { createSmtpMailer } from "../../meetbot/src/mail/smtp-mailer.ts";
import { startMailServer } from "../../meetbot/test/fixtures/mail-server.ts";
import { botId, findFaults, isTooWide, prepareConsoles } from "./open-console.ts";

const startConsole = prepareConsoles();
const path = `/bots/${botId}/desk`;

const says = {
  none: "No other desk",
  setUp: "Set up a desk",
  email: "Email address",
  save: "Save",
  cancel: "Cancel",
  needed: "This is needed.",
  wrong: "This is no email address.",
  saved: "Saved. Send a test to see that it arrives.",
  never: /nothing was told yet/,
  masked: /order numbers masked/,
  withOrders: /with what the bot answered about orders/,
  numbers: "Include what the bot answered about orders",
  test: "Send a test",
  took: "The desk took the test. See that it arrived.",
  edit: "Change",
  off: "Switch off",
  isOff: "Off",
  remove: "Remove",
  stopped: /for a day the desk took nothing\. Correct it/,
  problem: "Last problem: HTTP 503",
  viewer: "You can view this, but not change it",
  owners: /Owners of the bot set the desk up/,
  audit: "Another desk: tested",
} as const;

test("a mailbox is set up as the desk, tested, changed, switched off and removed", async (t) => {
  const mails = await startMailServer(t);
  const mailer = createSmtpMailer({
    ...{ url: mails.url, from: "bot@meetbot.example", log: { warn() {} } },
  });
  const server = await startConsole(t, { mailer });
  const { page, complaints } = await server.visit({ path });
  const button = (name: string) => page.getByRole("button", { name, exact: true });
  await page.getByText(says.none).waitFor();
  assert.deepEqual(await findFaults(page), []);
  await button(says.setUp).click();
  await button(says.cancel).click();
  await button(says.setUp).click();
  await button(says.save).click();
  await page.getByText(says.needed).waitFor();
  const email = page.getByRole("textbox", { name: says.email });
  await email.fill("a b@x");
  assert.deepEqual(await findFaults(page), []);
  await button(says.save).click();
  await page.getByText(says.wrong).waitFor();
  await email.fill("help@shop.example");
  await button(says.save).click();
  await page.getByText(says.saved).waitFor();
  await page.getByText(says.never).waitFor();
  await page.getByText(says.masked).waitFor();
  assert.deepEqual(await findFaults(page), []);

  await button(says.test).click();
  await page.getByText(says.took).waitFor();
  assert.equal(mails.mailsTo("help@shop.example").length, 1);
  await button(says.edit).click();
  await page.getByLabel(says.numbers).check();
  assert.equal(await isTooWide(page), false);
  await button(says.save).click();
  await page.getByText(says.withOrders).waitFor();
  await button(says.off).click();
  await page.getByText(says.isOff, { exact: true }).waitFor();
  await button(says.remove).click();
  await page.getByRole("dialog").getByRole("button", { name: says.remove }).click();
  await page.getByText(says.none).waitFor();
  await page.goto(`${server.origin}/console/bots/${botId}/audit`);
  await page.getByText(says.audit).first().waitFor();
  assert.deepEqual(complaints, []);
  assert(!server.logged.join("").includes("help@shop.example"));
});

test("a viewer sees on a phone why the desk was switched off, an editor has no form", async (t) => {
  const server = await startConsole(t, {}, ({ store }) =>
    store.bridges.settings.set(botId, mailbox),
  );
  await server.run(
    "update bridges set stopped_at = now(), stopped_for = 'failing', problem = 'HTTP 503'",
  );
  const seen = { path, as: "viewer", width: "phone", scheme: "dark" } as const;
  const { page, complaints } = await server.visit(seen);
  await page.getByText(says.viewer).waitFor();
  await page.getByText(says.stopped).waitFor();
  await page.getByText(says.problem).waitFor();
  for (const name of [says.setUp, says.test, says.edit, says.remove]) {
    assert.equal(await page.getByRole("button", { name, exact: true }).count(), 0, name);
  }
  assert.equal(await isTooWide(page), false);
  assert.deepEqual(await findFaults(page), []);
  assert.deepEqual(complaints, []);
  const { page: editors } = await server.visit({ path, as: "editor" });
  await editors.getByText(says.owners).waitFor();
  assert.equal(await editors.getByRole("button", { name: says.edit, exact: true }).count(), 0);
  assert.equal(await editors.getByRole("button", { name: says.test, exact: true }).count(), 1);
});
