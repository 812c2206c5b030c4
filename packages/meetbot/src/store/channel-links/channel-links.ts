import { sql } from "kysely";
import { DatabaseError } from "pg";
import type {
  ConnectedPage,
  LinkFacts,
  LinkState,
  LinkStop,
  PageConnection,
  PlatformFailure,
} from "../../model/channel-fact.ts";
import { openUnderMaster, sealUnderMaster } from "../../secrets/key-ring.ts";
import { recordChange } from "../bots/audit.ts";
import { type ShelfParts, withLockedBot } from "../bots/locked-bot.ts";
import { isStorable } from "../postgres/is-storable.ts";
import { sealContext } from "../sealing/seal-context.ts";
import { linkStateOf } from "./link-state.ts";

/** Pages that bots are connected with. */
export interface ChannelLinks {
  /** The same shelf, in whose changes this actor stands. */
  as(actor: string): ChannelLinks;
  /** Connects a page, or the same one anew: whatever stopped it is over. */
  connect(
    botId: string,
    connection: PageConnection,
  ): Promise<"connected" | "no_such_bot" | "page_taken">;
  /** The page that was connected; null: none was. What is not sent yet stays unsent. */
  disconnect(botId: string): Promise<ConnectedPage | null>;
  find(botId: string): Promise<ConnectedPage | null>;
  stateOf(botId: string): Promise<LinkState | null>;
  /** Meta was asked about the page that was connected then, and all is in order. */
  noteChecked(botId: string, connectedAt: Date, facts: LinkFacts): Promise<void>;
  /** What Messenger shows of the bot is on the page now. */
  notePublished(botId: string): Promise<void>;
  /** Nothing is sent for the page for so long. */
  pause(botId: string, forMs: number, failure: PlatformFailure): Promise<void>;
  /** Nothing is sent until it is connected anew; false: it was stopped already, or is by now. */
  stop(
    botId: string,
    connectedAt: Date,
    stopped: { reason: LinkStop; failure: PlatformFailure },
  ): Promise<boolean>;
}

/** What is between Meta and us, as it is sealed. */
type PageSecrets = Pick<PageConnection, "token" | "appSecret" | "verifyToken">;

/** Where the seal of a page's secrets belongs. */
export function linkContext(botId: string): string {
  return sealContext(botId, "messenger page");
}

/** Pages in the database; their secrets sealed under a master key, their changes recorded. */
export function createChannelLinks(shelf: ShelfParts): ChannelLinks {
  const { db } = shelf;
  return {
    as: (actor) => createChannelLinks({ ...shelf, actor }),
    connect: (botId, connection) => connect(shelf, botId, connection),
    disconnect: (botId) => disconnect(shelf, botId),
    find: (botId) => find(shelf, botId),
    stateOf: (botId) => linkStateOf(db, botId),
    async noteChecked(botId, connectedAt, facts) {
      await db
        .updateTable("messengerPages")
        .set(factColumns(facts))
        .where("botId", "=", botId)
        .where("connectedAt", "=", connectedAt)
        .execute();
    },
    async notePublished(botId) {
      await withLockedBot(shelf, botId, async (bot) => {
        const published = await bot.db
          .updateTable("messengerPages")
          .set({ profilePublishedAt: sql<Date>`now()` })
          .where("botId", "=", botId)
          .returning("pageId")
          .executeTakeFirst();
        if (published) await recordChange(bot, "profile_published", { page_id: published.pageId });
      });
    },
    async pause(botId, forMs, failure) {
      await db
        .updateTable("messengerPages")
        .set({
          ...failureColumns(failure),
          pausedUntil: sql<Date>`greatest(paused_until, now() + ${forMs} * interval '1 ms')`,
        })
        .where("botId", "=", botId)
        .execute();
    },
    async stop(botId, connectedAt, { reason: stoppedFor, failure }) {
      const stopped = await withLockedBot(shelf, botId, async (bot) => {
        const { numUpdatedRows } = await bot.db
          .updateTable("messengerPages")
          .set({ ...failureColumns(failure), stoppedFor })
          .where("botId", "=", botId)
          .where("stoppedFor", "is", null)
          .where("connectedAt", "=", connectedAt)
          .executeTakeFirstOrThrow();
        if (numUpdatedRows === 0n) return false;
        const { code, subcode, trace } = failure;
        await recordChange(bot, "page_stopped", { reason: stoppedFor, code, subcode, trace });
        return true;
      });
      return stopped ?? false;
    },
  };
}

function failureColumns({ code, subcode, trace }: PlatformFailure) {
  return {
    failureCode: code,
    failureSubcode: subcode,
    failureTrace: trace,
    failedAt: sql<Date>`now()`,
  };
}

/** Nothing is known of a page that nobody asked Meta about. */
function factColumns(facts: LinkFacts | undefined) {
  return {
    pageName: facts?.name ?? null,
    tokenEndsAt: facts?.tokenEndsAt ?? null,
    checkedAt: facts ? sql<Date>`now()` : null,
  };
}

async function connect(
  shelf: ShelfParts,
  botId: string,
  { pageId, appId, facts, ...secrets }: PageConnection,
): ReturnType<ChannelLinks["connect"]> {
  const sealed = sealUnderMaster(shelf.keyRing, JSON.stringify(secrets), linkContext(botId));
  const unharmed = {
    ...{ pausedUntil: null, stoppedFor: null, failedAt: null },
    ...{ failureCode: null, failureSubcode: null, failureTrace: null },
  };
  const row = {
    ...{ pageId, appId, ...sealed, ...unharmed, ...factColumns(facts) },
    connectedAt: sql<Date>`now()`,
  };
  try {
    const connected = await withLockedBot(shelf, botId, async (bot) => {
      await bot.db
        .insertInto("messengerPages")
        .values({ botId, ...row })
        .onConflict((conflict) => conflict.column("botId").doUpdateSet(row))
        .execute();
      await recordChange(bot, "page_connected", { page_id: pageId, app_id: appId });
      return "connected" as const;
    });
    return connected ?? "no_such_bot";
  } catch (error) {
    const isTaken =
      error instanceof DatabaseError && error.constraint === "messenger_pages_page_id_key";
    if (isTaken) return "page_taken";
    throw error;
  }
}

async function disconnect(shelf: ShelfParts, botId: string): Promise<ConnectedPage | null> {
  return withLockedBot(shelf, botId, async (bot) => {
    const connection = await find({ ...shelf, db: bot.db }, botId);
    if (!connection) return null;
    await bot.db.deleteFrom("messengerPages").where("botId", "=", botId).execute();
    await recordChange(bot, "page_disconnected", { page_id: connection.pageId });
    return connection;
  });
}

async function find({ db, keyRing }: ShelfParts, botId: string): Promise<ConnectedPage | null> {
  if (!isStorable(botId)) return null;
  const row = await db
    .selectFrom("messengerPages")
    .select(["pageId", "appId", "connectedAt", "keyId", "sealed"])
    .where("botId", "=", botId)
    .executeTakeFirst();
  if (!row) return null;
  const { pageId, appId, connectedAt, ...sealed } = row;
  const secrets = openUnderMaster(keyRing, sealed, linkContext(botId)).toString();
  return { pageId, appId, connectedAt, ...(JSON.parse(secrets) as PageSecrets) };
}
