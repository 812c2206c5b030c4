import assert from "node:assert/strict";
import { test } from "node:test";
import pino from "pino";
import { eventually } from "../../../test/fixtures/eventually.ts";
import { startOwnDatabase } from "../../../test/fixtures/own-database.ts";
import { openStore } from "../../store/open-store.ts";
import { bot, keyRing } from "../../store/store.fixture.ts";
import { startServer } from "../start-server.ts";
import { signIn } from "./call-admin.fixture.ts";

const adminToken = "an-admin-token-that-is-long-enough";

test("while the database is away, the admin API and sign-in say that it is, and when to come back", async (t) => {
  const database = await startOwnDatabase(t);
  const store = await openStore({ connection: database.env.MEETBOT_DATABASE_URL, keyRing });
  await store.bots.create(bot, { signingSecret: "whsec_signing", identitySecret: "identity" });
  const server = await startServer({
    store,
    mailer: null,
    host: "127.0.0.1",
    port: 0,
    hosts: null,
    ownOrigins: (port) => [`http://localhost:${port}`],
    adminToken,
    log: pino({ level: "silent" }),
  });
  t.after(async () => {
    await server.close();
    await store.close();
  });
  const origin = server.url.replace("127.0.0.1", "localhost");
  const cookie = await signIn(store, origin, "viewer");
  const read = (headers: Record<string, string>) =>
    fetch(`${server.url}/api/v1/bots/${bot.id}`, { headers });
  const callers = [{ cookie }, { authorization: `Bearer ${adminToken}` }];
  assert.equal((await read(callers[0]!)).status, 200);

  await database.stop();

  for (const headers of callers) {
    const response = await read(headers);
    assert.equal(response.status, 503);
    assert.match(response.headers.get("retry-after") ?? "", /^\d+$/);
    assert.equal(response.headers.get("content-type"), "application/problem+json");
    assert.partialDeepStrictEqual(await response.json(), { status: 503, code: "database_away" });
  }
  const refused = await fetch(`${origin}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Origin: origin },
    body: JSON.stringify({ email: "viewer@shop.example", password: "not this one" }),
  });
  assert.equal(refused.status, 503);
  assert.match(refused.headers.get("retry-after") ?? "", /^\d+$/);

  await database.start();
  await eventually(30_000, async () => assert.equal((await read(callers[0]!)).status, 200));
});
