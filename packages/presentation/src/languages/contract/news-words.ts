import type { OrderNewsStatus, ParcelStatus } from "../../parcels/parcel-status.ts";

/** A sentence for each status; `other`: for one that this version does not know. */
type Sentences<Status extends string> = Record<Status | "other", string>;

/** What customers are told of an order or a parcel, wherever it is told: one that is missing is a type error. */
export interface NewsWords {
  order: Sentences<OrderNewsStatus>;
  package: Sentences<ParcelStatus>;
}
