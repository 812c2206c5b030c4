import { randomBytes } from "node:crypto";
import type { OneTimeLink, Role } from "@meetbot/model/operator.ts";
import { type Kysely, sql } from "kysely";
import type { Tables } from "../../platform/postgres/tables.ts";
import { hashToken } from "../../secrets/token.ts";

/** A link to create. */
export interface NewLink {
  /** The token that opens the link; only its hash is stored. */
  token: string;
  livesForS: number;
  createdBy: string;
  /** The operator who creates the link; absent: no operator does. */
  creatorId?: string | null;
  /** The operator who may sign in with the link; absent if it invites a new one. */
  operatorId?: string;
  /** The invited person's email; absent: the person who opens the link enters it. */
  email?: string;
  administrator?: boolean;
  /** The role that the link grants. */
  grant?: { botId: string; role: Role };
}

/** Ours have 43 characters; longer than this is not worth hashing. */
const maxTokenLength = 256;

export const linkColumns = [
  "linkId",
  "operatorId",
  "email",
  "administrator",
  "botId",
  "role",
  "createdBy",
  "createdAt",
  "expiresAt",
] as const;

export async function createLink(db: Kysely<Tables>, link: NewLink): Promise<OneTimeLink> {
  await db.deleteFrom("oneTimeLinks").where("expiresAt", "<=", sql<Date>`now()`).execute();
  const row = await db
    .insertInto("oneTimeLinks")
    .values({
      linkId: `link_${randomBytes(6).toString("hex")}`,
      tokenHash: hashToken(link.token),
      operatorId: link.operatorId ?? null,
      email: link.email?.toLowerCase() ?? null,
      administrator: link.administrator ?? false,
      botId: link.grant?.botId ?? null,
      role: link.grant?.role ?? null,
      createdBy: link.createdBy,
      creatorId: link.creatorId ?? null,
      expiresAt: sql<Date>`now() + ${link.livesForS} * interval '1 second'`,
    })
    .returning(linkColumns)
    .executeTakeFirstOrThrow();
  return toLink(row);
}

export async function findLink(db: Kysely<Tables>, token: string): Promise<OneTimeLink | null> {
  if (token.length > maxTokenLength) return null;
  const row = await db
    .selectFrom("oneTimeLinks")
    .select(linkColumns)
    .where("tokenHash", "=", hashToken(token))
    .where("expiresAt", ">", sql<Date>`now()`)
    .executeTakeFirst();
  return row ? toLink(row) : null;
}

/** The names shown to the holder of a link: who created it, and which bot it is about. */
export interface LinkNames {
  /** `null` if no operator created the link, or that operator no longer exists. */
  inviter: string | null;
  bot: string | null;
}

export async function namesOfLink(db: Kysely<Tables>, linkId: string): Promise<LinkNames> {
  const row = await db
    .selectFrom("oneTimeLinks as l")
    .leftJoin("operators as o", "o.id", "l.creatorId")
    .leftJoin("bots as b", "b.botId", "l.botId")
    .select(["o.name as inviter", "b.name as bot"])
    .where("l.linkId", "=", linkId)
    .executeTakeFirst();
  return row ?? { inviter: null, bot: null };
}

/**
 * Checks whether a link was created on the server itself: in its terminal, at its first start, or with
 * MEETBOT_ADMIN_TOKEN.
 */
export async function isOfServer(db: Kysely<Tables>, linkId: string): Promise<boolean> {
  const made = await db
    .selectFrom("oneTimeLinks")
    .select("linkId")
    .where("linkId", "=", linkId)
    .where("creatorId", "is", null)
    .executeTakeFirst();
  return made !== undefined;
}

/**
 * Claims a link. If several people open it at once, only one gets it; anyone who found it before it was reserved for an
 * operator gets none.
 */
export async function claimLink(
  db: Kysely<Tables>,
  token: string,
  operatorId: string | null,
): Promise<OneTimeLink | null> {
  if (token.length > maxTokenLength) return null;
  const row = await db
    .deleteFrom("oneTimeLinks")
    .where("tokenHash", "=", hashToken(token))
    .where("operatorId", operatorId === null ? "is" : "=", operatorId)
    .where("expiresAt", ">", sql<Date>`now()`)
    .returning(linkColumns)
    .executeTakeFirst();
  return row ? toLink(row) : null;
}

/**
 * Reserves a claimed link for the operator it created, until they have a second factor: it grants nothing more and
 * signs in nobody else. The email sets it apart from a sign-in link, which has none; nor does it count as made on the
 * server, no matter who made it first.
 */
export async function reserveForSetUp(
  db: Kysely<Tables>,
  token: string,
  link: OneTimeLink,
  operator: { id: string; email: string },
): Promise<void> {
  const { id: linkId, kind: _, ...made } = link;
  await db
    .insertInto("oneTimeLinks")
    .values({
      ...{ ...made, linkId, tokenHash: hashToken(token), creatorId: operator.id },
      ...{ operatorId: operator.id, email: operator.email },
      ...{ administrator: false, botId: null, role: null },
    })
    .execute();
}

/** They have a second factor: no link of before signs them in. */
export async function endSetUp(db: Kysely<Tables>, operatorId: string): Promise<void> {
  await db
    .deleteFrom("oneTimeLinks")
    .where("operatorId", "=", operatorId)
    .where("email", "is not", null)
    .execute();
}

type LinkRow = Omit<OneTimeLink, "id" | "kind"> & { linkId: string };

export function toLink({ linkId, ...row }: LinkRow): OneTimeLink {
  const kind = row.operatorId ? "sign_in" : row.email ? "invitation" : "first";
  return { id: linkId, kind, ...row };
}
