import type { OperatorPasskey } from "@meetbot/model/operator.ts";
import type { Kysely } from "kysely";
import type { Tables } from "../../platform/postgres/tables.ts";
import { findPassword } from "./passwords.ts";

/** The passkeys of an operator, oldest first. */
export async function listPasskeys(
  db: Kysely<Tables>,
  operatorId: string,
): Promise<OperatorPasskey[]> {
  const rows = await db
    .selectFrom("operatorPasskeys")
    .select(["id", "name", "deviceType", "createdAt"])
    .where("userId", "=", operatorId)
    .orderBy("createdAt")
    .execute();
  return rows.map(({ id, name, deviceType, createdAt }) => ({
    id,
    name: name ?? "",
    isSynced: deviceType === "multiDevice",
    createdAt,
  }));
}

/** False: the operator has no such passkey. */
export async function renamePasskey(
  db: Kysely<Tables>,
  operatorId: string,
  { id, name }: Pick<OperatorPasskey, "id" | "name">,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("operatorPasskeys")
    .set({ name })
    .where("userId", "=", operatorId)
    .where("id", "=", id)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export type PasskeyRemoval =
  | { outcome: "removed"; name: string }
  | { outcome: "unknown" }
  | { outcome: "last" };

/** Removes a passkey, unless the operator could not sign in without it (`last`). */
export async function removePasskey(
  db: Kysely<Tables>,
  operatorId: string,
  passkeyId: string,
): Promise<PasskeyRemoval> {
  return db.transaction().execute(async (transaction) => {
    // Locks the operator, so that if two passkeys are removed at once, the second request sees that its passkey is the
    // last.
    await transaction
      .selectFrom("operators")
      .select("id")
      .where("id", "=", operatorId)
      .forUpdate()
      .execute();
    const all = await listPasskeys(transaction, operatorId);
    const passkey = all.find(({ id }) => id === passkeyId);
    if (!passkey) return { outcome: "unknown" };
    if (all.length === 1 && !(await findPassword(transaction, operatorId))) {
      return { outcome: "last" };
    }
    await transaction.deleteFrom("operatorPasskeys").where("id", "=", passkeyId).execute();
    return { outcome: "removed", name: passkey.name };
  });
}
