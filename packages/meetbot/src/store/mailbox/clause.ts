import type { KeyObject } from "node:crypto";
import type { LookupKey } from "../../secrets/lookup-key.ts";
import type { TrackingKeys } from "../tracking/track-rows.ts";
import type { Lease } from "./lease.ts";
import type { Turn } from "./turn.ts";

/**
 * Keys with which people's texts can be found or compared, but not read; the key ring seals data that outlives a
 * conversation.
 */
export interface LookupKeys extends TrackingKeys {
  account: LookupKey;
  likeness: LookupKey;
}

/**
 * How a turn's replies reach the customer. `fetched`: the customer's client reads them; stored replies count as sent.
 * `queued`: they go through the outbox. `taken`: they go through the outbox, and the node that settles the turn sends
 * the first reply, unless something has to be sent before it.
 */
export type TurnDelivery = "fetched" | "queued" | "taken";

/** A turn to settle, under its conversation's key. */
export interface TurnToCommit {
  key: KeyObject;
  lookupKeys: LookupKeys;
  lease: Lease;
  turn: Turn;
  delivery: TurnDelivery;
}

/**
 * A part of the statement that commits turns. It has a row for each thing it stores; its `text` reads these rows as
 * `given`, each joined with its `settled` turn.
 */
export interface Clause {
  name: string;
  /** Types of the columns in PostgreSQL, by name. */
  columns: Record<string, string>;
  rows(turn: TurnToCommit, lookupKeys: LookupKeys): unknown[][];
  text: string;
  /** Columns that the clause returns for a turn. */
  returns?: string;
}
