import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { fingerprintOf } from "../../meetbot/src/secrets/fingerprint.ts";
import { botId, findFaults, isTooWide, prepareConsoles } from "./open-console.ts";
import { openKeys } from "./open-keys.ts";
import { widths } from "./visit-console.ts";

const startConsole = prepareConsoles();
const password = "correct horse battery";

const says = {
  title: "Key management",
  signing: "Signing secret",
  identity: "Identity secret",
  rotate: "Rotate signing secret",
  rotateIdentity: "Rotate identity secret",
  rotating: "Rotate the signing secret",
  rotatingIdentity: "Rotate the identity secret",
  hour: "1 hour",
  make: "Make the new secret",
  copy: "Copy .env line",
  download: "Download .env",
  kept: "I have put it in a safe place",
  leave: "Leave this page?",
  stay: "Stay here",
  checklist: "Go-live checklist",
  shown: "was made and shown once",
  test: "Test now",
  notYet: "does not accept the next secret yet (HTTP 401",
  inPlace: "has the next secret, and refuses strangers",
  promote: "Promote",
  refused: "Nothing was promoted",
  insist: "Promote without a test…",
  insistTitle: "Promote without a test?",
  allTheSame: "Promote all the same",
  promoted: "The next secret is the current one now.",
  oneHour: /Valid for (1 h|\d+ min) more/,
  oneDay: /Valid for (24 h|23 h \d+ min) more/,
  endNow: "End now",
  endTitle: "End the previous secret",
  ended: "has ended.",
  endIt: "End the previous secret now",
  stillValid: "Rotating again ends it at once",
  revoke: "Revoke",
  revokeTitle: "Revoke the current secret",
  consequence: "Until your webhook has that one it refuses Meetbot's queries",
  newSigning: "The new signing secret, shown this once",
  newIdentity: "The new identity secret, shown this once",
  push: "Push secret",
  noPush: "There is none yet.",
  makePush: "Make push secret",
  makingPush: "Make the push secret",
  rotatePush: "Rotate push secret",
  rotatingPush: "Rotate the push secret",
  newPush: "The new push secret, shown this once",
  callOff: "Call off rotation",
  calledOff: "Call off the rotation to",
  cancel: "Cancel",
  viewer: "You can view this, but not change it",
  again: "Sign in again",
  password: "Password",
  goOn: "Continue",
  wrong: "That is not your password",
  declined: "Nothing was changed: you did not sign in again.",
  byLink: "You have neither a password nor a passkey",
  opened: "I have opened the link",
} as const;

type Says = typeof says;

/** The section of one kind of secret. */
const sectionOf = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

/** Begins a rotation of the signing secret, and returns the secret that is shown. */
async function rotate(page: Page, says: Says): Promise<string> {
  await page.getByRole("button", { name: says.rotate, exact: true }).click();
  const dialog = page.getByRole("dialog", { name: says.rotating });
  await dialog.getByText(says.hour, { exact: true }).click();
  await dialog.getByRole("button", { name: says.make }).click();
  return readOnce(page, says.newSigning);
}

async function readOnce(page: Page, name: string): Promise<string> {
  const box = page.getByRole("group", { name });
  await box.waitFor();
  // Who cannot see it is led to it.
  await box.and(page.locator(":focus")).waitFor();
  return (await box.locator("code").textContent()) ?? "";
}

test("a signing secret is rotated step by step while the webhook swaps it", async (t) => {
  const server = await openKeys(t, startConsole);
  const { merchant, bots, path } = server;
  const { page, complaints } = await server.visit({ path });
  const section = sectionOf(page, says.signing);
  await section.getByText(fingerprintOf(merchant.secret)).waitFor();
  assert.deepEqual(await findFaults(page), []);

  await page.getByRole("button", { name: says.rotate, exact: true }).click();
  await page.getByRole("dialog", { name: says.rotating }).waitFor();
  assert.deepEqual(await findFaults(page), []);
  await page.keyboard.press("Escape");
  const next = await rotate(page, says);
  assert.equal(await bots.signingSecretAt(botId, "next"), next);
  assert.deepEqual(await findFaults(page), []);

  await page.getByRole("link", { name: says.checklist }).click();
  await page.getByRole("dialog", { name: says.leave }).waitFor();
  await page.getByRole("button", { name: says.stay }).click();
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: says.download }).click();
  const file = await (await downloading).path();
  assert.equal(await readFile(file, "utf8"), `MEETBOT_SIGNING_SECRET=${next}\n`);

  await page.reload();
  await section.getByText(says.shown).waitFor();
  assert.equal(await page.getByText(next).count(), 0);
  await page.getByRole("button", { name: says.test }).click();
  await section.getByText(says.notYet).waitFor();
  await page.getByRole("button", { name: says.promote, exact: true }).click();
  await page.getByRole("alert").getByText(says.refused).waitFor();
  assert.deepEqual(await findFaults(page), []);

  merchant.secret = next;
  await page.getByRole("button", { name: says.test }).click();
  await section.getByText(says.inPlace).waitFor();
  assert.equal(await page.getByRole("alert").count(), 0, "what failed before is over");
  await page.getByRole("button", { name: says.promote, exact: true }).click();
  await section.getByText(says.promoted).waitFor();
  await section.getByText(says.oneHour).waitFor();
  assert.deepEqual(await findFaults(page), []);
  const [current] = (await bots.secretsOf(botId))?.signingSecrets ?? [];
  assert.equal(current, next);

  await section.getByRole("button", { name: says.endNow }).click();
  const dialog = page.getByRole("dialog", { name: says.endTitle });
  await dialog.getByRole("button", { name: says.endNow }).click();
  await section.getByText(says.ended).waitFor();
  await section.getByText(says.oneHour).waitFor({ state: "detached" });
  assert.deepEqual((await bots.secretsOf(botId))?.signingSecrets, [next]);
  assert.deepEqual(complaints, []);
});

test("a current secret is revoked knowingly, and the new one is shown once", async (t) => {
  const server = await openKeys(t, startConsole);
  const { bots, merchant, path } = server;
  const { page, complaints } = await server.visit({ path });
  const section = sectionOf(page, says.signing);
  await section.getByRole("button", { name: says.revoke }).click();
  const dialog = page.getByRole("dialog", { name: says.revokeTitle });
  await dialog.getByText(says.consequence).waitFor();
  assert.deepEqual(await findFaults(page), []);
  await dialog.getByRole("button", { name: says.cancel }).click();
  assert.deepEqual((await bots.secretsOf(botId))?.signingSecrets, [merchant.secret]);
  await section.getByRole("button", { name: says.revoke }).click();
  await dialog.getByRole("button", { name: says.revoke }).click();
  const replacement = await readOnce(page, says.newSigning);
  assert.deepEqual((await bots.secretsOf(botId))?.signingSecrets, [replacement]);
  assert.deepEqual(complaints, []);
});

test("an identity secret is valid at once; a second rotation ends what the first left", async (t) => {
  const server = await openKeys(t, startConsole);
  const { page, complaints } = await server.visit({ path: server.path });
  const section = sectionOf(page, says.identity);
  await page.getByRole("button", { name: says.rotateIdentity, exact: true }).click();
  const dialog = page.getByRole("dialog", { name: says.rotatingIdentity });
  await dialog.getByRole("button", { name: says.make }).click();
  const first = await readOnce(page, says.newIdentity);
  await section.getByText(says.oneDay).waitFor();
  await page.getByRole("checkbox", { name: says.kept }).check();

  await page.getByRole("button", { name: says.rotateIdentity, exact: true }).click();
  await dialog.getByText(says.stillValid).waitFor();
  assert.equal(await dialog.getByRole("button", { name: says.make }).isDisabled(), true);
  await dialog.getByRole("checkbox", { name: says.endIt }).check();
  assert.deepEqual(await findFaults(page), []);
  await dialog.getByRole("button", { name: says.make }).click();
  await dialog.waitFor({ state: "detached" });
  const second = await readOnce(page, says.newIdentity);
  const { identitySecrets } = (await server.bots.secretsOf(botId)) ?? {};
  assert.deepEqual(identitySecrets, [second, first]);
  assert.deepEqual(complaints, []);
});

test("a push secret is made when it is wanted, and rotated, and revoked", async (t) => {
  const server = await openKeys(t, startConsole);
  const { page, complaints } = await server.visit({ path: server.path });
  const section = sectionOf(page, says.push);
  const pushes = () => server.bots.pushSecrets(botId);
  await section.getByText(says.noPush).waitFor();
  await section.getByRole("button", { name: says.makePush }).click();
  const making = page.getByRole("dialog", { name: says.makingPush });
  await making.waitFor();
  assert.equal(await making.getByText(says.hour, { exact: true }).count(), 0, "no overlap");
  assert.deepEqual(await findFaults(page), []);
  await making.getByRole("button", { name: says.make }).click();
  const first = await readOnce(page, says.newPush);
  assert.deepEqual(await pushes(), [first]);
  await section.getByText(says.noPush).waitFor({ state: "detached" });
  await section.getByText(`MEETBOT_PUSH_SECRET`).waitFor();
  await page.getByRole("checkbox", { name: says.kept }).check();

  await section.getByRole("button", { name: says.rotatePush }).click();
  const rotating = page.getByRole("dialog", { name: says.rotatingPush });
  await rotating.getByText(says.hour, { exact: true }).click();
  await rotating.getByRole("button", { name: says.make }).click();
  await section.getByText(says.oneHour).waitFor();
  const second = await readOnce(page, says.newPush);
  assert.deepEqual(await pushes(), [second, first]);
  assert.deepEqual(await findFaults(page), []);

  await section.getByRole("button", { name: says.revoke }).click();
  const revoking = page.getByRole("dialog", { name: says.revokeTitle });
  await revoking.getByRole("button", { name: says.revoke }).click();
  await section.getByText(says.oneHour).waitFor({ state: "detached" });
  assert.deepEqual(await pushes(), [await readOnce(page, says.newPush)]);
  assert.deepEqual(complaints, []);
});

test("a rotation is called off, or promoted without a test", async (t) => {
  const server = await openKeys(t, startConsole);
  const { bots, merchant, path } = server;
  await bots.rotateSecret(botId, {
    kind: "signing",
    secret: "whsec_bmV4dA==",
    overlapS: 3_600,
    force: false,
  });
  const { page, complaints } = await server.visit({ path });
  const section = sectionOf(page, says.signing);
  await page.getByRole("button", { name: says.promote, exact: true }).click();
  await page.getByRole("button", { name: says.insist }).click();
  const insisting = page.getByRole("dialog", { name: says.insistTitle });
  await insisting.waitFor();
  assert.deepEqual(await findFaults(page), []);
  await insisting.getByRole("button", { name: says.cancel }).click();

  await page.getByRole("button", { name: says.callOff, exact: true }).click();
  const calling = page.getByRole("dialog", { name: says.calledOff });
  await calling.getByRole("button", { name: says.callOff }).click();
  await section.getByText(says.ended).waitFor();
  assert.deepEqual((await bots.secretsOf(botId))?.signingSecrets, [merchant.secret]);

  const next = await rotate(page, says);
  await page.getByRole("checkbox", { name: says.kept }).check();
  await page.getByRole("button", { name: says.promote, exact: true }).click();
  await page.getByRole("button", { name: says.insist }).click();
  await insisting.getByRole("button", { name: says.allTheSame }).click();
  await section.getByText(says.promoted).waitFor();
  assert.deepEqual((await bots.secretsOf(botId))?.signingSecrets, [next, merchant.secret]);
  assert.deepEqual(complaints, []);
});

test("whoever signed in long ago signs in again, and what they began is done once", async (t) => {
  const server = await openKeys(t, startConsole);
  const { store, origin, run, bots, path } = server;
  const { page, complaints } = await server.visit({ as: null, path: "/sign-in" });
  await givePassword(server);
  await page.goto(`${origin}/console${path}`);
  await page.locator("input[type=email]").fill("ada@shop.example");
  await page.locator("input[type=password]").fill(password);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: says.title, level: 1 }).waitFor();
  await run("update operator_sessions set created_at = now() - interval '16 minutes'");
  const sessions = async () => (await run("select from operator_sessions")).length;
  const before = await sessions();

  const begin = async () => {
    await page.getByRole("button", { name: says.rotate, exact: true }).click();
    await page.getByRole("dialog", { name: says.rotating }).getByText(says.make).click();
  };
  await begin();
  const again = page.getByRole("dialog", { name: says.again });
  await again.locator("input[type=password]").waitFor();
  assert.deepEqual(await findFaults(page), []);
  await page.keyboard.press("Escape");
  await page.getByRole("dialog", { name: says.rotating }).getByText(says.declined).waitFor();
  assert.equal(await bots.signingSecretAt(botId, "next"), null);

  await page.getByRole("dialog", { name: says.rotating }).getByText(says.make).click();
  await again.locator("input[type=password]").fill("not the password");
  await again.getByRole("button", { name: says.goOn }).click();
  await again.getByText(says.wrong).waitFor();
  assert.deepEqual(await findFaults(page), []);
  await again.locator("input[type=password]").fill(password);
  await again.getByRole("button", { name: says.goOn }).click();
  const next = await readOnce(page, says.newSigning);
  assert.equal(await bots.signingSecretAt(botId, "next"), next);
  assert.equal(await sessions(), before, "the session before was left open");
  const rotations = await bots.auditPage(botId, { limit: 9, action: "secret_rotated" });
  assert.deepEqual(
    rotations.map(({ actor }) => actor),
    ["ada@shop.example"],
  );
  assert.equal((await store.operators.list()).length, 1);
  assert.deepEqual(complaints, []);
});

test("whoever has neither password nor passkey is led to another link", async (t) => {
  const server = await openKeys(t, startConsole);
  const { page, complaints, context } = await server.visit({ path: server.path });
  await server.run("update operator_sessions set created_at = now() - interval '16 minutes'");
  const section = sectionOf(page, says.signing);
  await section.getByRole("button", { name: says.revoke }).click();
  const dialog = page.getByRole("dialog", { name: says.revokeTitle });
  await dialog.getByRole("button", { name: says.revoke }).click();
  const again = page.getByRole("dialog", { name: says.again });
  await again.getByText(says.byLink).waitFor();
  await again.getByText("meetbot operator link owner@shop.example").waitFor();
  assert.deepEqual(await findFaults(page), []);

  // As a link does that is opened in another tab of this browser.
  for (const cookie of (await server.signIn("owner")).split("; ")) {
    const [name = "", value = ""] = cookie.split(/=(.*)/s);
    await context.addCookies([{ name, value, url: server.origin, sameSite: "Strict" }]);
  }
  await again.getByRole("button", { name: says.opened }).click();
  await readOnce(page, says.newSigning);
  assert.deepEqual(complaints, []);
});

test("others than owners look, in the dark and on 320 px", async (t) => {
  const server = await openKeys(t, startConsole);
  const { bots, path } = server;
  const order = { kind: "signing", overlapS: 3_600, force: false } as const;
  await bots.rotateSecret(botId, { ...order, secret: "whsec_b25l" });
  await bots.promoteSecret(botId, { tested: null });
  for (const as of ["viewer", "editor"] as const) {
    const visit = { as, path, width: "small", scheme: "dark" } as const;
    const { page, complaints } = await server.visit(visit);
    await page.getByText(says.viewer).waitFor();
    await sectionOf(page, says.signing).getByText(fingerprintOf("whsec_b25l")).waitFor();
    const main = page.getByRole("main");
    assert.equal(await main.getByRole("button").count(), 0);
    assert.equal(await isTooWide(page), false);
    assert.deepEqual(await findFaults(page), []);
    assert.deepEqual(complaints, []);
  }
});

test("a rotation under way is as wide as a small dark screen", async (t) => {
  const server = await openKeys(t, startConsole);
  const visit = { path: server.path, width: "small", scheme: "dark" } as const;
  const { page, complaints } = await server.visit(visit);
  await rotate(page, says);
  await page.getByRole("button", { name: says.test }).click();
  await page.getByText(says.notYet).waitFor();
  assert.equal(await isTooWide(page), false, `${widths.small}`);
  assert.deepEqual(await findFaults(page), []);
  assert.deepEqual(complaints, []);
});

/** Makes Ada an owner who has a password, by an invitation. */
async function givePassword({
  store,
  origin,
}: Awaited<ReturnType<typeof openKeys>>): Promise<void> {
  const token = "an-invitation-of-this-test";
  const email = "ada@shop.example";
  const grant = { botId, role: "owner" } as const;
  await store.operators.createLink({ token, livesForS: 60, createdBy: "t", email, grant });
  const response = await fetch(`${origin}/api/auth/one-time-link/open`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Origin: origin },
    body: JSON.stringify({ token, name: "Ada", password }),
  });
  assert.equal(response.status, 200);
}
