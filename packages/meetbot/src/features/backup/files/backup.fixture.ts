import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { Client } from "pg";
import pino from "pino";
import { createTestDatabase } from "../../../../test/database.ts";
import { readConfig } from "../../../config.ts";
import type { KeyRing } from "../../../secrets/key-ring.ts";
import { keyRing as ownKeys } from "../../../store/store.fixture.ts";
import { makeBackup } from "./make-backup.ts";
import { openBackup } from "./open-backup.ts";
import { reachDatabase } from "./reach-database.ts";
import { type RestoreWish, restoreBackup } from "./restore-backup.ts";

export const log = pino({ level: "silent" });
export const textOf = ([{ bytes }]: KeyRing) => bytes.toString("base64");

/** The environment of an operator whose PostgreSQL this is. */
export const configOf = (url: string, keyRing: KeyRing = ownKeys) =>
  readConfig({ MEETBOT_DATABASE_URL: url, MEETBOT_MASTER_KEY: textOf(keyRing) });

/** A folder for backups that goes with the test. */
export function makeFolder(t: Pick<TestContext, "after">): string {
  const folder = mkdtempSync(join(tmpdir(), "meetbot-backups-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export async function backUp(
  url: string,
  path: string,
  { passphrase = null as string | null, replaced = false, keyRing = ownKeys } = {},
) {
  const reached = await reachDatabase(configOf(url), log);
  const wish = { path, replaced, keyRing, passphrase };
  return makeBackup(reached, wish).finally(() => reached.close());
}

/** Restores into a database, by default a new one that goes with the test; returns where it is. */
export async function restoreInto(
  t: Pick<TestContext, "after">,
  path: string,
  wish: Partial<RestoreWish> & { url?: string } = {},
) {
  const url = wish.url ?? (await newDatabase(t));
  const keyRing = wish.keyRing ?? ownKeys;
  const opened = await openBackup(path, { keyRing, passphrase: noPassphrase });
  const { isMoved = false } = wish;
  const restored = await restoreBackup(opened, configOf(url), log, { keyRing, isMoved }).finally(
    () => opened.close(),
  );
  return { url, restored };
}

export async function newDatabase(t: Pick<TestContext, "after">): Promise<string> {
  const database = await createTestDatabase();
  t.after(() => database.drop());
  return database.url;
}

export async function runOn(connectionString: string, text: string) {
  const client = new Client({ connectionString });
  await client.connect();
  const { rows } = await client.query(text).finally(() => client.end());
  return rows;
}

export const noPassphrase = () => Promise.reject(new Error("nobody is asked for a passphrase"));
