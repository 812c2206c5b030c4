import assert from "node:assert/strict";
import { test } from "node:test";
import { startIdentityProvider } from "../../test/fixtures/identity-provider.ts";
import { openProvider } from "./open-provider.ts";
import { codesOf, ProviderError } from "./provider-error.ts";
import { flowOf } from "./sign-in-flow.ts";

test("an issuer that is spelled otherwise than its provider does lets nobody in", async (t) => {
  const company = await startIdentityProvider(t);
  company.open("http://localhost");
  const step = { flow: flowOf("secret"), redirectUri: "http://localhost/back", isAgain: false };
  const ask = (issuer: string) => openProvider(company.settings({ issuer }), fetch).signInUrl(step);
  assert.match(await ask(company.issuer), /^http:.*client_id=meetbot/);
  await assert.rejects(ask(`${company.issuer}/`), (error) => {
    assert(error instanceof ProviderError);
    assert.deepEqual(codesOf(error), { fault: "refused", reason: "issuer_spelled_otherwise" });
    return true;
  });
});
