import { type Kysely, sql } from "kysely";
import type { ApiToken } from "../../model/operator.ts";
import { hashToken } from "../../secrets/token.ts";
import type { Tables } from "../tables.ts";

/** Ours have 47 characters; longer than this is not worth hashing. */
const maxTokenLength = 256;

const columns = [
  "tokenId as id",
  "operatorId",
  "name",
  "scopes",
  "botId",
  "createdAt",
  "expiresAt",
  "lastUsedAt",
] as const;

/** The API token that lives; that it was used is noted once a minute. */
export async function findApiToken(db: Kysely<Tables>, token: string): Promise<ApiToken | null> {
  if (token.length > maxTokenLength) return null;
  const found = await db
    .selectFrom("apiTokens")
    .select(columns)
    .where("tokenHash", "=", hashToken(token))
    .where(({ or, eb }) =>
      or([eb("expiresAt", "is", null), eb("expiresAt", ">", sql<Date>`now()`)]),
    )
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
