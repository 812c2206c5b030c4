import type { CheckNote, ConnectorProblem } from "./connector-words.ts";

/** A configuration as an owner enters it: the value of each field. */
export type GivenConfig = Readonly<Record<string, string>>;

/** What the console shows of a field: a secret only by its fingerprint. */
export type ShownField = { kind: "value"; value: string } | { kind: "secret"; fingerprint: string };

/**
 * A problem with a connection, with its detail in the platform's words. Contains no credentials and no customer data.
 */
export interface Trouble {
  problem: ConnectorProblem;
  detail: string;
}

/** A bot's connection as it is shown, without credentials. */
export interface Connection {
  /** The connector's name: `vendure`. */
  name: string;
  shown: Readonly<Record<string, ShownField>>;
  /** The shop's own name, as returned by the last successful check. */
  shop: string;
  connectedAt: Date;
  /** Of the last check that succeeded. */
  notes: readonly CheckNote[];
  /** Of a check, or of a query that the platform did not answer; `null`: it answers. */
  trouble: Trouble | null;
  /**
   * When the trouble was recorded: by an operator's check, or because it changed. An unchanged state is not recorded
   * again.
   */
  notedAt: Date;
}

/** What a query to the shop needs. Kept out of logs, records and answers. */
export interface OpenConnection {
  name: string;
  /** Changes whenever the configuration is entered again. */
  version: string;
  config: GivenConfig;
}
