import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { readConfig } from "../src/config.ts";
import { examine } from "../src/operations/doctor/doctor.ts";
import { openStore } from "../src/store/open-store.ts";
import {
  bot,
  keyRing,
  openConversation,
  textEvent,
  turnSaying,
} from "../src/store/store.fixture.ts";
import { type PostgresServer, startPostgres } from "./fixtures/postgres-server.ts";
import { leftOut, olderPrograms } from "./postgres-versions/versions.ts";

// PostgreSQL as operators run it: older versions, roles that may little, TLS with a CA of their own.

const guide = readFileSync(new URL("../../../docs/storage.md", import.meta.url), "utf8");

/** The roles that the guide makes: one owns a schema and nothing else, another only reads and writes in it. */
async function makeRoles(server: PostgresServer): Promise<void> {
  const blocks = [...guide.matchAll(/```sql\n([^`]*)```/g)].map(([, block = ""]) => block);
  const roles = blocks.filter((block) => block.includes("create schema meetbot"));
  assert.equal(roles.length, 1);
  await server.run("create database shop");
  await server.runIn("shop", ...roles);
}

/** A shop is made, a customer asks, and gets an answer; then what nodes do by themselves. */
async function serveOne(connection: string): Promise<void> {
  const store = await openStore({ connection, keyRing });
  try {
    await store.bots.create(bot, { signingSecret: "whsec_signing", identitySecret: "identity" });
    const ref = await openConversation(store);
    const { mailbox } = store;
    await mailbox.commitTurn((await mailbox.take(ref))!, turnSaying("Hello"));
    const { lease } = await mailbox.enqueueAndTake(ref, textEvent("second"));
    const { outcome } = await mailbox.commitTurn(lease!, turnSaying("Here it is"));
    assert.equal(outcome, "settled");
    assert.equal(await store.hints.hears(), true);
    await store.overview.tally();
    await store.forgetExpired();
  } finally {
    await store.close();
  }
}

const older = await olderPrograms();
for (const { major, programs } of [
  { major: "the workspace's own", programs: undefined },
  ...older,
]) {
  test(`serves customers on PostgreSQL ${major}, for roles that own one schema or nothing`, async (t) => {
    const server = await startPostgres(t, programs ? { programs } : {});
    await makeRoles(server);
    // The owner migrates the tables; a node only needs to read and write.
    const owner = await openStore({ connection: server.url("meetbot", "shop"), keyRing });
    await owner.close();
    await serveOne(server.url("meetbot_node", "shop"));
    const outside = "select from pg_tables where schemaname = 'public'";
    assert.deepEqual(await server.runIn("shop", outside), []);
  });
}
test("other versions of PostgreSQL", { skip: older.length === 0 && leftOut }, () => {});

/** A CA, and a certificate that it signed for a name. */
function makeCertificates(t: TestContext, name: string) {
  const folder = mkdtempSync(join(tmpdir(), "meetbot-ca-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const openssl = (...words: string[]) =>
    execFileSync("openssl", words, { cwd: folder, stdio: "ignore" });
  const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"];
  openssl("req", "-x509", ...key, "-keyout", "ca.key", "-out", "ca.crt", "-subj", "/CN=Own CA");
  openssl("req", ...key, "-keyout", "server.key", "-out", "server.csr", "-subj", `/CN=${name}`);
  writeFileSync(join(folder, "names"), `subjectAltName=DNS:${name}`);
  const sign = ["x509", "-req", "-CA", "ca.crt", "-CAkey", "ca.key", "-extfile", "names"];
  openssl(...sign, "-in", "server.csr", "-out", "server.crt");
  const read = (file: string) => readFileSync(join(folder, file), "utf8");
  return { ca: join(folder, "ca.crt"), key: read("server.key"), certificate: read("server.crt") };
}

test("TLS with a CA of one's own is verified in full, and doctor says what is wrong with it", async (t) => {
  const server = await startPostgres(t);
  const { ca, key, certificate } = makeCertificates(t, "localhost");
  await server.end("SIGINT");
  const files = [
    `ssl_key_file=${server.write("own.key", key)}`,
    `ssl_cert_file=${server.write("own.crt", certificate)}`,
  ];
  await server.start(["ssl=on", ...files]);
  await server.run("create role meetbot login", "create database meetbot owner meetbot");
  const MEETBOT_MASTER_KEY = Buffer.alloc(32, 7).toString("base64");
  const said = async (host: string, query: string) => {
    const MEETBOT_DATABASE_URL = `postgres://meetbot@${host}:${server.port}/meetbot?${query}`;
    const config = readConfig({ MEETBOT_DATABASE_URL, MEETBOT_MASTER_KEY });
    const checks = await examine({ config, agentOf: null });
    return checks.map(({ name, status, found }) => `${name} ${status} ${found}`).join("\n");
  };
  const trusted = `sslmode=verify-full&sslrootcert=${ca}`;
  assert.match(await said("localhost", trusted), /^encryption ok/m);
  assert.match(await said("127.0.0.1", trusted), /^database fail .*not trusted.*127\.0\.0\.1/m);
  assert.match(await said("localhost", "sslmode=verify-full"), /^database fail .*not trusted/m);
  assert.match(await said("localhost", `${trusted}.gone`), /^database fail .*ca\.crt\.gone/m);
  assert.match(await said("localhost", ""), /^encryption warn/m);
  await serveOne(`postgres://meetbot@localhost:${server.port}/meetbot?${trusted}`);
});
