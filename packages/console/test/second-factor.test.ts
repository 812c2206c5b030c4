import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { newToken } from "../../meetbot/src/secrets/token.ts";
import { findFaults, prepareConsoles } from "./open-console.ts";

const startConsole = prepareConsoles();
const who = { name: "Ada", email: "ada@shop.example", password: "correct horse battery" };

/** A device that asks for a finger, or has nothing to ask for. */
async function giveAuthenticator(page: Page, isUserVerified = true): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      ...{ protocol: "ctap2", transport: "internal", hasResidentKey: true },
      ...{ hasUserVerification: isUserVerified, isUserVerified },
      automaticPresenceSimulation: true,
    },
  });
}

test("who has a password only is led to a passkey, and can do nothing before", async (t) => {
  const server = await startConsole(t, { secondFactor: "administrators" });
  const { origin, store } = server;
  const token = newToken();
  await store.operators.createLink({
    ...{ token, livesForS: 60, createdBy: "test", administrator: true },
  });
  await fetch(`${origin}/api/auth/one-time-link/open`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Origin: origin },
    body: JSON.stringify({ token, ...who }),
  });

  const { page, complaints } = await server.visit({ path: "/operators", as: null });
  await giveAuthenticator(page);
  await page.getByLabel("Email").fill(who.email);
  await page.getByRole("textbox", { name: "Password" }).fill(who.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByRole("heading", { name: "One more step" }).waitFor();
  assert.deepEqual(await findFaults(page), []);
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await page.getByRole("heading", { name: "Operators", level: 1 }).waitFor();
  assert.deepEqual(complaints, []);
});

test("a passkey that asks for nothing is one factor, and no second one", async (t) => {
  const { visit, signIn, origin, run } = await startConsole(t, { secondFactor: "everybody" });
  const { page } = await visit({ path: "/bots", as: "owner" });
  await page.getByRole("heading", { name: "One more step" }).waitFor();
  await giveAuthenticator(page, false);
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await page.getByRole("alert").waitFor();
  // The browser is asked for one that verifies; a server that had one from before takes it for what it is.
  const passkeys = await run("select id from operator_passkeys");
  assert.equal(passkeys.length, 0);
  const seen = await fetch(`${origin}/api/v1/bots`, { headers: { Cookie: await signIn("owner") } });
  assert.equal(seen.status, 403);
});
