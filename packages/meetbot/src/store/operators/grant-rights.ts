import type { Author, Operator, Role } from "@meetbot/model/operator.ts";
import type { Kysely, Transaction } from "kysely";
import type { Tables } from "../../platform/postgres/tables.ts";
import { givenRole } from "./find-operator.ts";
import { record, recordRole } from "./record-people.ts";

/** A role on a bot, or the whole server. */
export interface Rights {
  administrator: boolean;
  grant: { botId: string; role: Role } | null;
}

/** Grants an operator the rights of an invitation. */
export async function grantRights(
  db: Transaction<Tables>,
  author: Pick<Author, "actor">,
  operator: Operator,
  { administrator, grant }: Rights,
): Promise<void> {
  const { id, email } = operator;
  if (administrator) await setAdministrator(db, author, operator, true);
  if (!grant) return;
  const from = await givenRole(db, grant.botId, id);
  await setRole(db, grant.botId, id, grant.role);
  await recordRole(db, author, grant.botId, { for: email, from, to: grant.role });
}

export async function setAdministrator(
  db: Transaction<Tables>,
  { actor }: Pick<Author, "actor">,
  { id, email }: Operator,
  administrator: boolean,
): Promise<void> {
  await db.updateTable("operators").set({ administrator }).where("id", "=", id).execute();
  const [from, to] = administrator ? ["operator", "administrator"] : ["administrator", "operator"];
  await record(db, actor, "role_changed", { for: email, from, to });
}

export async function setRole(
  db: Kysely<Tables>,
  botId: string,
  operatorId: string,
  role: Role,
): Promise<void> {
  await db
    .insertInto("botMembers")
    .values({ botId, operatorId, role })
    .onConflict((known) => known.columns(["botId", "operatorId"]).doUpdateSet({ role }))
    .execute();
}

/** Removes an operator's roles, on one bot or on all. */
export async function takeRoles(
  db: Kysely<Tables>,
  operatorId: string,
  botId?: string,
): Promise<void> {
  let query = db.deleteFrom("botMembers").where("operatorId", "=", operatorId);
  if (botId !== undefined) query = query.where("botId", "=", botId);
  await query.execute();
}
