import assert from "node:assert/strict";
import { test } from "node:test";
import { newToken } from "../../src/secrets/token.ts";
import { ada, startCompanyServer as start } from "../fixtures/company-server.ts";
import { givesTokens } from "../fixtures/operator-tokens.ts";
import { openWalkingBrowser } from "../fixtures/walking-browser.ts";

// Somebody who would like to be another one, on a server that links operators by what their company says of their email.

const email = "kim@company.example";

test("an email that only looks like another one's, or becomes it in small letters, is nobody's", async (t) => {
  const { company, signIn, store } = await start(t, { linksByEmail: true });
  await store.operators.create({ name: "Kim", email, administrator: true });
  const invited = { email: "king@company.example", administrator: true };
  const token = newToken();
  await store.operators.createLink({ token, livesForS: 60, createdBy: "t", ...invited });
  // U+212A, the sign for kelvin, and letters of full width.
  for (const email of [
    "\u212aim@company.example",
    "\u212aING@company.example",
    "\uff2bim@x.example",
  ]) {
    company.state.person = { ...ada, sub: "mallory", email };
    assert.equal((await signIn()).at, "/console/sign-in?fault=no_email", email);
  }
  assert(await store.operators.findLink(token));
});

test("who had an account made under the email of somebody who comes later keeps no key to it", async (t) => {
  const { company, signIn, post, store, me, ...server } = await start(t, { linksByEmail: true });
  const token = newToken();
  const mallory = openWalkingBrowser();
  await store.operators.createLink({ token, livesForS: 60, createdBy: "mallory", email });
  await post(mallory, "/one-time-link/open", {
    token,
    name: "K",
    password: "correct horse battery",
  });
  assert.equal((await me(mallory)).status, 200);
  const known = await store.operators.findByEmail(email);
  const call = await givesTokens({ store, ...server })("viewer", ["bots:read"], known);
  company.state.person = { ...ada, sub: "kim-1", email };
  const kim = await signIn();
  assert.partialDeepStrictEqual(await me(kim.browser), { administrator: true });
  assert.equal((await me(mallory)).status, 401);
  assert.equal((await call("GET ")).status, 401);
  // Of whom is known already nothing ends.
  const again = await givesTokens({ store, ...server })("viewer", ["bots:read"], known);
  await signIn();
  assert.equal((await again("GET ")).status, 200);
});
