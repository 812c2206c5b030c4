import { trackColumns, trackRows, trackText } from "../tracking/track-rows.ts";
import type { Clause } from "./clause.ts";

/** What turns remember of the parcels that a shop told them of. */
export const trackingClauses: Clause[] = [
  {
    name: "tracked",
    columns: trackColumns,
    rows: ({ lease, turn: { tracked } }, keys) => trackRows(lease.botId, tracked ?? [], keys),
    text: trackText,
  },
];
