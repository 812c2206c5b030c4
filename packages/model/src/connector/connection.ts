import type { CheckNote, ConnectorProblem } from "./connector-words.ts";

/** A configuration as an owner gives it: what stands in which field. */
export type GivenConfig = Readonly<Record<string, string>>;

/** What the console shows of a field: a secret only by its fingerprint. */
export type ShownField = { kind: "value"; value: string } | { kind: "secret"; fingerprint: string };

/** What was in the way, and in the platform's words what of it. No credential, and nothing of a customer. */
export interface Trouble {
  problem: ConnectorProblem;
  detail: string;
}

/** A bot's connection as it is shown, without credentials. */
export interface Connection {
  /** The connector's name: `vendure`. */
  name: string;
  shown: Readonly<Record<string, ShownField>>;
  /** The shop's own name, as the last check that succeeded told it. */
  shop: string;
  connectedAt: Date;
  /** Of the last check that succeeded. */
  notes: readonly CheckNote[];
  /** Of a check, or of a query that the platform did not answer; `null`: it answers. */
  trouble: Trouble | null;
  /** When that was noted: by a check of an operator's, or because it changed. What goes on as before is not noted. */
  notedAt: Date;
}

/** What asking the shop takes. Kept out of logs, records and answers. */
export interface OpenConnection {
  name: string;
  /** Another one whenever the configuration is given anew. */
  version: string;
  config: GivenConfig;
}
