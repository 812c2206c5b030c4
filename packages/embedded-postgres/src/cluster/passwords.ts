import { randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** PostgreSQL's superuser, and Meetbot's own role, which owns the database of the same name. */
export type DatabaseRole = "postgres" | "meetbot";

/** Returns the file in which a cluster stores a role's password, as plain text that psql accepts. */
export function passwordFile(home: string, role: DatabaseRole): string {
  return join(home, `${role}.password`);
}

/** Generates a random password and writes it to a file that only its owner can read. */
export async function createPassword(home: string, role: DatabaseRole): Promise<string> {
  const password = randomBytes(32).toString("base64url");
  await writeFile(passwordFile(home, role), password, { mode: 0o600, flag: "wx" });
  return password;
}

export async function readPassword(home: string, role: DatabaseRole): Promise<string> {
  return (await readFile(passwordFile(home, role), "utf8")).trim();
}
