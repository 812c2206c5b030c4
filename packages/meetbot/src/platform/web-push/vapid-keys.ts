import { generateKeyPairSync } from "node:crypto";
import type { VapidKeys } from "@meetbot/model/push/push-keys.ts";
import type { Kysely } from "kysely";
import { type KeyRing, openUnderMaster, sealUnderMaster } from "../../secrets/key-ring.ts";
import type { Tables } from "../postgres/tables.ts";

/** The seal context of the VAPID keys. */
export const vapidContext = "web push";

/**
 * Returns the keys that all browsers of this installation subscribe with: a browser takes pushes signed by no others.
 * The first caller creates them; of several at once one does, and all read those.
 */
export async function findOrCreateVapidKeys(db: Kysely<Tables>, ring: KeyRing): Promise<VapidKeys> {
  const stored = await db.selectFrom("webPushKeys").select(["keyId", "sealed"]).executeTakeFirst();
  if (stored) return JSON.parse(openUnderMaster(ring, stored, vapidContext).toString());
  await db
    .insertInto("webPushKeys")
    .values(sealUnderMaster(ring, JSON.stringify(newVapidKeys()), vapidContext))
    .onConflict((known) => known.doNothing())
    .execute();
  return findOrCreateVapidKeys(db, ring);
}

/** A new pair on P-256. */
export function newVapidKeys(): VapidKeys {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const jwk = privateKey.export({ format: "jwk" }) as VapidKeys["jwk"];
  const point = [Buffer.of(4), Buffer.from(jwk.x, "base64url"), Buffer.from(jwk.y, "base64url")];
  return { publicKey: Buffer.concat(point).toString("base64url"), jwk };
}
