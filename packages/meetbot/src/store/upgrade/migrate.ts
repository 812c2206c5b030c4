import { setTimeout } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { type Kysely, sql } from "kysely";
import { type Migration, type MigrationResultSet, Migrator } from "kysely/migration";
import type { StoreLog } from "../../platform/postgres/store-log.ts";
import type { Tables } from "../../platform/postgres/tables.ts";
import * as mailbox from "./migrations/0001-mailbox.ts";
import * as attempts from "./migrations/0002-attempts.ts";
import * as accent from "./migrations/0003-accent.ts";
import * as orderNumber from "./migrations/0004-order-number.ts";
import * as endpointHealth from "./migrations/0005-endpoint-health.ts";
import * as secretStages from "./migrations/0006-secret-stages.ts";
import * as keyRing from "./migrations/0007-key-ring.ts";
import * as operators from "./migrations/0008-operators.ts";
import * as botSettings from "./migrations/0009-bot-settings.ts";
import * as conformanceRuns from "./migrations/0010-conformance-runs.ts";
import * as deliveryReplays from "./migrations/0011-delivery-replays.ts";
import * as tallies from "./migrations/0012-tallies.ts";
import * as secretUse from "./migrations/0013-secret-use.ts";
import * as invitations from "./migrations/0014-invitations.ts";
import * as messenger from "./migrations/0015-messenger.ts";
import * as accountLinks from "./migrations/0016-account-links.ts";
import * as retention from "./migrations/0017-retention.ts";
import * as messengerConsole from "./migrations/0018-messenger-console.ts";
import * as softLimits from "./migrations/0019-soft-limits.ts";
import * as emptyConversations from "./migrations/0020-empty-conversations.ts";
import * as signInCounts from "./migrations/0021-sign-in-counts.ts";
import * as lookUps from "./migrations/0022-look-ups.ts";
import * as oneOutbox from "./migrations/0023-one-outbox.ts";
import * as officeHours from "./migrations/0024-office-hours.ts";
import * as feedback from "./migrations/0026-feedback.ts";
import * as honestFigures from "./migrations/0027-honest-figures.ts";
import * as answers from "./migrations/0028-answers.ts";
import * as languageModel from "./migrations/0029-language-model.ts";
import * as holders from "./migrations/0030-holders.ts";
import * as pictures from "./migrations/0031-pictures.ts";
import * as agents from "./migrations/0032-agents.ts";
import * as inbox from "./migrations/0033-inbox.ts";
import * as cannedReplies from "./migrations/0034-canned-replies.ts";
import * as alerts from "./migrations/0035-alerts.ts";
import * as waiting from "./migrations/0036-waiting.ts";
import * as bridges from "./migrations/0037-bridges.ts";
import * as messengerHandover from "./migrations/0038-messenger-handover.ts";
import * as webPush from "./migrations/0039-web-push.ts";
import * as deskMoves from "./migrations/0041-desk-moves.ts";
import * as pictureFetches from "./migrations/0042-picture-fetches.ts";
import * as noteMentions from "./migrations/0043-note-mentions.ts";
import * as pushes from "./migrations/0044-pushes.ts";
import * as pushSecrets from "./migrations/0045-push-secrets.ts";
import * as carriers from "./migrations/0046-carriers.ts";
import * as messageTemplates from "./migrations/0047-message-templates.ts";
import * as news from "./migrations/0048-news.ts";
import * as customerDevices from "./migrations/0049-customer-devices.ts";
import * as newsEmails from "./migrations/0050-news-emails.ts";
import * as pushStatus from "./migrations/0051-push-status.ts";
import * as waitingHints from "./migrations/0052-waiting-hints.ts";
import * as toldAhead from "./migrations/0053-told-ahead.ts";
import * as singleSignOn from "./migrations/0054-single-sign-on.ts";
import * as secondFactor from "./migrations/0055-second-factor.ts";
import * as auditExport from "./migrations/0056-audit-export.ts";
import * as declared from "./migrations/0057-declared.ts";
import * as shopConnections from "./migrations/0058-shop-connections.ts";
import * as trackedOrders from "./migrations/0059-tracked-orders.ts";
import * as phoneAccounts from "./migrations/0060-phone-accounts.ts";
import * as listeners from "./migrations/0061-listeners.ts";
import * as flatGrowth from "./migrations/0062-flat-growth.ts";
import * as readStatuses from "./migrations/0063-read-statuses.ts";
import * as movedBots from "./migrations/0064-moved-bots.ts";

/** In order of their names; one that was released is never changed again. */
const migrations = {
  "0001-mailbox": mailbox,
  "0002-attempts": attempts,
  "0003-accent": accent,
  "0004-order-number": orderNumber,
  "0005-endpoint-health": endpointHealth,
  "0006-secret-stages": secretStages,
  "0007-key-ring": keyRing,
  "0008-operators": operators,
  "0009-bot-settings": botSettings,
  "0010-conformance-runs": conformanceRuns,
  "0011-delivery-replays": deliveryReplays,
  "0012-tallies": tallies,
  "0013-secret-use": secretUse,
  "0014-invitations": invitations,
  "0015-messenger": messenger,
  "0016-account-links": accountLinks,
  "0017-retention": retention,
  "0018-messenger-console": messengerConsole,
  "0019-soft-limits": softLimits,
  "0020-empty-conversations": emptyConversations,
  "0021-sign-in-counts": signInCounts,
  "0022-look-ups": lookUps,
  "0023-one-outbox": oneOutbox,
  "0024-office-hours": officeHours,
  "0026-feedback": feedback,
  "0027-honest-figures": honestFigures,
  "0028-answers": answers,
  "0029-language-model": languageModel,
  "0030-holders": holders,
  "0031-pictures": pictures,
  "0032-agents": agents,
  "0033-inbox": inbox,
  "0034-canned-replies": cannedReplies,
  "0035-alerts": alerts,
  "0036-waiting": waiting,
  "0037-bridges": bridges,
  "0038-messenger-handover": messengerHandover,
  "0039-web-push": webPush,
  "0041-desk-moves": deskMoves,
  "0042-picture-fetches": pictureFetches,
  "0043-note-mentions": noteMentions,
  "0044-pushes": pushes,
  "0045-push-secrets": pushSecrets,
  "0046-carriers": carriers,
  "0047-message-templates": messageTemplates,
  "0048-news": news,
  "0049-customer-devices": customerDevices,
  "0050-news-emails": newsEmails,
  "0051-push-status": pushStatus,
  "0052-waiting-hints": waitingHints,
  "0053-told-ahead": toldAhead,
  "0054-single-sign-on": singleSignOn,
  "0055-second-factor": secondFactor,
  "0056-audit-export": auditExport,
  "0057-declared": declared,
  "0058-shop-connections": shopConnections,
  "0059-tracked-orders": trackedOrders,
  "0060-phone-accounts": phoneAccounts,
  "0061-listeners": listeners,
  "0062-flat-growth": flatGrowth,
  "0063-read-statuses": readStatuses,
  "0064-moved-bots": movedBots,
};

/** What brings a database to this version, step by step. */
export const steps: readonly string[] = Object.keys(migrations);

/** The database was brought up to date by a newer Meetbot: this one would misread what is in it. */
export class DatabaseNewerError extends Error {
  override name = "DatabaseNewerError";
  readonly code = "database_newer";

  constructor(step: string) {
    super(
      `The database belongs to a newer Meetbot than this one: its tables have the step ${step}, which this version does not know. Start the newer version here too. To go back to this one, restore the backup from before the update into an empty database (meetbot restore).`,
    );
  }
}

/** Somebody has a table in hand and does not let go of it: a backup, or a query by hand. */
export class TablesInUseError extends Error {
  override name = "TablesInUseError";
  readonly code = "tables_in_use";

  constructor(options: ErrorOptions) {
    super(
      "The database was not brought up to date: for minutes another session has had a table in hand, such as a backup (meetbot backup, pg_dump) or a transaction that nobody ended. Nothing was changed. Let it end, or find it in pg_stat_activity, and start again.",
      options,
    );
  }
}

/**
 * Whoever asks for a table after a step that waits for it waits behind that step: so it gives way, and tries again.
 * Sooner than PostgreSQL looks for deadlocks (1 s), which would end somebody's turn.
 */
const lockWaitMs = 500;
const lockPauseMs = 1_000;
const lockTries = 300;
/** `lock_not_available`, `deadlock_detected`, `query_canceled` (by the time limit). */
const gaveWay = ["55P03", "40P01", "57014"];

/**
 * PostgreSQL ends a session that waits in a circle once it has waited for a second. Whoever waits for an update never
 * waits in one: it has all tables within less, and waits for nobody from then on.
 */
const lockAllMs = 800;

/** So often a long update says how far it is. */
const tellEveryMs = 1_000;

/**
 * Brings the database to this version's tables. Nodes that start at once wait for one another, and customers of those
 * that run hardly for a table. Throws a {@link DatabaseNewerError} where a newer Meetbot brought it further, a
 * {@link TablesInUseError} where it cannot get at a table for minutes, and what PostgreSQL says otherwise.
 */
export async function migrate(db: Kysely<Tables>, log?: StoreLog): Promise<void> {
  for (let nth = 1; ; nth++) {
    try {
      return await takeSteps(db, (migrator) => migrator.migrateToLatest(), {
        isDone: haveAllSteps,
        onStep: createProgress(log),
      });
    } catch (error) {
      const isLocked = gaveWay.includes((error as { code?: string }).code ?? "");
      if (isLocked && !db.isTransaction && nth < lockTries) {
        await setTimeout(lockPauseMs);
        continue;
      }
      if (isLocked) throw new TablesInUseError({ cause: error });
      const [unknown] = await findUnknownSteps(db);
      throw unknown ? new DatabaseNewerError(unknown) : error;
    }
  }
}

/**
 * Brings an empty database to the tables that a step left, as a backup from then has them. Throws what PostgreSQL
 * says.
 */
export async function migrateTo(db: Kysely<Tables>, step: string): Promise<void> {
  await takeSteps(db, (migrator) => migrator.migrateTo(step));
}

/** Any number that nobody else locks in a database of Meetbot's. */
const upgradeLock = 3_853_314_791_062;

interface TakeOptions {
  /** Whether nothing is left to do: kysely reads the columns of all tables before it says so. */
  isDone?: (transaction: Kysely<Tables>) => Promise<boolean>;
  onStep?: OnStep;
}

/**
 * All of them or none, in one transaction, with a lock that ends with it: behind a pooler the next transaction may be
 * another session's. `db`: of a `MigrationDialect`.
 */
function takeSteps(
  db: Kysely<Tables>,
  take: (migrator: Migrator) => Promise<MigrationResultSet>,
  { isDone, onStep }: TakeOptions = {},
): Promise<void> {
  const takeIn = async (transaction: Kysely<Tables>) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(upgradeLock)})`.execute(transaction);
    await sql`set local lock_timeout = ${sql.lit(lockWaitMs)}`.execute(transaction);
    if (await isDone?.(transaction)) return;
    await lockTables(transaction);
    const provider = { getMigrations: async () => (onStep ? following(onStep) : migrations) };
    // Else kysely takes a table of the same name in another schema for this one's.
    const { rows } = await sql<{ name: string }>`select current_schema() as name`.execute(
      transaction,
    );
    const migrationTableSchema = rows[0]?.name;
    const { error } = await take(
      new Migrator({
        db: transaction,
        provider,
        ...(migrationTableSchema && { migrationTableSchema }),
      }),
    );
    if (error) throw error;
  };
  return db.isTransaction ? takeIn(db) : db.transaction().execute(takeIn);
}

/** Locks all of our tables at once, those of a turn in its order: what comes while steps are taken waits with nothing in hand. */
async function lockTables(transaction: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ names: string | null }>`
    select string_agg(quote_ident(relname), ', ' order by relname <> 'conversations', relname) as names
    from pg_class
    where relkind = 'r' and relnamespace = to_regnamespace(quote_ident(current_schema()))
      and pg_has_role(relowner, 'usage')`.execute(transaction);
  const names = rows[0]?.names;
  if (!names) return;
  await sql`set local statement_timeout = ${sql.lit(lockAllMs)}`.execute(transaction);
  await sql`lock table ${sql.raw(names)}`.execute(transaction);
  await sql`set local statement_timeout = default`.execute(transaction);
}

/** Called before each step: which one it is. */
type OnStep = (name: string, nth: number) => void;

const following = (onStep: OnStep): Record<string, Migration> =>
  Object.fromEntries(
    Object.entries(migrations).map(([name, step], nth) => [
      name,
      {
        async up(db) {
          onStep(name, nth);
          await step.up(db as Kysely<never>);
        },
      },
    ]),
  );

/** Says of an update that takes long how far it is. */
function createProgress(log?: StoreLog): OnStep {
  let toldAt = performance.now();
  return (name, nth) => {
    if (performance.now() - toldAt < tellEveryMs) return;
    toldAt = performance.now();
    const step = `${nth + 1} of ${steps.length} (${name})`;
    log?.info?.({ step }, "The database is brought up to date: customers wait until it is done");
  };
}

/** Whether the tables in the current schema have had exactly this version's steps, in their order. */
async function haveAllSteps(db: Kysely<Tables>): Promise<boolean> {
  const { rows } = await sql<{ isThere: boolean }>`
    select to_regclass(quote_ident(current_schema()) || '.kysely_migration') is not null as "isThere"`.execute(
    db,
  );
  if (!rows[0]?.isThere) return false;
  const taken = await sql<{ name: string }>`
    select name from kysely_migration order by timestamp, name`.execute(db);
  return isDeepStrictEqual(
    taken.rows.map(({ name }) => name),
    steps,
  );
}

/** Those steps that are none of this version's. */
export function unknownSteps(steps: readonly string[]): string[] {
  return steps.filter((name) => !Object.hasOwn(migrations, name));
}

/** Steps that were taken here and are none of this version's. */
async function findUnknownSteps(db: Kysely<Tables>): Promise<string[]> {
  const taken = await sql<{ name: string }>`select name from kysely_migration order by name`
    .execute(db)
    .catch(() => ({ rows: [] }));
  return unknownSteps(taken.rows.map(({ name }) => name));
}
