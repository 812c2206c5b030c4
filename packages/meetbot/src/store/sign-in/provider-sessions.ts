import type { ProviderSignOut } from "@meetbot/model/single-sign-on.ts";
import { type Kysely, sql } from "kysely";
import type { Tables } from "../../platform/postgres/tables.ts";

/**
 * Ends the sessions that a provider reports as over: one session, or all of one person's. Returns the operators they
 * belonged to.
 */
export async function endProviderSessions(
  db: Kysely<Tables>,
  { issuer, sessionId, subject }: Omit<ProviderSignOut, "tokenId">,
): Promise<string[]> {
  let ending = db.deleteFrom("operatorSessions").where("issuer", "=", issuer);
  if (sessionId !== null) ending = ending.where("providerSession", "=", sessionId);
  if (subject !== null) ending = ending.where("subject", "=", subject);
  if (sessionId === null && subject === null) return [];
  const ended = await ending
    .returning(sql<string>`(select email from operators where id = user_id)`.as("email"))
    .execute();
  return ended.map(({ email }) => email);
}
