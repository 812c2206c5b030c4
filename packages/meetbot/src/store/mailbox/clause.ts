import type { KeyObject } from "node:crypto";
import type { LookupKey } from "../../secrets/lookup-key.ts";
import type { TrackingKeys } from "../tracking/track-rows.ts";
import type { Lease } from "./lease.ts";
import type { Turn } from "./turn.ts";

/** By them, what people wrote is found or compared, and not read; what outlives a conversation is sealed by the ring. */
export interface LookupKeys extends TrackingKeys {
  account: LookupKey;
  likeness: LookupKey;
}

/**
 * How what a turn says reaches the customer. `fetched`: their side reads it; once it is stored it counts as
 * sent. `queued`: it goes through the outbox. `taken`: through the outbox, and whoever settles the turn sends
 * its first reply, where nothing has to be sent before that.
 */
export type TurnDelivery = "fetched" | "queued" | "taken";

/** A turn that is to be settled, under its conversation's key. */
export interface TurnToCommit {
  key: KeyObject;
  lookupKeys: LookupKeys;
  lease: Lease;
  turn: Turn;
  delivery: TurnDelivery;
}

/**
 * A part of the statement that settles turns. It has a row for each thing it stores, and in `text` reads
 * them as `given`, beside the `settled` turn that each belongs to.
 */
export interface Clause {
  name: string;
  /** Types of the columns in PostgreSQL, by name. */
  columns: Record<string, string>;
  rows(turn: TurnToCommit, lookupKeys: LookupKeys): unknown[][];
  text: string;
  /** Columns that it gives back for a turn. */
  returns?: string;
}
