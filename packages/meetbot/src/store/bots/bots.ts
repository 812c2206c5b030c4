import type { Kysely } from "kysely";
import type { Bot, BotChanges, BotSecrets, NewBotSecrets } from "../../model/bot/bot.ts";
import type {
  NewSecret,
  Promotion,
  PromotionInput,
  Revocation,
  RevocationInput,
  Rotation,
  SecretFacts,
  SecretStage,
} from "../../model/bot/bot-secret.ts";
import type { AuditEntry, NumberedAuditEntry } from "../../model/log/audit.ts";
import type { RecordedTest } from "../../model/shop/endpoint-test.ts";
import { fingerprintOf } from "../../secrets/fingerprint.ts";
import type { KeyRing } from "../../secrets/key-ring.ts";
import { isStorable } from "../postgres/is-storable.ts";
import type { Tables } from "../postgres/tables.ts";
import type { AuditPageRequest } from "./audit.ts";
import { latestChanges, pageOfChanges, recordChange } from "./audit.ts";
import { botColumns } from "./bot-columns.ts";
import { livingSecrets, sealedSecret, secretsOf } from "./bot-secrets.ts";
import { changeBot } from "./change-bot.ts";
import { recordTest, testsOf } from "./endpoint-tests.ts";
import { listSecrets } from "./list-secrets.ts";
import type { BotStoreParts } from "./locked-bot.ts";
import { promoteSecret } from "./promote-secret.ts";
import { revokeSecret } from "./revoke-secret.ts";
import { rotateSecret } from "./rotate-secret.ts";

/** Bots, their secrets, and what was changed about them. */
export interface Bots {
  /** The same, with changes recorded under the name of this actor. */
  as(actor: string): Bots;
  create(bot: Bot, secrets: NewBotSecrets): Promise<void>;
  list(): Promise<Bot[]>;
  find(botId: string): Promise<Bot | null>;
  /** Returns the bot as it is now, or null where there is none. */
  change(botId: string, changes: BotChanges): Promise<Bot | null>;
  /** Deletes a bot with all that belongs to it, conversations and audit too; false: there is none. */
  delete(botId: string): Promise<boolean>;
  secretsOf(botId: string): Promise<BotSecrets | null>;
  /** The secrets that live, without themselves; none where there is no such bot. */
  listSecrets(botId: string): Promise<SecretFacts[]>;
  /** The signing secret at a stage, to test with; null where there is none. */
  signingSecretAt(botId: string, stage: SecretStage): Promise<string | null>;
  /**
   * Puts a new secret in its place: a signing secret becomes the next one; an identity secret the
   * current one, beside which the one before lives on. Null: there is no such bot.
   */
  rotateSecret(botId: string, order: NewSecret): Promise<Rotation | null>;
  /** Makes the next signing secret the current one; the one before lives on for the overlap. */
  promoteSecret(botId: string, order: PromotionInput): Promise<Promotion | null>;
  /** Ends a secret at once; with the current one the previous one ends too. */
  revokeSecret(botId: string, order: RevocationInput): Promise<Revocation | null>;
  /** Keeps a test in the place of the last one with the same secret. */
  recordTest(botId: string, noted: RecordedTest): Promise<void>;
  /** The last test with each secret that lives, newest first. */
  testsOf(botId: string): Promise<RecordedTest[]>;
  /** The latest changes of a bot, newest first. */
  auditOf(botId: string, limit: number): Promise<AuditEntry[]>;
  /** The same page by page. */
  auditPage(botId: string, wish: AuditPageRequest): Promise<NumberedAuditEntry[]>;
}

/** Bots in the database; their secrets sealed under a master key, their changes recorded. */
export function createBots(db: Kysely<Tables>, keyRing: KeyRing, actor = "command line"): Bots {
  const shelf: BotStoreParts = { db, keyRing, actor };
  return {
    as: (other) => createBots(db, keyRing, other),
    create: (bot, secrets) => createBot(shelf, bot, secrets),
    list: () => db.selectFrom("bots").select(botColumns).orderBy("createdAt").execute(),
    find: (botId) => findBot(db, botId),
    change: (botId, changes) => changeBot(shelf, botId, changes),
    delete: (botId) => deleteBot(db, botId),
    secretsOf: (botId) => secretsOf(shelf, botId),
    listSecrets: (botId) => listSecrets(shelf, botId),
    async signingSecretAt(botId, stage) {
      const living = await livingSecrets(shelf, botId);
      return living.find((one) => one.kind === "signing" && one.stage === stage)?.secret ?? null;
    },
    rotateSecret: (botId, order) => rotateSecret(shelf, botId, order),
    promoteSecret: (botId, order) => promoteSecret(shelf, botId, order),
    revokeSecret: (botId, order) => revokeSecret(shelf, botId, order),
    recordTest: (botId, noted) => recordTest(shelf, botId, noted),
    testsOf: (botId) => testsOf(shelf, botId),
    auditOf: (botId, limit) => latestChanges(db, botId, limit),
    auditPage: (botId, wish) => pageOfChanges(db, botId, wish),
  };
}

async function createBot(
  { db, keyRing, actor }: BotStoreParts,
  { id: botId, ...settings }: Bot,
  { signingSecret, identitySecret }: NewBotSecrets,
): Promise<void> {
  const current = (kind: "signing" | "identity", secret: string) =>
    sealedSecret(keyRing, botId, { kind, stage: "current", secret });
  await db.transaction().execute(async (transaction) => {
    await transaction
      .insertInto("bots")
      .values({ botId, ...settings })
      .execute();
    await transaction
      .insertInto("botSecrets")
      .values([current("signing", signingSecret), current("identity", identitySecret)])
      .execute();
    await recordChange({ db: transaction, botId, actor }, "bot_created", {
      endpoint: settings.endpoint,
      policy: settings.policy,
      number_alone: settings.numberAlone,
      signing_secret: fingerprintOf(signingSecret),
      identity_secret: fingerprintOf(identitySecret),
    });
  });
}

async function findBot(db: Kysely<Tables>, botId: string): Promise<Bot | null> {
  if (!isStorable(botId)) return null;
  const query = db.selectFrom("bots").select(botColumns).where("botId", "=", botId);
  return (await query.executeTakeFirst()) ?? null;
}

/** What belongs to a bot goes by its foreign keys. */
async function deleteBot(db: Kysely<Tables>, botId: string): Promise<boolean> {
  if (!isStorable(botId)) return false;
  const { numDeletedRows } = await db
    .deleteFrom("bots")
    .where("botId", "=", botId)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}
