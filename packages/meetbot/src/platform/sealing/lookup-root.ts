import { randomBytes } from "node:crypto";
import type { Kysely } from "kysely";
import { type KeyRing, openUnderMaster, sealUnderMaster } from "../../secrets/key-ring.ts";
import { derivedLookupRoot, lookupRootBytes } from "../../secrets/lookup-key.ts";
import type { Tables } from "../postgres/tables.ts";

/** The seal context of the root. */
export const lookupRootContext = "lookup root";

/**
 * Returns the root of all lookups. The first start creates it; if several nodes start at once, one creates it and all
 * read that one. If bots already exist, their lookups were derived from the master key, and stay valid.
 */
export async function findOrCreateLookupRoot(db: Kysely<Tables>, ring: KeyRing): Promise<Buffer> {
  const stored = await find(db);
  if (stored) return openUnderMaster(ring, stored, lookupRootContext);
  const root = await newRoot(db, ring);
  await db
    .insertInto("lookupRoot")
    .values(sealUnderMaster(ring, root, lookupRootContext))
    .onConflict((known) => known.doNothing())
    .execute();
  return findOrCreateLookupRoot(db, ring);
}

function find(db: Kysely<Tables>) {
  return db.selectFrom("lookupRoot").select(["keyId", "sealed"]).executeTakeFirst();
}

async function newRoot(db: Kysely<Tables>, ring: KeyRing): Promise<Buffer> {
  const first = await db
    .selectFrom("botSecrets")
    .select("keyId")
    .orderBy("createdAt")
    .limit(1)
    .executeTakeFirst();
  const inUse = first && ring.find(({ id }) => id === first.keyId);
  return inUse ? derivedLookupRoot(inUse) : randomBytes(lookupRootBytes);
}
