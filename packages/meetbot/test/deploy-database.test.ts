import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { type TestContext, test } from "node:test";
import { Client } from "pg";
import { openStore } from "../src/store/open-store.ts";
import { bot, keyRing } from "../src/store/store.fixture.ts";
import { type PostgresServer, startPostgres } from "./fixtures/postgres-server.ts";

// The role that Meetbot has in Compose, as the files beside compose.yaml make it.

const secretFile = "/run/secrets/postgres_password";

/** The statements of a file, as psql would send them, with the password where this server may read it. */
function statementsOf(name: string, server: PostgresServer): string[] {
  const text = readFileSync(new URL(`../../../deploy/compose/${name}`, import.meta.url), "utf8");
  const secret = server.write("password", "it's secret\n");
  return text.replace(secretFile, secret).split(/;\n\n/);
}

/** That Meetbot's role owns the database with all that is in it, and nothing else; nobody signs in as the superuser. */
async function assertOwnRole(server: PostgresServer): Promise<void> {
  const client = new Client({ connectionString: server.url("postgres", "meetbot") });
  await client.connect();
  const {
    rows: [roles],
  } = await client.query(
    `select
      array(select rolname::text from pg_authid where rolcanlogin order by 1) as names,
      array(select rolname::text from pg_authid where rolsuper) as superusers,
      array(select rolname::text from pg_authid where rolpassword like 'SCRAM%') as "withPassword",
      array(select rolname::text from pg_authid
        where rolname = 'meetbot' and (rolcreatedb or rolcreaterole or rolbypassrls or rolreplication)) as "mayMore",
      array(select datname::text from pg_database
        where datdba = 'meetbot'::regrole) as databases,
      array(select relname::text from pg_class
        where relnamespace = 'public'::regnamespace and relowner <> 'meetbot'::regrole
        union select proname::text from pg_proc
        where pronamespace = 'public'::regnamespace and proowner <> 'meetbot'::regrole) as foreign`,
  );
  await client.end();
  assert.deepEqual(roles, {
    names: ["meetbot", "postgres"],
    superusers: ["postgres"],
    withPassword: ["meetbot"],
    mayMore: [],
    databases: ["meetbot"],
    foreign: [],
  });
}

const openAsMeetbot = async (t: TestContext, server: PostgresServer) => {
  const store = await openStore({ connection: server.url("meetbot", "meetbot"), keyRing });
  t.after(() => store.close());
  return store;
};

test("a new installation's Meetbot makes its tables as a role that owns its database alone", async (t) => {
  const server = await startPostgres(t);
  await server.run(...statementsOf("database.sql", server));
  await openAsMeetbot(t, server);
  await assertOwnRole(server);
});

test("an installation whose Meetbot is a superuser goes on with the same data as such a role", async (t) => {
  const server = await startPostgres(t, { superuser: "meetbot" });
  await server.run("create database meetbot");
  const before = await openStore({ connection: server.url("meetbot", "meetbot"), keyRing });
  await before.bots.create(bot, { signingSecret: "whsec_signing", identitySecret: "identity" });
  await before.close();
  const statements = statementsOf("end-superuser.sql", server);
  await server.runIn("meetbot", "begin", ...statements, "commit");
  const store = await openAsMeetbot(t, server);
  assert.equal((await store.bots.list()).length, 1);
  await store.bots.change(bot.id, { name: "Renamed" });
  await assertOwnRole(server);
});
