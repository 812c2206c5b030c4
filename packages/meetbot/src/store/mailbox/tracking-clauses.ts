import { trackColumns, trackRows, trackText } from "../tracking/track-rows.ts";
import type { Clause } from "./clause.ts";

/** The clauses that store the parcels that a shop returned in a turn. */
export const trackingClauses: Clause[] = [
  {
    name: "tracked",
    columns: trackColumns,
    rows: ({ lease, turn: { tracked } }, keys) => trackRows(lease.botId, tracked ?? [], keys),
    text: trackText,
  },
];
