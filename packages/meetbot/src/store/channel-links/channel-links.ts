import type {
  ChannelConnection,
  ChannelLink,
  LinkFacts,
  LinkRef,
  LinkStop,
  PlatformFailure,
} from "@meetbot/model/channel-link.ts";
import { sql } from "kysely";
import { DatabaseError } from "pg";
import { isStorable } from "../../platform/postgres/is-storable.ts";
import { sealContext } from "../../platform/sealing/seal-context.ts";
import { openUnderMaster, sealUnderMaster } from "../../secrets/key-ring.ts";
import { recordChange } from "../bots/audit.ts";
import { type BotStoreDeps, type LockedBot, withLockedBot } from "../bots/locked-bot.ts";
import type { LinkWindow } from "../outbox/link-window.ts";
import { linkStateOf } from "./link-state.ts";

/** Returns the seal context of a link's secrets. It says "page" because the first secrets were sealed that way. */
export function linkContext({ botId, channel }: LinkRef): string {
  return sealContext(botId, `${channel} page`);
}

/** Links in the database; their secrets sealed under a master key, their changes recorded. */
export function createChannelLinks(deps: BotStoreDeps) {
  const { db } = deps;
  return {
    /** Returns the same links, with changes recorded under the name of this actor. */
    as: (actor: string): ChannelLinks => createChannelLinks({ ...deps, actor }),
    /** Connects the given account, or reconnects it, which clears whatever stopped the link. */
    connect: (botId: string, connection: ChannelConnection) => connect(deps, botId, connection),
    /** Deletes a link and returns it; `null` if there was none. Messages that were not sent yet stay unsent. */
    disconnect: (ref: LinkRef) => disconnect(deps, ref),
    find: (ref: LinkRef) => find(deps, ref),
    /** Returns the bot linked to this id of the platform; `null` if there is none. */
    async holderOf({
      channel,
      externalId,
    }: Pick<ChannelConnection, "channel" | "externalId">): Promise<string | null> {
      const holder = await db
        .selectFrom("channelLinks")
        .select("botId")
        .where("channel", "=", channel)
        .where("externalId", "=", externalId)
        .executeTakeFirst();
      return holder?.botId ?? null;
    },
    stateOf: (on: LinkWindow) => linkStateOf(db, on),
    /** Records that the platform confirmed the link made at `connectedAt`, and that all is in order. */
    async markChecked(ref: LinkRef, connectedAt: Date, facts: LinkFacts): Promise<void> {
      await update(deps, ref)
        .set(factColumns(facts))
        .where("connectedAt", "=", connectedAt)
        .execute();
    },
    /** Records that the bot's profile is published on the platform. */
    async markPublished(ref: LinkRef): Promise<void> {
      await withLockedBot(deps, ref.botId, async (bot) => {
        const published = await update(bot, ref)
          .set({ profilePublishedAt: sql<Date>`now()` })
          .returning("externalId")
          .executeTakeFirst();
        if (!published) return;
        await recordChange(bot, "profile_published", nameOf(ref, published.externalId));
      });
    },
    /** Pauses sending over the link for this long. */
    async pause(ref: LinkRef, forMs: number, failure: PlatformFailure): Promise<void> {
      const pausedUntil = sql<Date>`greatest(paused_until, now() + ${forMs} * interval '1 ms')`;
      await update(deps, ref)
        .set({ ...failureColumns(failure), pausedUntil })
        .execute();
    },
    /** Records a refusal by the platform that has no other effect on the link. */
    async note(ref: LinkRef, failure: PlatformFailure): Promise<void> {
      await update(deps, ref).set(failureColumns(failure)).execute();
    },
    /** Stops sending until the link is reconnected; `false` if it was already stopped or has been reconnected since. */
    async stop(
      ref: LinkRef,
      connectedAt: Date,
      { reason: stoppedFor, failure }: { reason: LinkStop; failure: PlatformFailure },
    ): Promise<boolean> {
      const stopped = await withLockedBot(deps, ref.botId, async (bot) => {
        const { numUpdatedRows } = await update(bot, ref)
          .set({ ...failureColumns(failure), stoppedFor })
          .where("stoppedFor", "is", null)
          .where("connectedAt", "=", connectedAt)
          .executeTakeFirstOrThrow();
        if (numUpdatedRows === 0n) return false;
        const { code, subcode, trace } = failure;
        const why = { reason: stoppedFor, code, subcode, trace };
        await recordChange(bot, "page_stopped", { channel: ref.channel, ...why });
        return true;
      });
      return stopped ?? false;
    },
  };
}

/** The bots' links to push channels: at most one link per channel. */
export interface ChannelLinks extends ReturnType<typeof createChannelLinks> {}

/** How the audit names a link. Its actions speak of a page on every channel: the first one had pages. */
function nameOf({ channel }: Pick<LinkRef, "channel">, externalId: string) {
  return { channel, page_id: externalId };
}

function update({ db }: Pick<BotStoreDeps | LockedBot, "db">, { botId, channel }: LinkRef) {
  return db.updateTable("channelLinks").where("botId", "=", botId).where("channel", "=", channel);
}

function failureColumns({ code, subcode, trace }: PlatformFailure) {
  return {
    failureCode: code,
    failureSubcode: subcode,
    failureTrace: trace,
    failedAt: sql<Date>`now()`,
  };
}

/** Returns the columns for a link's facts; they are null until the platform has been queried about the link. */
function factColumns(facts: LinkFacts | undefined) {
  return {
    name: facts?.name ?? null,
    tokenEndsAt: facts?.tokenEndsAt ?? null,
    checkedAt: facts ? sql<Date>`now()` : null,
  };
}

async function connect(
  deps: BotStoreDeps,
  botId: string,
  { channel, externalId, details, secrets, facts }: ChannelConnection,
): Promise<"connected" | "no_such_bot" | "taken"> {
  const context = linkContext({ botId, channel });
  const sealed = sealUnderMaster(deps.keyRing, JSON.stringify(secrets), context);
  const unharmed = {
    ...{ pausedUntil: null, stoppedFor: null, failedAt: null },
    ...{ failureCode: null, failureSubcode: null, failureTrace: null },
  };
  const row = {
    ...{ externalId, details: JSON.stringify(details), ...sealed },
    ...{ ...unharmed, ...factColumns(facts), connectedAt: sql<Date>`now()` },
  };
  try {
    const connected = await withLockedBot(deps, botId, async (bot) => {
      await bot.db
        .insertInto("channelLinks")
        .values({ botId, channel, ...row })
        .onConflict((conflict) => conflict.columns(["botId", "channel"]).doUpdateSet(row))
        .execute();
      const named = { ...nameOf({ channel }, externalId), ...details };
      await recordChange(bot, "page_connected", named);
      return "connected" as const;
    });
    return connected ?? "no_such_bot";
  } catch (error) {
    const isTaken =
      error instanceof DatabaseError && error.constraint === "channel_links_external_id";
    if (isTaken) return "taken";
    throw error;
  }
}

async function disconnect(deps: BotStoreDeps, ref: LinkRef): Promise<ChannelLink | null> {
  return withLockedBot(deps, ref.botId, async (bot) => {
    const link = await find({ ...deps, db: bot.db }, ref);
    if (!link) return null;
    const { botId, channel } = ref;
    await bot.db
      .deleteFrom("channelLinks")
      .where("botId", "=", botId)
      .where("channel", "=", channel)
      .execute();
    await recordChange(bot, "page_disconnected", nameOf(ref, link.externalId));
    return link;
  });
}

async function find({ db, keyRing }: BotStoreDeps, ref: LinkRef): Promise<ChannelLink | null> {
  if (!isStorable(ref.botId)) return null;
  const row = await db
    .selectFrom("channelLinks")
    .select(["channel", "externalId", "details", "connectedAt", "keyId", "sealed"])
    .where("botId", "=", ref.botId)
    .where("channel", "=", ref.channel)
    .executeTakeFirst();
  if (!row) return null;
  const { keyId, sealed, ...link } = row;
  const secrets = openUnderMaster(keyRing, { keyId, sealed }, linkContext(ref)).toString();
  return { ...link, secrets: JSON.parse(secrets) as ChannelLink["secrets"] };
}
