import type { Kysely } from "kysely";
import { keyUnknown, type MasterKey } from "../secrets/master-key.ts";
import type { Tables } from "./tables.ts";

/** Refuses a master key that is not the one the database was sealed under, before it seals more. */
export async function checkMasterKey(db: Kysely<Tables>, masterKey: MasterKey): Promise<void> {
  const other = await db
    .selectFrom("botSecrets")
    .select("keyId")
    .where("keyId", "<>", masterKey.id)
    .executeTakeFirst();
  if (other) throw keyUnknown(other.keyId, masterKey);
}
