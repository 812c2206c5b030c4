import assert from "node:assert/strict";
import { test } from "node:test";
import { botId, findFaults, isTooWide, prepareConsoles } from "./open-console.ts";

const startConsole = prepareConsoles();

const says = {
  operators: "Operators",
  onlyAdministrators: "This page is for administrators",
  alone: "You are the only one.",
  invite: "Invite",
  email: "Email",
  administrator: "Administrator",
  create: "Create invitation",
  link: "Invitation link",
  done: "Done",
  name: "Your name",
  becomes: "an administrator",
  begin: "Create account",
  actions: (name: string) => `Actions for ${name}`,
  demote: "Make operator",
  remove: "Remove",
  letIn: "Create sign-in link",
  signInLink: "Sign-in link",
  known: "Sign in with this link",
  enter: "Open the console",
  bots: "Bots",
  only: "This is the only administrator.",
  cancel: "Cancel",
  audit: "Audit log",
  removed: "Operator removed",
  tokenMade: "API token created",
  allBots: "all bots",
  signedIn: "Signed in",
  show: "Show",
  nobodyElse: "Passkey added",
  none: "Nothing of this kind yet",
  signIn: "Sign in",
} as const;

test("the page of operators is in no other menu, and says whose it is", async (t) => {
  const server = await startConsole(t);
  const visit = { path: "/operators", width: "small", scheme: "dark" } as const;
  const { page, complaints } = await server.visit(visit);
  await page.getByRole("heading", { name: says.onlyAdministrators }).waitFor();
  assert.equal(await page.getByRole("button", { name: says.invite, exact: true }).count(), 0);
  assert.equal(await isTooWide(page), false);
  assert.deepEqual(await findFaults(page), []);
  const { page: bots } = await server.visit({ path: "/bots" });
  await bots.getByText("Meetbot Shop").first().waitFor();
  assert.equal(await bots.getByRole("link", { name: says.operators, exact: true }).count(), 0);
  assert.deepEqual(complaints, []);
});

test("the only administrator invites another, who takes over", async (t) => {
  const server = await startConsole(t);
  const visit = { as: "administrator" } as const;
  const { page, complaints } = await server.visit({ ...visit, path: "/bots" });
  await page.getByRole("link", { name: says.operators, exact: true }).click();
  await page.getByText(says.alone).waitFor();
  assert.deepEqual(await findFaults(page), []);
  await page.getByRole("button", { name: says.actions("administrator") }).press("Enter");
  await page.getByRole("menuitem", { name: says.demote }).waitFor();
  assert.deepEqual(await findFaults(page), []);
  await page.getByRole("menuitem", { name: says.demote }).press("Enter");
  await page.getByRole("button", { name: says.demote }).click();
  await page.getByText(says.only).waitFor();
  assert.deepEqual(await findFaults(page), []);
  await page.getByRole("button", { name: says.cancel }).click();

  await page.getByRole("button", { name: says.invite, exact: true }).click();
  await page.getByRole("textbox", { name: says.email }).fill("grace@shop.example");
  await page.getByRole("radio", { name: says.administrator }).check();
  assert.deepEqual(await findFaults(page), []);
  await page.getByRole("button", { name: says.create }).click();
  const shown = page.getByRole("region", { name: says.link });
  const { hash } = new URL((await shown.textContent()) ?? "");
  await page.getByRole("button", { name: says.done }).click();

  const { page: theirs } = await server.visit({ as: null, path: `/welcome${hash}` });
  await theirs.getByText(says.becomes).waitFor();
  await theirs.getByRole("textbox", { name: says.name }).fill("Grace");
  await theirs.locator("input[type=password]").fill("correct horse battery");
  await theirs.getByRole("button", { name: says.begin }).click();
  await theirs.getByRole("link", { name: says.operators, exact: true }).click();
  await theirs.getByRole("button", { name: says.actions("administrator") }).click();
  await theirs.getByRole("menuitem", { name: says.remove }).click();
  await theirs.getByRole("button", { name: says.remove, exact: true }).click();
  await theirs.getByText("administrator@shop.example").waitFor({ state: "detached" });
  await page.reload();
  await page.getByRole("heading", { name: says.signIn, level: 1 }).waitFor();
  assert.deepEqual(complaints, []);
});

test("a sign-in link lets in who is locked out, as who they are", async (t) => {
  const server = await startConsole(t);
  await server.signIn("viewer");
  const visit = { as: "administrator", path: "/operators", scheme: "dark" } as const;
  const { page, complaints } = await server.visit(visit);
  await page.getByRole("button", { name: says.actions("viewer") }).click();
  await page.getByRole("menuitem", { name: says.letIn }).click();
  await page.getByRole("button", { name: says.letIn }).click();
  const shown = page.getByRole("region", { name: says.signInLink });
  const { hash } = new URL((await shown.textContent()) ?? "");
  assert.deepEqual(await findFaults(page), []);
  await page.getByRole("button", { name: says.done }).click();
  await shown.waitFor({ state: "detached" });
  const { page: theirs } = await server.visit({ as: null, path: `/welcome${hash}` });
  await theirs.getByRole("heading", { name: says.known }).waitFor();
  await theirs.getByRole("button", { name: says.enter }).click();
  await theirs.getByRole("heading", { name: says.bots, level: 1 }).waitFor();
  await theirs.goto(`${server.origin}/console/operators`);
  await theirs.getByRole("heading", { name: says.onlyAdministrators }).waitFor();
  assert.deepEqual(complaints, []);
});

test("the log of operators tells who did what, by kind", async (t) => {
  const server = await startConsole(t);
  await server.signIn("viewer");
  const known = await server.store.operators.findByEmail("viewer@shop.example");
  const cookie = await server.signIn("administrator");
  await server.call(cookie, "DELETE", `/operators/${known?.id}`);
  const token = { name: "nightly", scopes: ["bots:read"], bot_id: null, expires_in_days: 90 };
  assert.equal((await server.call(cookie, "POST", "/me/tokens", token)).status, 201);
  const visit = { as: "administrator", path: "/operators", width: "small" } as const;
  const { page, complaints } = await server.visit(visit);
  await page.getByRole("tab", { name: says.audit }).click();
  const entry = page.getByRole("listitem").filter({ hasText: says.removed });
  await entry.getByText("viewer@shop.example").waitFor();
  const made = page.getByRole("listitem").filter({ hasText: says.tokenMade });
  await made.getByText(says.allBots, { exact: true }).waitFor();
  assert.doesNotMatch(String(await made.textContent()), /\dT\d\d:/);
  assert.equal(await isTooWide(page), false);
  assert.deepEqual(await findFaults(page), []);
  await page.getByRole("combobox", { name: says.show }).click();
  await page.getByRole("option", { name: says.nobodyElse }).click();
  await page.getByRole("heading", { name: says.none }).waitFor();
  assert.match(page.url(), /tab=audit.*action=passkey_added|action=passkey_added.*tab=audit/);
  assert.deepEqual(await findFaults(page), []);
  assert.deepEqual(complaints, []);
});

test("on the page of a bot's people an administrator is marked, and not to be changed", async (t) => {
  const server = await startConsole(t);
  await server.signIn("administrator");
  const { page } = await server.visit({ path: `/bots/${botId}/people` });
  const row = page.getByRole("listitem").filter({ hasText: "administrator@shop.example" });
  await row.getByText("Administrator", { exact: true }).waitFor();
  assert.equal(await row.getByRole("button").count(), 0);
});
