import type { DatabaseSync } from "node:sqlite";

/** The shop as its parts know it: where its data is, and where its pages are. */
export interface Shop {
  database: DatabaseSync;
  /** Without a slash at the end. */
  url: string;
}
