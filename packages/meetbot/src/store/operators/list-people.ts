import type { ListedOperator, Member, OneTimeLink } from "@meetbot/model/operator.ts";
import { type Kysely, sql } from "kysely";
import { isStorable } from "../../platform/postgres/is-storable.ts";
import type { Tables } from "../../platform/postgres/tables.ts";
import { linkColumns, toLink } from "./one-time-links.ts";

/** Who has a role on a bot, administrators included: they own it. */
export async function membersOf(db: Kysely<Tables>, botId: string): Promise<Member[]> {
  if (!isStorable(botId)) return [];
  const rows = await db
    .selectFrom("operators as o")
    .leftJoin("botMembers as m", (join) =>
      join.onRef("m.operatorId", "=", "o.id").on("m.botId", "=", botId),
    )
    .select(["o.id", "o.name", "o.email", "o.administrator", "m.role"])
    .where(({ or, eb }) => or([eb("m.role", "is not", null), eb("o.administrator", "=", true)]))
    .orderBy("o.createdAt")
    .orderBy("o.id")
    .execute();
  return rows.map(({ role, ...operator }) => ({
    ...operator,
    role: operator.administrator ? "owner" : (role ?? "viewer"),
  }));
}

/** Returns invitations that nobody has opened yet, to one bot or to all. */
export async function pendingInvitations(
  db: Kysely<Tables>,
  botId?: string,
): Promise<OneTimeLink[]> {
  let query = db
    .selectFrom("oneTimeLinks")
    .select(linkColumns)
    .where("email", "is not", null)
    // An operator created by a link keeps using that link until they have a second factor.
    .where("operatorId", "is", null)
    .where("expiresAt", ">", sql<Date>`now()`);
  if (botId !== undefined) query = query.where("botId", "=", botId);
  return (await query.orderBy("createdAt", "desc").execute()).map(toLink);
}

/** Everybody who signs in. */
export async function listOperators(db: Kysely<Tables>): Promise<ListedOperator[]> {
  const roles = await db.selectFrom("botMembers").selectAll().orderBy("botId").execute();
  const rows = await db
    .selectFrom("operators as o")
    .select(["o.id", "o.name", "o.email", "o.administrator", "o.createdAt"])
    .select(
      sql<Date | null>`(
        select max(a.at) from operator_audit as a
        where a.action = 'signed_in' and a.actor = o.email)`.as("signedInAt"),
    )
    .orderBy("o.createdAt")
    .orderBy("o.id")
    .execute();
  return rows.map((operator) => ({
    ...operator,
    roles: roles
      .filter(({ operatorId }) => operatorId === operator.id)
      .map(({ botId, role }) => ({ botId, role })),
  }));
}
