import type { Pace } from "./ask-over-and-over.ts";

export type Channel = "web chat" | "Messenger";

/** Somebody who answers the one question, as it runs. */
export interface Contender {
  name: string;
  channel: Channel;
  /** The program in this folder that plays the contender's customers, and its options. */
  load: string;
  loadOptions: object;
  pids: number[];
  /** Its PostgreSQL server; null: it keeps nothing. */
  databasePid: number | null;
  merchantPid: number;
  end(): Promise<void>;
}

/** How a contender is started, once it is its turn. */
export interface Entry {
  name: string;
  channel: Channel;
  start(): Promise<Contender>;
}

export type LoadOptions = Pace & { conversations: number };
