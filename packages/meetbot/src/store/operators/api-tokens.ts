import { randomBytes } from "node:crypto";
import type { ApiToken } from "@meetbot/model/operator.ts";
import { type Kysely, sql } from "kysely";
import type { Tables } from "../../platform/postgres/tables.ts";
import { hashToken } from "../../secrets/token.ts";

/** Ours have 47 characters; longer than this is not worth hashing. */
const maxTokenLength = 256;

/** Forgotten tokens expire by themselves after this many days. */
export const maxTokenDays = 365;

/** One of a version before may have no end. */
const endsAt = sql<Date>`coalesce(expires_at, created_at + ${sql.lit(maxTokenDays)} * interval '1 day')`;

const columns = [
  "tokenId as id",
  "operatorId",
  "name",
  "scopes",
  "botId",
  "createdAt",
  endsAt.as("expiresAt"),
  "lastUsedAt",
] as const;

/** Returns the valid API token; records its use at most once a minute. */
export async function findApiToken(db: Kysely<Tables>, token: string): Promise<ApiToken | null> {
  if (token.length > maxTokenLength) return null;
  const found = await db
    .selectFrom("apiTokens")
    .select(columns)
    .where("tokenHash", "=", hashToken(token))
    .where(endsAt, ">", sql<Date>`now()`)
    .executeTakeFirst();
  if (!found) return null;
  await db
    .updateTable("apiTokens")
    .set({ lastUsedAt: sql<Date>`now()` })
    .where("tokenId", "=", found.id)
    .where(sql<boolean>`coalesce(last_used_at, '-infinity') < now() - interval '1 minute'`)
    .execute();
  return found;
}

/** A token to create. */
export interface NewApiToken extends Pick<ApiToken, "operatorId" | "name" | "scopes" | "botId"> {
  /** The token itself; its hash is stored. */
  token: string;
  livesForDays: number;
}

export function createApiToken(db: Kysely<Tables>, input: NewApiToken): Promise<ApiToken> {
  const { token, livesForDays, ...row } = input;
  return db
    .insertInto("apiTokens")
    .values({
      ...row,
      tokenId: `token_${randomBytes(6).toString("hex")}`,
      tokenHash: hashToken(token),
      expiresAt: sql<Date>`now() + ${livesForDays}::integer * interval '1 day'`,
    })
    .returning(columns)
    .executeTakeFirstOrThrow();
}

/** Returns all tokens of an operator, newest first, including expired ones. */
export function listApiTokens(db: Kysely<Tables>, operatorId: string): Promise<ApiToken[]> {
  return db
    .selectFrom("apiTokens")
    .select(columns)
    .where("operatorId", "=", operatorId)
    .orderBy("createdAt", "desc")
    .execute();
}

/** Ends a token; the one that ended, or `null`: the operator has no such token. */
export async function revokeApiToken(
  db: Kysely<Tables>,
  operatorId: string,
  tokenId: string,
): Promise<ApiToken | null> {
  const ended = await db
    .deleteFrom("apiTokens")
    .where("operatorId", "=", operatorId)
    .where("tokenId", "=", tokenId)
    .returning(columns)
    .executeTakeFirst();
  return ended ?? null;
}
