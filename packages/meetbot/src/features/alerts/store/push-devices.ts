import { createHash, randomBytes } from "node:crypto";
import type { PushDevice } from "@meetbot/model/alert/push-device.ts";
import type { PushSubscriptionKeys } from "@meetbot/model/push/push-keys.ts";
import { type Kysely, sql, type Transaction } from "kysely";
import type { Tables } from "../../../platform/postgres/tables.ts";
import { sealContext } from "../../../platform/sealing/seal-context.ts";
import { type KeyRing, openUnderMaster, sealUnderMaster } from "../../../secrets/key-ring.ts";

/** Nobody reads on more devices; an operator who has this many removes one first. */
export const maxDevices = 10;

/** The settings of a new device, or new settings of an existing one. */
export interface DeviceWishes extends Pick<PushDevice, "scope" | "locale" | "sessionId" | "shown"> {
  operatorId: string;
  subscription: PushSubscriptionKeys;
}

/** Returns the seal context for a device's subscription. */
export function deviceContext(deviceId: string): string {
  return sealContext(deviceId, "push subscription");
}

/** Creates the store of browsers that get operators' web pushes. An operator finds only their own. */
export function createPushDevices(db: Kysely<Tables>, keyRing: KeyRing) {
  return {
    async list(operatorId: string): Promise<PushDevice[]> {
      const rows = await db
        .selectFrom("webPushDevices as device")
        .innerJoin("operatorSessions as session", "session.id", "device.sessionId")
        .select(["deviceId as id", "sessionId", "shown", "session.userAgent", "scope", "locale"])
        .select(["device.createdAt", "lastSentAt"])
        .where("operatorId", "=", operatorId)
        .orderBy("device.createdAt")
        .execute();
      return rows.map((row) => ({ ...row, userAgent: row.userAgent ?? "" }));
    },
    /** Returns a device's push subscription, or `null` if the operator has no such device. */
    async subscriptionOf(operatorId: string, id: string): Promise<PushSubscriptionKeys | null> {
      const row = await db
        .selectFrom("webPushDevices")
        .select(["keyId", "sealed"])
        .where("operatorId", "=", operatorId)
        .where("deviceId", "=", id)
        .executeTakeFirst();
      if (!row) return null;
      return JSON.parse(openUnderMaster(keyRing, row, deviceContext(id)).toString());
    },
    /** Stores a browser, identified by its push endpoint; a browser stored for another operator changes hands. */
    keep: (wishes: DeviceWishes): Promise<{ id: string; isNew: boolean } | "too_many"> =>
      db.transaction().execute((transaction) => keep(transaction, keyRing, wishes)),
    /** False: the operator has no such device. */
    async remove(operatorId: string, id: string): Promise<boolean> {
      const { numDeletedRows } = await db
        .deleteFrom("webPushDevices")
        .where("operatorId", "=", operatorId)
        .where("deviceId", "=", id)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },
  };
}

export type PushDevices = ReturnType<typeof createPushDevices>;

async function keep(
  db: Transaction<Tables>,
  keyRing: KeyRing,
  { operatorId, subscription, ...wishes }: DeviceWishes,
): Promise<{ id: string; isNew: boolean } | "too_many"> {
  const endpointHash = createHash("sha256").update(subscription.endpoint).digest();
  const seal = (id: string) =>
    sealUnderMaster(keyRing, JSON.stringify(subscription), deviceContext(id));
  // One after the other, so that no two are the last that may be.
  await sql`select from operators where id = ${operatorId} for no key update`.execute(db);
  await db
    .deleteFrom("webPushDevices")
    .where("endpointHash", "=", endpointHash)
    .where("operatorId", "!=", operatorId)
    .execute();
  const own = await db
    .selectFrom("webPushDevices")
    .select(["deviceId", "endpointHash"])
    .where("operatorId", "=", operatorId)
    .execute();
  const known = own.find((one) => one.endpointHash.equals(endpointHash));
  if (known) {
    const { deviceId } = known;
    await db
      .updateTable("webPushDevices")
      .set({ ...wishes, ...seal(deviceId) })
      .where("deviceId", "=", deviceId)
      .execute();
    return { id: deviceId, isNew: false };
  }
  // If a browser subscribes again in the same session, it gets web pushes at the new subscription only.
  const { numDeletedRows } = await db
    .deleteFrom("webPushDevices")
    .where("sessionId", "=", wishes.sessionId)
    .executeTakeFirst();
  if (own.length - Number(numDeletedRows) >= maxDevices) return "too_many";
  const deviceId = randomBytes(6).toString("hex");
  const row = { deviceId, operatorId, endpointHash, ...wishes, ...seal(deviceId) };
  await db.insertInto("webPushDevices").values(row).execute();
  return { id: deviceId, isNew: numDeletedRows === 0n };
}
