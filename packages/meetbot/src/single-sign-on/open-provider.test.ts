import assert from "node:assert/strict";
import { test } from "node:test";
import { parseAllowList } from "@meetbot/network/addresses/allow-list.ts";
import { startIdentityProvider } from "../../test/fixtures/identity-provider.ts";
import { codesOf, ProviderError } from "./provider-error.ts";
import { flowOf } from "./sign-in-flow.ts";
import { openSingleSignOn } from "./single-sign-on.ts";

test("an issuer that is spelled otherwise than its provider does lets nobody in", async (t) => {
  const company = await startIdentityProvider(t);
  company.open("http://localhost");
  const step = { flow: flowOf("secret"), redirectUri: "http://localhost/back", isAgain: false };
  const ask = (issuer: string) => {
    const { provider, close } = openSingleSignOn(company.settings({ issuer }), {
      ...{ outboundAllow: () => parseAllowList([]), ownPort: 1, watch: (agent) => agent },
    });
    t.after(close);
    return provider.signInUrl(step);
  };
  assert.match(await ask(company.issuer), /^http:.*client_id=meetbot/);
  await assert.rejects(ask(`${company.issuer}/`), (error) => {
    assert(error instanceof ProviderError);
    assert.deepEqual(codesOf(error), { fault: "refused", reason: "issuer_spelled_otherwise" });
    return true;
  });
});
