import type { TrackedParcel } from "@meetbot/model/shop/tracked-parcel.ts";
import { trackingLimits } from "@meetbot/model/shop/tracked-parcel.ts";
import type { Pool } from "pg";
import { byteaArray } from "../../platform/postgres/bytea-array.ts";
import { inTime } from "../../platform/postgres/statement-time.ts";
import { openUnderMaster } from "../../secrets/key-ring.ts";
import {
  type TrackingKeys,
  trackedContext,
  trackingLookup,
  trackRows,
  trackText,
} from "./track-rows.ts";

const findStatement = {
  name: "tracked-order",
  ...inTime,
  text: `
    select key_id as "keyId", sealed from tracked_orders
    where bot_id = $1 and tracking = $2
      and seen_at > now() - interval '${trackingLimits.keptDays} days'`,
};

const noteStatement = {
  name: "track-pushed",
  ...inTime,
  text: `
    with given as (
      select $1::text as bot_id, tracking, null::text as conversation_id, order_lookup, key_id, sealed
      from unnest($2::text[], $3::bytea[], $4::text[], $5::bytea[])
        as one (tracking, order_lookup, key_id, sealed)
    ) ${trackText}`,
};

/** Of which orders parcels are, by their carriers' numbers. */
export function createTrackedOrders(pool: Pool, keysOf: (botId: string) => Promise<TrackingKeys>) {
  return {
    /** Returns the order of a bot's shop that a tracking number belongs to; `null` if it is unknown. */
    async orderOf(botId: string, trackingNumber: string): Promise<string | null> {
      const keys = await keysOf(botId);
      const tracking = trackingLookup(keys, trackingNumber);
      const { rows } = await pool.query<{ keyId: string; sealed: Buffer }>({
        ...findStatement,
        values: [botId, tracking],
      });
      const [row] = rows;
      return row
        ? openUnderMaster(keys.keyRing, row, trackedContext(botId, tracking)).toString()
        : null;
    },
    /** Stores parcels that a shop pushed; those in its answers are stored with the turn. */
    async recordPushed(botId: string, parcels: readonly TrackedParcel[]): Promise<void> {
      if (parcels.length === 0) return;
      const rows = trackRows(botId, parcels, await keysOf(botId));
      await pool.query({
        ...noteStatement,
        values: [
          botId,
          rows.map(([tracking]) => tracking),
          byteaArray(rows.map(([, orderLookup]) => orderLookup)),
          rows.map(([, , keyId]) => keyId),
          byteaArray(rows.map(([, , , sealed]) => sealed)),
        ],
      });
    },
  };
}

export type TrackedOrders = ReturnType<typeof createTrackedOrders>;
