import type { TrackedParcel } from "@meetbot/model/shop/tracked-parcel.ts";
import { numberLookup } from "../../platform/sealing/number-lookup.ts";
import { sealContext } from "../../platform/sealing/seal-context.ts";
import { type KeyRing, sealUnderMaster } from "../../secrets/key-ring.ts";
import type { LookupKey } from "../../secrets/lookup-key.ts";

/** The keys that look up parcels and seal what is stored about them. */
export interface TrackingKeys {
  tracking: LookupKey;
  number: LookupKey;
  keyRing: KeyRing;
}

/** Returns the context that an order's number is sealed in. */
export function trackedContext(botId: string, tracking: string): string {
  return sealContext(botId, `tracked order ${tracking}`);
}

/** Returns the lookup under which the order of a carrier's number is stored. */
export function trackingLookup({ tracking }: Pick<TrackingKeys, "tracking">, number: string) {
  return numberLookup(tracking, number).toString("base64url");
}

/** Types of the columns of {@link trackRows}. */
export const trackColumns = {
  tracking: "text",
  order_lookup: "bytea",
  key_id: "text",
  sealed: "bytea",
};

/** Returns the stored form of parcels, by column. */
export function trackRows(
  botId: string,
  parcels: readonly TrackedParcel[],
  keys: TrackingKeys,
): [tracking: string, orderLookup: Buffer, keyId: string, sealed: Buffer][] {
  return parcels.map(({ trackingNumber, orderNumber }) => {
    const tracking = trackingLookup(keys, trackingNumber);
    const context = trackedContext(botId, tracking);
    const { keyId, sealed } = sealUnderMaster(keys.keyRing, orderNumber, context);
    return [tracking, numberLookup(keys.number, orderNumber), keyId, sealed];
  });
}

/**
 * Stores the parcels in `given`: the order that a shop named last counts. Takes rows in one order, so that no two
 * statements deadlock, and writes an unchanged row once a day.
 */
export const trackText = `
  insert into tracked_orders (bot_id, tracking, conversation_id, order_lookup, key_id, sealed)
  select distinct on (bot_id, tracking) bot_id, tracking, conversation_id, order_lookup, key_id, sealed
  from given order by bot_id, tracking
  on conflict (bot_id, tracking) do update
  set order_lookup = excluded.order_lookup, key_id = excluded.key_id, sealed = excluded.sealed,
    seen_at = now(),
    conversation_id = case when tracked_orders.order_lookup = excluded.order_lookup
      then coalesce(tracked_orders.conversation_id, excluded.conversation_id)
      else excluded.conversation_id end
  where tracked_orders.order_lookup <> excluded.order_lookup
    or tracked_orders.seen_at < now() - interval '1 day'`;
