import assert from "node:assert/strict";
import { test } from "node:test";
import { botId, findFaults, isTooWide, prepareConsoles } from "./open-console.ts";

const startConsole = prepareConsoles();
const path = `/bots/${botId}/people`;
const invited = "new@shop.example";

const says = {
  people: "People",
  invite: "Invite",
  email: "Email",
  noEmail: "Enter an email address",
  viewer: "Viewer",
  editor: "Editor",
  create: "Create invitation",
  send: `Send this link to ${invited}`,
  link: "Invitation link",
  done: "Done",
  invitations: "Invitations",
  you: "You",
  welcome: "You are invited",
  becomes: "owner invites you to Meetbot Shop as a viewer.",
  name: "Your name",
  password: "Password",
  begin: "Create account",
  bots: "Bots",
  fixed: "Only owners and administrators can change who is here.",
  settings: "Settings",
  cannotChange: "You can view this, but not change it",
  revoke: (email: string) => `Revoke the invitation of ${email}`,
  revokeIt: "Revoke",
  dead: "This link does not work any more",
  given: "Ada has access now",
  roleOf: (name: string) => `Role of ${name}`,
  remove: (name: string) => `Remove ${name}`,
  removeIt: "Remove",
  lower: "Become Editor?",
  lowerIt: "Change my role",
  accept: "Accept",
  wrong: "The password is wrong",
} as const;

test("who opens an invitation sees what their role allows, and no more", async (t) => {
  const server = await startConsole(t);
  const { page, complaints } = await server.visit({ path });
  await page.getByText(says.you, { exact: true }).waitFor();
  assert.deepEqual(await findFaults(page), []);
  await page.getByRole("button", { name: says.invite, exact: true }).click();
  await page.getByRole("textbox", { name: says.email }).fill("new");
  await page.getByRole("button", { name: says.create }).click();
  await page.getByText(says.noEmail).waitFor();
  await page.getByRole("textbox", { name: says.email }).fill(invited);
  await page.getByRole("radio", { name: says.viewer }).check();
  assert.deepEqual(await findFaults(page), []);
  await page.getByRole("button", { name: says.create }).click();
  await page.getByRole("dialog", { name: says.send }).waitFor();
  assert.deepEqual(await findFaults(page), []);
  const shown = page.getByRole("region", { name: says.link });
  const url = new URL((await shown.textContent()) ?? "");
  await page.getByRole("button", { name: says.done }).click();
  await page.getByRole("list", { name: says.invitations }).getByText(invited).waitFor();
  assert.equal(await page.getByText(url.hash.slice(1)).count(), 0);

  const opened = { as: null, path: `/welcome${url.hash}`, scheme: "dark" } as const;
  const { page: theirs, complaints: theirComplaints } = await server.visit(opened);
  await theirs.getByRole("heading", { name: says.welcome }).waitFor();
  await theirs.getByText(says.becomes).waitFor();
  assert.deepEqual(await findFaults(theirs), []);
  await theirs.getByRole("textbox", { name: says.name }).fill("Grace");
  await theirs.locator("input[type=password]").fill("correct horse battery");
  await theirs.getByRole("button", { name: says.begin }).click();
  await theirs.getByRole("heading", { name: says.bots, level: 1 }).waitFor();
  await theirs.goto(`${server.origin}/console${path}`);
  await theirs.getByText(says.fixed).waitFor();
  await theirs.getByText("owner@shop.example").waitFor();
  assert.deepEqual(await findFaults(theirs), []);
  assert.equal(await theirs.getByRole("button", { name: says.invite, exact: true }).count(), 0);
  assert.equal(await theirs.getByRole("combobox", { name: says.roleOf("Grace") }).count(), 0);
  assert.equal(await theirs.getByRole("button", { name: says.remove("Grace") }).count(), 0);
  await theirs.goto(`${server.origin}/console/bots/${botId}/settings`);
  await theirs.getByText(says.cannotChange).waitFor();
  assert.deepEqual(theirComplaints, []);

  await page.reload();
  await page.getByRole("combobox", { name: says.roleOf("Grace") }).waitFor();
  assert.equal(await page.getByRole("list", { name: says.invitations }).count(), 0);
  assert.deepEqual(complaints, []);
});

test("an owner changes roles in place, and is asked before they lower their own", async (t) => {
  const server = await startConsole(t);
  const { operators } = server.store;
  const order = { name: "Ada", email: "ada@shop.example", administrator: false };
  const ada = await operators.create(order);
  const { page, complaints } = await server.visit({ path, scheme: "dark" });
  await page.getByRole("button", { name: says.invite, exact: true }).click();
  await page.getByRole("textbox", { name: says.email }).fill(ada.email);
  await page.getByRole("button", { name: says.create }).click();
  await page.getByRole("dialog", { name: says.given }).waitFor();
  assert.deepEqual(await findFaults(page), []);
  await page.getByRole("button", { name: says.done }).click();

  await page.getByRole("combobox", { name: says.roleOf("Ada") }).click();
  await page.getByRole("option", { name: says.viewer }).click();
  await page.getByText(new RegExp(`Ada[:：]\\s?${says.viewer}`)).waitFor({ state: "attached" });
  assert.equal(await operators.roleOn(botId, ada), "viewer");
  await page.getByRole("button", { name: says.remove("Ada") }).click();
  const removeIt = page.getByRole("button", { name: says.removeIt, exact: true });
  await removeIt.waitFor();
  assert.deepEqual(await findFaults(page), []);
  await removeIt.click();
  await page.getByText("ada@shop.example").waitFor({ state: "detached" });
  assert.equal(await operators.roleOn(botId, ada), null);

  await page.getByRole("combobox", { name: says.roleOf("owner") }).click();
  await page.getByRole("option", { name: says.editor }).click();
  await page.getByRole("dialog", { name: says.lower }).waitFor();
  assert.deepEqual(await findFaults(page), []);
  await page.getByRole("button", { name: says.lowerIt }).click();
  await page.getByText(says.fixed).waitFor();
  assert.equal(await page.getByRole("button", { name: says.invite, exact: true }).count(), 0);
  assert.deepEqual(complaints, []);
});

test("a revoked invitation leads nowhere", async (t) => {
  const server = await startConsole(t);
  const cookie = await server.signIn("owner");
  const wish = { email: invited, role: "owner" };
  const made = await server.call(cookie, "POST", `/bots/${botId}/invitations`, wish);
  const { link } = (await made.json()) as { link: string };
  const { page, complaints } = await server.visit({ path, width: "small" });
  await page.getByRole("button", { name: says.revoke(invited) }).click();
  await page.getByRole("dialog").waitFor();
  assert.equal(await isTooWide(page), false);
  assert.deepEqual(await findFaults(page), []);
  await page.getByRole("button", { name: says.revokeIt, exact: true }).click();
  await page.getByText(invited).first().waitFor({ state: "detached" });
  assert.deepEqual(complaints, []);
  const opened = { as: null, path: `/welcome${new URL(link).hash}` } as const;
  await (await server.visit(opened)).page.getByRole("heading", { name: says.dead }).waitFor();
});

test("who became an operator meanwhile takes an invitation by their password", async (t) => {
  const server = await startConsole(t);
  const cookie = await server.signIn("owner");
  const admin = await server.signIn("administrator");
  const invite = async (as: string, to: string, wish: object) => {
    const made = await server.call(as, "POST", to, { email: invited, ...wish });
    return new URL(((await made.json()) as { link: string }).link).hash;
  };
  const first = await invite(admin, "/operators/invitations", {});
  const second = await invite(cookie, `/bots/${botId}/invitations`, { role: "editor" });
  const body = { token: first.slice(1), name: "Grace", password: "correct horse battery" };
  const opened = await fetch(`${server.origin}/api/auth/one-time-link/open`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Origin: server.origin },
    body: JSON.stringify(body),
  });
  assert.equal(opened.status, 200);
  const visit = { as: null, path: `/welcome${second}` } as const;
  const { page, complaints } = await server.visit(visit);
  const password = page.locator("input[type=password]");
  await password.fill("something else");
  assert.deepEqual(await findFaults(page), []);
  await page.getByRole("button", { name: says.accept }).click();
  await page.getByText(says.wrong).waitFor();
  assert.deepEqual(await findFaults(page), []);
  await password.fill("correct horse battery");
  await page.getByRole("button", { name: says.accept }).click();
  await page.getByText("Meetbot Shop").first().waitFor();
  assert.deepEqual(complaints, []);
});
