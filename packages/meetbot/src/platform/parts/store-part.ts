import type { Kysely } from "kysely";
import type { KeyRing } from "../../secrets/key-ring.ts";
import type { Tables } from "../postgres/tables.ts";
import type { SealedTable } from "./sealed-table.ts";

/** What a part of the store is opened on. */
export interface PartDeps {
  db: Kysely<Tables>;
  keyRing: KeyRing;
  /** Who changes something by it, where nobody else is named. */
  actor: string;
}

/** What a feature keeps in the database. */
export interface StorePart<Part> {
  open(deps: PartDeps): Part;
  /** Its tables with values sealed under a master key. */
  sealedTables: readonly SealedTable[];
}
