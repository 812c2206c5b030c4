import type { Bot, BotChanges, NewBotSecrets } from "@meetbot/model/bot/bot.ts";
import type {
  NewSecret,
  PromotionInput,
  RevocationInput,
  SecretKind,
  SecretStage,
} from "@meetbot/model/bot/bot-secret.ts";
import type { RecordedTest } from "@meetbot/model/shop/endpoint-test.ts";
import type { Kysely } from "kysely";
import { isStorable } from "../../platform/postgres/is-storable.ts";
import type { Tables } from "../../platform/postgres/tables.ts";
import { fingerprintOf } from "../../secrets/fingerprint.ts";
import type { KeyRing } from "../../secrets/key-ring.ts";
import type { AuditPageRequest } from "./audit.ts";
import { latestChanges, pageOfChanges, recordChange } from "./audit.ts";
import { botColumns } from "./bot-columns.ts";
import { livingSecrets, pushSecrets, sealedSecret, secretsOf } from "./bot-secrets.ts";
import { changeBot } from "./change-bot.ts";
import { recordTest, testsOf } from "./endpoint-tests.ts";
import { listSecrets } from "./list-secrets.ts";
import type { BotStoreDeps } from "./locked-bot.ts";
import { promoteSecret } from "./promote-secret.ts";
import { revokeSecret } from "./revoke-secret.ts";
import { rotateSecret } from "./rotate-secret.ts";

/** Bots in the database; their secrets sealed under a master key, their changes recorded. */
export function createBots(db: Kysely<Tables>, keyRing: KeyRing, actor = "command line") {
  const deps: BotStoreDeps = { db, keyRing, actor };
  return {
    /** Returns the same store, recording changes under this actor's name. */
    as: (other: string): Bots => createBots(db, keyRing, other),
    create: (bot: Bot, secrets: NewBotSecrets) => createBot(deps, bot, secrets),
    list: (): Promise<Bot[]> =>
      db.selectFrom("bots").select(botColumns).orderBy("createdAt").orderBy("botId").execute(),
    find: (botId: string) => findBot(db, botId),
    /** Returns the bots of a page that accept pushes in the origin's format. */
    takingOriginPushes: (pageId: string) => takingOriginPushes(db, pageId),
    /** Changes a bot and returns its new state, or `null` if the bot does not exist. */
    change: (botId: string, changes: BotChanges) => changeBot(deps, botId, changes),
    /** Deletes a bot and all its data, including conversations and audit; `false` if the bot does not exist. */
    delete: (botId: string) => deleteBot(db, botId),
    secretsOf: (botId: string) => secretsOf(deps, botId),
    /** Returns the secrets that may sign pushes now, newest first; empty when there is none yet. */
    pushSecrets: (botId: string) => pushSecrets(deps, botId),
    /** Returns the active secrets without their values; empty when there is no such bot. */
    listSecrets: (botId: string) => listSecrets(deps, botId),
    /** Returns the signing secret at a stage, for a test; `null` if there is none. */
    async signingSecretAt(botId: string, stage: SecretStage): Promise<string | null> {
      const living = await livingSecrets(deps, botId);
      return living.find((one) => one.kind === "signing" && one.stage === stage)?.secret ?? null;
    },
    /**
     * Stores a new secret: a signing secret becomes the next one; an identity or push secret becomes the current one,
     * and the one before stays valid beside it. `null` if the bot does not exist.
     */
    rotateSecret: (botId: string, input: NewSecret) => rotateSecret(deps, botId, input),
    /** Makes the next signing secret the current one; the one before lives on for the overlap. */
    promoteSecret: (botId: string, input: PromotionInput) => promoteSecret(deps, botId, input),
    /** Ends a secret at once; ending the current one also ends the previous one. */
    revokeSecret: (botId: string, input: RevocationInput) => revokeSecret(deps, botId, input),
    /** Stores a test, replacing the last one with the same secret. */
    recordTest: (botId: string, noted: RecordedTest) => recordTest(deps, botId, noted),
    /** The last test with each secret that lives, newest first. */
    testsOf: (botId: string) => testsOf(deps, botId),
    /** The latest changes of a bot, newest first. */
    auditOf: (botId: string, limit: number) => latestChanges(db, botId, limit),
    /** Returns a page of the bot's changes. */
    auditPage: (botId: string, request: AuditPageRequest) => pageOfChanges(db, botId, request),
  };
}

/** Bots, their secrets, and the record of changes to them. (A type that returns itself must be an interface.) */
export interface Bots extends ReturnType<typeof createBots> {}

async function createBot(
  { db, keyRing, actor }: BotStoreDeps,
  { id: botId, ...settings }: Bot,
  { signingSecret, identitySecret, pushSecret }: NewBotSecrets,
): Promise<void> {
  const current = (kind: SecretKind, secret: string) =>
    sealedSecret(keyRing, botId, { kind, stage: "current", secret });
  const ofPushes = pushSecret === undefined ? [] : [current("push", pushSecret)];
  await db.transaction().execute(async (transaction) => {
    await transaction
      .insertInto("bots")
      .values({ botId, ...settings })
      .execute();
    await transaction
      .insertInto("botSecrets")
      .values([current("signing", signingSecret), current("identity", identitySecret), ...ofPushes])
      .execute();
    await recordChange({ db: transaction, botId, actor }, "bot_created", {
      endpoint: settings.endpoint,
      policy: settings.policy,
      number_alone: settings.numberAlone,
      signing_secret: fingerprintOf(signingSecret),
      identity_secret: fingerprintOf(identitySecret),
      ...(pushSecret !== undefined && { push_secret: fingerprintOf(pushSecret) }),
    });
  });
}

async function findBot(db: Kysely<Tables>, botId: string): Promise<Bot | null> {
  if (!isStorable(botId)) return null;
  const query = db.selectFrom("bots").select(botColumns).where("botId", "=", botId);
  return (await query.executeTakeFirst()) ?? null;
}

async function takingOriginPushes(db: Kysely<Tables>, pageId: string): Promise<Bot[]> {
  if (!isStorable(pageId)) return [];
  return db
    .selectFrom("bots")
    .select(botColumns)
    .where("pageId", "=", pageId)
    .where("originPush", "=", true)
    .orderBy("createdAt")
    .execute();
}

/** Deletes a bot; foreign keys delete everything that belongs to it. */
async function deleteBot(db: Kysely<Tables>, botId: string): Promise<boolean> {
  if (!isStorable(botId)) return false;
  const { numDeletedRows } = await db
    .deleteFrom("bots")
    .where("botId", "=", botId)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}
