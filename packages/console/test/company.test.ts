import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import type { SingleSignOnSettings } from "@meetbot/model/single-sign-on.ts";
import { ada } from "../../meetbot/test/fixtures/company-server.ts";
import { startIdentityProvider } from "../../meetbot/test/fixtures/identity-provider.ts";
import { findFaults, prepareConsoles } from "./open-console.ts";

const startConsole = prepareConsoles();

/** Its address is of another site than the console's, as a company's is. */
async function start(t: TestContext, settings: Partial<SingleSignOnSettings> = {}) {
  const company = await startIdentityProvider(t);
  company.state.person = ada;
  const server = await startConsole(t, { singleSignOn: company.settings(settings) });
  company.open(server.origin);
  return { ...server, company };
}

test("an operator signs in by the company's button, and comes where they were going", async (t) => {
  const { visit, company, run, origin } = await start(t);
  const { page, complaints } = await visit({ path: "/operators?show=role_changed", as: null });
  await page.getByRole("button", { name: "Sign in with Example Login" }).click();
  await page.getByRole("heading", { name: "Operators", level: 1 }).waitFor();
  await page.waitForURL(/\/console\/operators/);

  // What takes a fresh sign-in is proved there, and leads back to where it was asked for.
  await run("update operator_sessions set proved_at = now() - interval '1 hour'");
  await page.goto(`${origin}/console/account`);
  await page.getByRole("heading", { name: "API tokens" }).waitFor();
  assert.equal(await page.getByRole("heading", { name: "Passkeys" }).count(), 0);
  await page.getByRole("button", { name: "New token" }).click();
  await page.getByLabel("What is it for?").fill("export");
  await page.getByRole("button", { name: "Create token" }).click();
  const back = page.waitForResponse(/single-sign-on\/callback/);
  await page.getByRole("button", { name: "Continue" }).click();
  assert.equal((await back).headers().location, "/console/account");
  assert.equal(company.state.asked.at(-1)?.get("prompt"), "login");

  assert.deepEqual(complaints, []);
  await page.getByRole("button", { name: "Account of Ada" }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await page.waitForURL(/\/session\/end/);
});

test("the page to sign in says why the company lets nobody in, and shows no other way where there is none", async (t) => {
  const { visit, company } = await start(t, { isOnlyWay: true, label: "示例公司" });
  company.state.person = { ...ada, groups: ["sales"] };
  const { page } = await visit({ path: "/sign-in", as: null, locale: "zh", width: "small" });
  await page.getByRole("button", { name: "使用 示例公司 登录" }).click();
  await page.getByRole("alert").getByText("无权使用 Meetbot").waitFor();
  assert.equal(await page.getByLabel("密码").count(), 0);
  assert.deepEqual(await findFaults(page), []);
});
