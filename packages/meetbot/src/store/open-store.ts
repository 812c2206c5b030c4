import { endDelivered } from "../features/customer-updates/store/end-delivered.ts";
import { createPushLog } from "../features/customer-updates/store/push-log.ts";
import { createPushStore } from "../features/customer-updates/store/push-store.ts";
import { createWaysStore } from "../features/customer-updates/ways/ways-store.ts";
import { createPictureFetches } from "../features/pictures/store/picture-fetches.ts";
import { createPictureStore } from "../features/pictures/store/pictures.ts";
import { createLimits } from "../platform/attempts/limits.ts";
import { DatabaseHints } from "../platform/change-signals/database-hints.ts";
import { connectionTo, type DatabaseConnection } from "../platform/postgres/connection-to.ts";
import { createDatabaseClock } from "../platform/postgres/database-clock.ts";
import { lookAt } from "../platform/postgres/database-state.ts";
import { openKysely } from "../platform/postgres/open-kysely.ts";
import { countConnections, openBatchPool, openPool } from "../platform/postgres/open-pool.ts";
import type { Pooler } from "../platform/postgres/pooler.ts";
import type { StoreLog } from "../platform/postgres/store-log.ts";
import { withinTransaction } from "../platform/postgres/within-transaction.ts";
import { BotLookups } from "../platform/sealing/bot-lookups.ts";
import { ConversationKeys } from "../platform/sealing/conversation-keys.ts";
import { findOrCreateLookupRoot } from "../platform/sealing/lookup-root.ts";
import type { KeyRing } from "../secrets/key-ring.ts";
import { createLookupKey } from "../secrets/lookup-key.ts";
import { createRuns } from "./bots/conformance-runs.ts";
import { createEndpointHealth } from "./bots/endpoint-health.ts";
import { createUsageStore } from "./bots/usage-store.ts";
import { createChannelStore } from "./channel-facts/channel-store.ts";
import { createAssignments } from "./desk/assignments.ts";
import { createCannedReplies } from "./desk/canned-replies.ts";
import { createDesk } from "./desk/desk.ts";
import { createLabels } from "./desk/labels.ts";
import { createNotes } from "./desk/notes.ts";
import { createPresence } from "./desk/presence.ts";
import { createWatchers } from "./desk/watchers.ts";
import { createBacklog } from "./due-work/backlog.ts";
import { createDueWork } from "./due-work/due-work.ts";
import { createFeedbackStore } from "./feedback/feedback.ts";
import { createAccountLinks } from "./links/account-links.ts";
import { createListenedQueries } from "./listening/listened-queries.ts";
import { createListeners } from "./listening/listeners.ts";
import { createConversationLog } from "./logs/conversation-log.ts";
import { createDeliveryLog } from "./logs/delivery-log.ts";
import { exportAudit } from "./logs/export-audit.ts";
import { latestDeliveries } from "./logs/latest-deliveries.ts";
import { createReadings } from "./logs/readings.ts";
import { leaseMs } from "./mailbox/lease.ts";
import { createMailbox } from "./mailbox/mailbox.ts";
import { createMovedBots } from "./move/moved-bots.ts";
import { createAccessStore } from "./operators/access-store.ts";
import { createIdempotencyKeys } from "./operators/idempotency.ts";
import { createOverviewStore } from "./overview/overview-store.ts";
import { openParts, pastTablesOfParts } from "./parts/parts.ts";
import { checkKeyRing, countKeyUse } from "./reseal/key-use.ts";
import { resealBatch } from "./reseal/reseal.ts";
import { forgetCustomer } from "./retention/forget-customer.ts";
import { forgetExpired } from "./retention/forget-expired.ts";
import { createSettingStores } from "./setting-stores.ts";
import { createSignInStore } from "./sign-in/sign-in-store.ts";
import type { Store } from "./store.ts";
import { createTrackedOrders } from "./tracking/tracked-orders.ts";
import { checkNodes, connectionName } from "./upgrade/check-nodes.ts";
import { migrate } from "./upgrade/migrate.ts";
import { MigrationDialect } from "./upgrade/migration-dialect.ts";
import { createWaitingStore } from "./waiting/waiting-store.ts";

export interface StoreOptions {
  connection: DatabaseConnection;
  /** The connection for listening to hints of other nodes, if it differs from `connection`: it bypasses a pooler. */
  listenConnection?: readonly string[] | null;
  keyRing: KeyRing;
  /** Returns Unix milliseconds, for in-memory caches; all other times are the database's. */
  now?: () => number;
  log?: StoreLog;
  /** Overrides the length of leases, for tests of expired ones. */
  leaseMs?: number;
}

/**
 * Opens the store on a PostgreSQL database and brings its tables up to date. Throws a `DatabaseNewerError`, a
 * `SealError` that names a missing master key, a `NodeBehindError` if this node may not start, or pg's error if it
 * cannot connect.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { connection, keyRing, now = Date.now, log = silent } = options;
  const pooler: Pooler = { isThere: false, keepsNames: false };
  const name = connectionName(keyRing);
  const { config } = connectionTo(connection);
  const pool = openPool({ config, name, pooler, log });
  const batchPool = openBatchPool({ config, name, pooler, log });
  const db = openKysely(new MigrationDialect({ pool }));
  const { clock, note } = createDatabaseClock();
  const listening = options.listenConnection ?? connection;
  const hints = new DatabaseHints(pool, { ...connectionTo(listening), name }, log);
  let lookupRoot: Buffer;
  try {
    await migrate(db, log);
    await checkKeyRing(pool, keyRing);
    await checkNodes(pool, keyRing);
    lookupRoot = await findOrCreateLookupRoot(db, keyRing);
    await hints.start();
    await lookAt(pool, note);
    void warnOfPooler(pooler, options.listenConnection ? null : hints, log);
    // The first customer need not wait for a connection.
    await Promise.all([batchPool.query("select 1"), batchPool.query("select 1")]);
  } catch (error) {
    await hints.stop();
    await Promise.all([pool.end(), batchPool.end()]);
    throw error;
  }
  const keys = new ConversationKeys(pool, keyRing, now);
  const lookups = new BotLookups(pool, keyRing, lookupRoot);
  const lookupKeysOf = async (botId: string) => {
    const keyFor = await lookups.of(botId);
    const [account, number] = [keyFor("account"), keyFor("number")];
    return { account, number, likeness: keyFor("likeness"), tracking: keyFor("tracking"), keyRing };
  };
  const codeKey = createLookupKey(lookupRoot, "code");
  const { destinations: _, ...settings } = createSettingStores({
    ...{ db, keyRing, lookupRoot, lookups, actor: "command line" },
  });
  return {
    ...settings,
    ...openParts({ pool, db, keyRing, keys, actor: "command line" }),
    together: (actor, change) =>
      withinTransaction(db, (db) =>
        change(createSettingStores({ db, keyRing, lookupRoot, lookups, actor })),
      ),
    dueWork: createDueWork(pool),
    backlog: createBacklog(pool),
    poolUse: () => countConnections([pool, batchPool]),
    pushes: createPushStore({ pool, keys, keyRing, lookups }),
    pushLog: createPushLog({ pool, keys, keyRing, lookups, actor: "command line" }),
    trackedOrders: createTrackedOrders(pool, lookupKeysOf),
    listeners: createListeners({ db, keyRing, actor: "command line" }),
    listenedQueries: createListenedQueries(pool, keyRing),
    movedBots: createMovedBots(pool),
    signIns: createSignInStore(db),
    access: createAccessStore(db),
    idempotency: createIdempotencyKeys(db, keyRing),
    health: createEndpointHealth(db),
    readings: createReadings(db, keyRing, createLookupKey(lookupRoot, "audit")),
    runs: createRuns(db, keyRing, async (botId) => (await lookups.of(botId))("account")),
    usage: createUsageStore(db),
    mailbox: createMailbox({ pool, batchPool }, keys, lookupKeysOf, options.leaseMs ?? leaseMs),
    channels: createChannelStore({
      pool,
      batchPool,
      db,
      keys,
      keyRing,
      lookups,
    }),
    links: createAccountLinks({ pool, keys, lookups }),
    desk: createDesk({ pool, keys, lookups, now }),
    notes: createNotes({ pool, keys }),
    labels: createLabels(pool),
    assignments: createAssignments({ pool, keys }),
    watchers: createWatchers(pool),
    limits: createLimits({ pool, batchPool }, createLookupKey(lookupRoot, "limit")),
    codeKey,
    networkKey: createLookupKey(lookupRoot, "sign-in network"),
    cookieSecret: createLookupKey(lookupRoot, "cookie")("").toString("base64"),
    hints,
    deliveryLog: createDeliveryLog({ db, keys, keyRing, hints }),
    conversationLog: createConversationLog({
      db,
      keys,
      keyRing,
      hints,
      lookups,
    }),
    overview: createOverviewStore(pool, keys),
    presence: createPresence(db),
    cannedReplies: createCannedReplies(db, keyRing),
    feedback: createFeedbackStore(pool),
    waiting: createWaitingStore(pool, keys),
    ways: createWaysStore({
      ...{ pool, keys, keyRing },
      lookups,
    }),
    pictures: createPictureStore(pool, keys),
    pictureFetches: createPictureFetches(pool, keys),
    deliveries: (botId, limit) => latestDeliveries(db, keys, botId, limit),
    keyIds: keyRing.map(({ id }) => id),
    keyUse: () => countKeyUse(pool),
    resealBatch: () => resealBatch(pool, keyRing),
    ping: () => lookAt(pool, note),
    clock,
    exportAudit: (after, limit) => exportAudit(db, after, limit),
    forgetCustomer: (account) => forgetCustomer(db, lookups, account),
    async forgetExpired() {
      await endDelivered({ pool, keys });
      return forgetExpired(pool, pastTablesOfParts);
    },
    async close() {
      await hints.stop();
      await Promise.all([pool.end(), batchPool.end()]);
    },
  };
}

/**
 * Warns of a pooler setting that an operator can fix. If hints arrive by the same route, each client has its own
 * session, so nothing needs fixing.
 */
async function warnOfPooler(
  pooler: Pooler,
  hints: DatabaseHints | null,
  log: StoreLog,
): Promise<void> {
  if (!pooler.isThere || pooler.keepsNames) return;
  if (hints && (await hints.hears())) pooler.keepsNames = true;
  else log.warn({ reason: "pooled" }, namesForgotten);
}

const namesForgotten =
  "A pooler stands before the database that keeps no prepared statements, so that each statement is planned anew, which costs time. With PgBouncer 1.21 or later, set max_prepared_statements to 200.";

const silent: StoreLog = { warn() {} };
