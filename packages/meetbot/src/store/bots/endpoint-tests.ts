import type { EndpointTest, RecordedTest } from "@meetbot/model/shop/endpoint-test.ts";
import { sql } from "kysely";
import { sealContext } from "../../platform/sealing/seal-context.ts";
import { openUnderMaster, sealUnderMaster } from "../../secrets/key-ring.ts";
import { recordChange } from "./audit.ts";
import { livingSecrets } from "./bot-secrets.ts";
import { type BotStoreDeps, type LockedBot, withLockedBot } from "./locked-bot.ts";

/** Stores a test, replacing the last one with the same secret. Deletes tests of secrets that ended. */
export async function recordTest(
  deps: BotStoreDeps,
  botId: string,
  { url, secretFingerprint, test }: RecordedTest,
): Promise<void> {
  await withLockedBot(deps, botId, async (bot) => {
    const { db, keyRing } = bot;
    const living = (await livingSecrets(bot, botId)).map(({ fingerprint }) => fingerprint);
    await db
      .deleteFrom("endpointTests")
      .where("botId", "=", botId)
      .where("secretFingerprint", "not in", living)
      .execute();
    const context = testContext(botId, secretFingerprint);
    const sealed = sealUnderMaster(keyRing, JSON.stringify({ url, test }), context);
    const row = { testedAt: sql<Date>`now()`, ...sealed };
    await db
      .insertInto("endpointTests")
      .values({ botId, secretFingerprint, ...row })
      .onConflict((known) => known.columns(["botId", "secretFingerprint"]).doUpdateSet(row))
      .execute();
    const { echoed, verifies, declares } = test;
    if (echoed) await storeDeclared(bot, url, declares);
    const detail = { url, secret: secretFingerprint, echoed, verifies };
    await recordChange(bot, "endpoint_tested", detail);
  });
}

/** Stores the declared capabilities, which apply until the same URL passes its next test, with whichever secret. */
async function storeDeclared(
  { db, botId }: LockedBot,
  url: string,
  capabilities: EndpointTest["declares"],
): Promise<void> {
  const declared = capabilities ? { url, capabilities } : null;
  await db
    .updateTable("bots")
    .set({ declared: declared && JSON.stringify(declared) } as object)
    .where("botId", "=", botId)
    .where("endpoint", "=", url)
    .execute();
}

/** The last test with each secret that lives, newest first; their time is the database's. */
export async function testsOf(deps: BotStoreDeps, botId: string): Promise<RecordedTest[]> {
  const living = new Set((await livingSecrets(deps, botId)).map(({ fingerprint }) => fingerprint));
  if (living.size === 0) return [];
  const rows = await deps.db
    .selectFrom("endpointTests")
    .select(["secretFingerprint", "testedAt", "keyId", "sealed"])
    .where("botId", "=", botId)
    .where("secretFingerprint", "in", [...living])
    .orderBy("testedAt", "desc")
    .execute();
  return rows.map(({ secretFingerprint, testedAt, ...stored }) => {
    const context = testContext(botId, secretFingerprint);
    const { url, test }: SealedTest = JSON.parse(
      openUnderMaster(deps.keyRing, stored, context).toString(),
    );
    return { url, secretFingerprint, test: { ...test, at: testedAt.getTime() } };
  });
}

type SealedTest = Pick<RecordedTest, "url" | "test">;

/** Returns the seal context of a test. */
export function testContext(botId: string, secretFingerprint: string): string {
  return sealContext(botId, secretFingerprint, "endpoint test");
}
