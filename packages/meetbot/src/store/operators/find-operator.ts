import type { Member, Operator, Role } from "@meetbot/model/operator.ts";
import type { Kysely } from "kysely";
import { isStorable } from "../../platform/postgres/is-storable.ts";
import type { Tables } from "../../platform/postgres/tables.ts";

export const operatorColumns = ["id", "name", "email", "administrator"] as const;

export async function findOperator(
  db: Kysely<Tables>,
  column: "id" | "email",
  value: string,
): Promise<Operator | null> {
  if (!isStorable(value)) return null;
  const query = db.selectFrom("operators").select(operatorColumns).where(column, "=", value);
  return (await query.executeTakeFirst()) ?? null;
}

/** Returns the role granted to an operator on a bot; administrators need none. */
export async function givenRole(
  db: Kysely<Tables>,
  botId: string,
  operatorId: string,
): Promise<Role | null> {
  const member = await db
    .selectFrom("botMembers")
    .select("role")
    .where("botId", "=", botId)
    .where("operatorId", "=", operatorId)
    .executeTakeFirst();
  return member?.role ?? null;
}

/** Returns an operator whose role on a bot can be changed; an administrator's cannot. */
export async function findMember(
  db: Kysely<Tables>,
  botId: string,
  operatorId: string,
): Promise<Member | "nobody" | "owns_every_bot"> {
  const operator = await findOperator(db, "id", operatorId);
  if (operator?.administrator) return "owns_every_bot";
  const role = operator && (await givenRole(db, botId, operatorId));
  return operator && role ? { ...operator, role } : "nobody";
}
