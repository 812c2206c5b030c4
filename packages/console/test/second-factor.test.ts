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
  const { origin, store, run } = server;
  const post = (path: string, body: object, cookie = "") =>
    fetch(`${origin}/api/auth${path}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", Origin: origin, Cookie: cookie },
      body: JSON.stringify(body),
    });
  const cookieOf = (response: Response) =>
    response.headers
      .getSetCookie()
      .map((one) => one.split(";")[0])
      .join("; ");
  const byLink = async (order: object) => {
    const token = newToken();
    await store.operators.createLink({ token, livesForS: 60, createdBy: "test", ...order });
    return post("/one-time-link/open", { token, ...who });
  };
  const call = async (cookie: string, method: string, path: string) => {
    const response = await server.call(cookie, method, path);
    const said = (await response.json()) as { code?: string; lacks_second_factor?: boolean };
    return { status: response.status, ...said };
  };
  await byLink({ administrator: true });
  const weak = cookieOf(await post("/sign-in/email", who));
  assert.equal((await call(weak, "GET", "/me")).lacks_second_factor, true);
  for (const path of ["/bots", "/operators", "/me/tokens", "/me/sessions"]) {
    assert.equal((await call(weak, "GET", path)).code, "second_factor_required", path);
  }
  // Of others a password is enough.
  const viewer = await server.signIn("viewer");
  assert.equal((await call(viewer, "GET", "/bots")).status, 200);

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

  // Whoever knows the password of who has a passkey adds none of their own; a link of an administrator's may.
  const register = (cookie: string) =>
    fetch(`${origin}/api/auth/passkey/generate-register-options`, { headers: { Cookie: cookie } });
  assert.equal((await register(weak)).status, 403);
  const [{ id: operatorId }] = (await run(
    `select id from operators where email = '${who.email}'`,
  )) as [{ id: string }];
  assert.equal((await register(cookieOf(await byLink({ operatorId })))).status, 200);
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
