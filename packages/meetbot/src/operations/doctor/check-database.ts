import type { DatabaseFacts } from "../../store/upgrade/inspect-database.ts";
import { type Check, fail, ok, warn } from "./check.ts";

/** The major versions that tests run on. */
const oldestMajor = 15;
const newestMajor = 18;

/** A function reads one part of the facts. */
type Look = (facts: DatabaseFacts, isOwn: boolean) => Check | null;

/** Evaluates a database's facts. `isOwn`: Meetbot started the database itself. */
export function checkDatabase(facts: DatabaseFacts, { isOwn }: { isOwn: boolean }): Check[] {
  return looks.map((look) => look(facts, isOwn)).filter((check) => check !== null);
}

const version: Look = ({ versionNumber, version, encoding }) => {
  const major = Math.floor(versionNumber / 10_000);
  const said = `PostgreSQL ${version}`;
  if (encoding !== "UTF8") {
    const todo = "Make a database for Meetbot with: create database meetbot encoding 'UTF8'";
    return fail("version", `${said}, encoding ${encoding}`, todo);
  }
  if (major < oldestMajor) {
    return fail("version", said, `Upgrade it: Meetbot needs PostgreSQL ${oldestMajor} or newer.`);
  }
  return major <= newestMajor
    ? ok("version", said)
    : warn("version", said, `Meetbot is tested up to PostgreSQL ${newestMajor}.`);
};

const encryption: Look = ({ isEncrypted, pooler }, isOwn) => {
  if (isOwn || pooler) return null;
  const todo =
    "Where it is on another machine, add ?sslmode=verify-full to MEETBOT_DATABASE_URL, and &sslrootcert=FILE where its certificate is of a CA of your own.";
  return isEncrypted
    ? ok("encryption", "the connection is encrypted")
    : warn("encryption", "the connection is not encrypted", todo);
};

const writable: Look = ({ isReadOnly }) =>
  isReadOnly
    ? fail(
        "writable",
        "the database can only be read: it is a standby, or default_transaction_read_only is on",
        "Lead MEETBOT_DATABASE_URL to the primary, or name all servers in it, separated by commas.",
      )
    : ok("writable", "the database takes writes");

const role: Look = ({ isSuperuser, mayCreateTables, schema }, isOwn) => {
  if (isOwn) return null;
  if (isSuperuser) {
    const todo = "Give Meetbot a role that owns its database and nothing else.";
    return warn("role", "the role is a superuser", todo);
  }
  if (mayCreateTables) return ok("role", "the role may do what Meetbot needs, and is no superuser");
  const found = "the role may not create tables in its schema";
  return schema.isNew || schema.pending.length > 0
    ? fail("role", found, "Let it own the schema: alter schema public owner to meetbot")
    : warn("role", found, "Updates need it: start a new version with a role that may, first.");
};

const pooler: Look = ({ pooler, hears }, isOwn) => {
  if (isOwn) return null;
  if (!pooler) return ok("pooler", "there is no pooler before the database");
  if (pooler.keepsNames) return ok("pooler", "a pooler that keeps prepared statements");
  // A connection that hears notifications has a session to itself.
  return hears
    ? ok("pooler", "a pooler that keeps sessions")
    : warn(
        "pooler",
        "a pooler that keeps no prepared statements: each statement is planned anew",
        "With PgBouncer 1.21 or later set max_prepared_statements to 200.",
      );
};

const hints: Look = ({ hears }) => {
  if (hears === null) return null;
  return hears
    ? ok("hints", "nodes hear each other through the database")
    : warn(
        "hints",
        "nodes do not hear each other through the pooler: what one stores, another finds up to 5 s later",
        "Set MEETBOT_DATABASE_LISTEN_URL to the PostgreSQL server itself.",
      );
};

const standby: Look = ({ commitWaitsFor, synchronousStandbys, followers }, isOwn) => {
  if (isOwn) return null;
  if (commitWaitsFor === "off") {
    return warn(
      "standby",
      "synchronous_commit is off: a crash of the server loses what was acknowledged in the moment before",
      "Set synchronous_commit to on for Meetbot's role.",
    );
  }
  if (followers === 0 && synchronousStandbys === "") {
    return ok(
      "standby",
      "no standby: if its disk is lost, what came after the latest backup is lost",
    );
  }
  if (synchronousStandbys === "" || commitWaitsFor === "local") {
    return warn(
      "standby",
      `${followers} standbys, none of them synchronous: if one is promoted after the primary is lost, acknowledged messages that it did not have yet are lost`,
      "Set synchronous_standby_names on the primary, or accept that.",
    );
  }
  return ok("standby", `commits wait for a standby (${synchronousStandbys}); ${followers} follow`);
};

const clock: Look = ({ clock: { aheadMs, isOff } }) => {
  const seconds = Math.abs(Math.round(aheadMs / 1_000));
  if (!isOff) return ok("clock", "the clocks of this machine and of the database agree");
  return warn(
    "clock",
    `this machine's clock is ${seconds} s ${aheadMs > 0 ? "ahead of" : "behind"} the database's`,
    "Have both kept by a time server. Meetbot goes by the database's time.",
  );
};

const tables: Look = ({ schema: { isNew, pending, unknown } }) => {
  if (unknown.length > 0) {
    return fail(
      "tables",
      `the database belongs to a newer Meetbot: it has the step ${unknown.join(", ")}`,
      "Start that version, or restore the backup from before the update. A downgrade is not possible.",
    );
  }
  if (isNew) return ok("tables", "the database has no tables yet: the first start makes them");
  if (pending.length === 0) return ok("tables", "the tables are this version's");
  return warn(
    "tables",
    `the start of this version takes ${pending.length} steps: ${pending.join(", ")}`,
    "Make a backup first: there is no way back but that.",
  );
};

const masterKey: Look = ({ keyFault, schema: { isNew, pending, unknown } }) => {
  if (keyFault) return fail("master_key", "a master key is missing", keyFault.message);
  if (isNew || pending.length > 0 || unknown.length > 0) return null;
  return ok("master_key", "the master keys open what is stored");
};

const looks: readonly Look[] = [
  version,
  encryption,
  writable,
  role,
  pooler,
  hints,
  standby,
  clock,
  tables,
  masterKey,
];
