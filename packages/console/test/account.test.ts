import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { Page } from "playwright-core";
import { botId, findFaults, isTooWide, prepareConsoles } from "./open-console.ts";

const startConsole = prepareConsoles();
const path = "/account";
const password = "correct horse battery";

const says = {
  account: "Account",
  onlyLinks: "You can sign in with links only",
  menu: "Account",
  accountOf: (name: string) => `Account of ${name}`,
  name: "Name",
  save: "Save",
  saved: "Saved.",
  newPassword: "New password",
  easy: "one of the first passwords to be tried",
  choose: "Choose password",
  chosen: "Your password is changed",
  addPasskey: "Add a passkey",
  passkeys: "Passkeys",
  rename: /^Rename /,
  removeOf: (name: string) => `Remove ${name}`,
  remove: "Remove",
  removeTitle: (name: string) => `Remove ${name}?`,
  stays: "so it cannot be removed",
  noPasskeys: "No passkey yet.",
  cancel: "Cancel",
  signOut: "Sign out",
  signInByPasskey: "Sign in with a passkey",
  sessions: "Sessions",
  thisOne: "This browser",
  endOf: /^Sign out Chrome on /,
  endOthers: "Sign out everywhere else",
  onlyThis: "You are not signed in anywhere else.",
  signIn: "Sign in",
  tokens: "API tokens",
  newToken: "New token",
  purpose: "What is it for?",
  make: "Create token",
  noName: "Say what it is for.",
  noScope: "Choose at least one",
  bots: "Bots",
  readBots: "Bots and settings: Read",
  readDeliveries: "Deliveries: Read",
  kept: "Copy this token now",
  token: "The new token",
  tryIt: "Try it",
  done: "I have saved it",
  neverUsed: "never used",
  used: "last used",
  revokeOf: (name: string) => `Revoke ${name}`,
  revoke: "Revoke",
  noTokens: "No API tokens yet.",
  again: "Sign in again",
  goOn: "Continue",
  againPassword: "Password",
  notConfirmed: "you did not sign in again",
} as const;

/** A device that makes and uses passkeys for a page, and always agrees. */
async function giveAuthenticator(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

const openAccount = async (t: TestContext, visit: object = {}) => {
  const server = await startConsole(t);
  const opened = await server.visit({ path, ...visit });
  await opened.page.getByRole("heading", { name: says.account, level: 1 }).waitFor();
  return { server, ...opened };
};

test("an operator registers a passkey, signs out, and signs in with it", async (t) => {
  const { server, page, complaints } = await openAccount(t);
  await giveAuthenticator(page);
  await page.getByText(says.onlyLinks).waitFor();
  await page.getByText(says.noPasskeys).waitFor();
  assert.deepEqual(await findFaults(page), []);
  await page.getByRole("button", { name: says.addPasskey }).click();
  const list = page.getByRole("list", { name: says.passkeys });
  await list.getByText(/Chrome/).waitFor();
  await page.getByText(says.onlyLinks).waitFor({ state: "detached" });

  await list.getByRole("button", { name: says.rename }).click();
  await page.getByRole("dialog").getByLabel(says.name).fill("Key ring");
  assert.deepEqual(await findFaults(page), []);
  await page.getByRole("dialog").getByRole("button", { name: says.save }).click();
  await list.getByText("Key ring").waitFor();

  await page.getByRole("button", { name: says.accountOf("owner") }).click();
  await page.getByRole("menuitem", { name: says.signOut }).click();
  await page.getByRole("button", { name: says.signInByPasskey }).click();
  await page.getByRole("button", { name: says.accountOf("owner") }).click();
  await page.getByRole("menuitem", { name: says.menu, exact: true }).click();

  // It is all that they sign in with: it stays until there is a password.
  await list.getByRole("button", { name: says.removeOf("Key ring") }).click();
  const dialog = page.getByRole("dialog", { name: says.removeTitle("Key ring") });
  await dialog.getByRole("button", { name: says.remove }).click();
  await dialog.getByText(says.stays).waitFor();
  assert.deepEqual(await findFaults(page), []);
  await dialog.getByRole("button", { name: says.cancel }).click();
  await page.getByLabel(says.newPassword).fill("passwordpassword");
  await page.getByRole("button", { name: says.choose }).click();
  await page.getByRole("alert").getByText(says.easy).waitFor();
  await page.getByLabel(says.newPassword).fill(password);
  await page.getByRole("button", { name: says.choose }).click();
  await page.getByText(says.chosen).waitFor();
  await list.getByRole("button", { name: says.removeOf("Key ring") }).click();
  await dialog.getByRole("button", { name: says.remove }).click();
  await page.getByText(says.noPasskeys).waitFor();
  const actions = await server.store.operators.database
    .selectFrom("operatorAudit")
    .select("action")
    .where("action", "!=", "signed_in")
    .orderBy("entry")
    .execute();
  assert.deepEqual(
    actions.map(({ action }) => action),
    ["passkey_added", "passkey_renamed", "signed_out", "password_changed", "passkey_removed"],
  );
  assert.deepEqual(complaints, []);
});

test("a token is made, calls the API within its scopes, and is revoked", async (t) => {
  const { server, page, complaints } = await openAccount(t, { scheme: "dark" });
  await page.getByText(says.noTokens).waitFor();
  await page.getByRole("button", { name: says.newToken }).click();
  const dialog = page.getByRole("dialog");
  const purpose = dialog.getByLabel(says.purpose);
  await purpose.waitFor();
  await page.waitForFunction(() => document.activeElement?.matches("[role=dialog] input"));
  await dialog.getByRole("checkbox", { name: says.readBots }).uncheck();
  await dialog.getByRole("button", { name: says.make }).click();
  await dialog.getByText(says.noName).waitFor();
  await dialog.getByText(says.noScope).waitFor();
  assert.deepEqual(await findFaults(page), []);
  await purpose.fill("nightly export");
  await dialog.getByRole("checkbox", { name: says.readDeliveries }).check();
  await dialog.getByLabel(says.bots, { exact: true }).selectOption(botId);
  await dialog.getByRole("button", { name: says.make }).click();

  const shown = page.getByRole("dialog", { name: says.kept });
  const token = await shown.getByRole("region", { name: says.token }).textContent();
  const example = await shown.getByRole("region", { name: says.tryIt }).textContent();
  assert.deepEqual(await findFaults(page), []);
  const [, header = "", url = ""] =
    /^curl -H "Authorization: (.*)" \\\n {2}"(.*)"$/.exec(example ?? "") ?? [];
  assert.equal(header, `Bearer ${token}`);
  assert.equal(url, `${server.origin}/api/v1/bots/${botId}/deliveries`);
  const call = (address: string) => fetch(address, { headers: { Authorization: header } });
  assert.equal((await call(url)).status, 200);
  assert.equal((await call(`${server.origin}/api/v1/bots/${botId}`)).status, 403);

  // Neither Escape nor a click beside it loses the token.
  await page.keyboard.press("Escape");
  await page.mouse.click(5, 5);
  assert.equal(await shown.isVisible(), true);
  await shown.getByRole("button", { name: says.done }).click();
  const list = page.getByRole("list", { name: says.tokens });
  await list.getByText("deliveries:read").waitFor();
  await page.reload();
  await list.getByText(says.used).waitFor();
  assert(!(await page.content()).includes(token ?? ""));
  assert.deepEqual(await findFaults(page), []);
  await list.getByRole("button", { name: says.revokeOf("nightly export") }).click();
  await page.getByRole("dialog").getByRole("button", { name: says.revoke }).click();
  await page.getByText(says.noTokens).waitFor();
  assert.equal((await call(url)).status, 401);
  assert.deepEqual(complaints, []);
});

test("another session is ended, and that browser is out", async (t) => {
  const { server, page, complaints } = await openAccount(t);
  const other = await server.visit({ path });
  await other.page.getByRole("heading", { name: says.account, level: 1 }).waitFor();
  const third = await server.signIn("owner");
  await page.reload();
  const list = page.getByRole("list", { name: says.sessions });
  await list.getByText(says.thisOne, { exact: true }).waitFor();
  assert.equal(await list.getByRole("listitem").count(), 3);
  await page.getByRole("button", { name: says.endOthers }).click();
  await page.getByText(says.onlyThis).waitFor();
  assert.equal(await list.getByRole("listitem").count(), 1);
  assert.equal((await server.call(third, "GET", "/me")).status, 401);
  await other.page.reload();
  await other.page.getByRole("heading", { name: says.signIn }).waitFor();
  assert.deepEqual(complaints, []);
});

test("what is sensitive asks to sign in again, and goes on then", async (t) => {
  const { server, page, complaints } = await openAccount(t);
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`);
  await server.call(cookie.join("; "), "PUT", "/me/password", { password });
  await server.run("update operator_sessions set created_at = created_at - interval '16 minutes'");
  await page.getByRole("button", { name: says.newToken }).click();
  const dialog = page.getByRole("dialog", { name: says.newToken });
  await dialog.getByLabel(says.purpose).fill("nightly export");
  await dialog.getByRole("button", { name: says.make }).click();
  const again = page.getByRole("dialog", { name: says.again });
  await again.getByRole("button", { name: says.cancel }).click();
  await dialog.getByText(says.notConfirmed).waitFor();
  assert.deepEqual(await findFaults(page), []);
  await dialog.getByRole("button", { name: says.make }).click();
  await again.getByLabel(says.againPassword).first().fill(password);
  await again.getByRole("button", { name: says.goOn }).click();
  await page.getByRole("dialog", { name: says.kept }).waitFor();
  await page.getByRole("button", { name: says.done }).click();
  const list = page.getByRole("list", { name: says.sessions });
  await page.getByRole("list", { name: says.tokens }).getByText(says.neverUsed).waitFor();
  assert.equal(await list.getByRole("listitem").count(), 1);
  assert.deepEqual(complaints, []);
});

test("an operator is called otherwise, and the menu says so at once", async (t) => {
  const { page, complaints } = await openAccount(t);
  await page.getByLabel("Name", { exact: true }).fill("Ada Lovelace");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Saved.").waitFor();
  await page.getByRole("button", { name: "Account of Ada Lovelace" }).waitFor();
  assert.deepEqual(complaints, []);
});

test("on a screen of 320 px nothing of the account is wider, in the dark too", async (t) => {
  const { page, complaints } = await openAccount(t, { width: "small", scheme: "dark" });
  assert.equal(await isTooWide(page), false);
  assert.deepEqual(await findFaults(page), []);
  await page.getByRole("button", { name: says.newToken }).click();
  await page.getByLabel(says.purpose).fill("x".repeat(80));
  assert.equal(await isTooWide(page), false);
  await page.getByRole("button", { name: says.make }).click();
  await page.getByRole("button", { name: says.done }).click();
  await page.getByRole("button", { name: says.revokeOf("x".repeat(80)) }).waitFor();
  assert.equal(await isTooWide(page), false);
  assert.deepEqual(await findFaults(page), []);
  assert.deepEqual(complaints, []);
});
