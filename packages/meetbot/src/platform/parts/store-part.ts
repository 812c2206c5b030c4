import type { Kysely } from "kysely";
import type { Pool } from "pg";
import type { KeyRing } from "../../secrets/key-ring.ts";
import type { Tables } from "../postgres/tables.ts";
import type { ConversationKeys } from "../sealing/conversation-keys.ts";
import type { SealedTable } from "./sealed-table.ts";

/** The dependencies of a part of the store. */
export interface PartDeps {
  pool: Pool;
  db: Kysely<Tables>;
  keyRing: KeyRing;
  keys: ConversationKeys;
  /** The author of changes, where nobody else is named. */
  actor: string;
}

/** A feature's part of the database. */
export interface StorePart<Part> {
  open(deps: PartDeps): Part;
  /** Its tables with values sealed under a master key. */
  sealedTables: readonly SealedTable[];
  /** The part's tables whose rows are deleted a week after their `at`. */
  pastTables?: readonly string[];
}
