import assert from "node:assert/strict";
import { test } from "node:test";
import { newToken } from "../../meetbot/src/secrets/token.ts";
import { findFaults, isTooWide, prepareConsoles } from "./open-console.ts";

const startConsole = prepareConsoles();

const says = {
  easy: "one of the first passwords to be tried",
  first: "Welcome to Meetbot",
  begin: "Create account",
  signIn: "Sign in",
  bots: "Bots",
} as const;

test("the first link makes the first operator, who signs in by password later", async (t) => {
  const server = await startConsole(t);
  const token = newToken();
  await server.store.operators.createLink({
    token,
    livesForS: 60,
    createdBy: "first start",
    administrator: true,
  });
  const first = await server.visit({ as: null, path: `/welcome#${token}` });
  const { page } = first;
  await page.getByRole("heading", { name: says.first }).waitFor();
  assert.deepEqual(await findFaults(page), []);
  await page.getByRole("textbox").first().fill("Ada");
  await page.locator("input[type=email]").fill("ada@shop.example");
  await page.locator("input[type=password]").fill("passwordpassword");
  await page.getByRole("button", { name: says.begin }).click();
  await page.getByRole("alert").getByText(says.easy).waitFor();
  assert.deepEqual(await findFaults(page), []);
  await page.locator("input[type=password]").fill("correct horse battery");
  await page.getByRole("button", { name: says.begin }).click();
  await page.getByRole("heading", { name: says.bots, level: 1 }).waitFor();
  await page.getByText("Meetbot Shop").first().waitFor();
  assert.deepEqual(await findFaults(page), []);
  assert.deepEqual(first.complaints, []);

  const later = await server.visit({ as: null, path: "/bots" });
  await later.page.getByRole("heading", { name: says.signIn }).waitFor();
  assert.deepEqual(await findFaults(later.page), []);
  await later.page.locator("input[type=email]").fill("ada@shop.example");
  await later.page.locator("input[type=password]").fill("correct horse battery");
  await later.page.getByRole("button", { name: says.signIn, exact: true }).click();
  await later.page.getByRole("heading", { name: says.bots, level: 1 }).waitFor();
  assert.deepEqual(later.complaints, []);

  const again = await server.visit({ as: null, path: `/welcome#${token}` });
  await again.page.getByText("npx meetbot operator link").waitFor();
});

test("on a screen of 320 px nothing of the entrance or the shell is wider", async (t) => {
  const server = await startConsole(t);
  for (const as of [null, "viewer"] as const) {
    const { page, complaints } = await server.visit({ as, width: "small", scheme: "dark" });
    await page.getByRole("heading", { level: 1 }).waitFor();
    assert.equal(await isTooWide(page), false);
    assert.deepEqual(await findFaults(page), []);
    assert.deepEqual(complaints, []);
  }
});
