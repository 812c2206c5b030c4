import { timingSafeEqual } from "node:crypto";
import type { CarrierConnection, CarrierKind } from "@meetbot/model/carrier/carrier.ts";
import { sql } from "kysely";
import type { StorePart } from "../../../platform/parts/store-part.ts";
import { isStorable } from "../../../platform/postgres/is-storable.ts";
import { sealContext } from "../../../platform/sealing/seal-context.ts";
import { openUnderMaster, sealUnderMaster } from "../../../secrets/key-ring.ts";
import { hashToken } from "../../../secrets/token.ts";
import { recordChange } from "../../../store/bots/audit.ts";
import { type BotStoreDeps, withLockedBot } from "../../../store/bots/locked-bot.ts";

/** A carrier as an operator connects it. */
export interface GivenCarrier {
  kind: CarrierKind;
  /** "": it signs nothing. */
  secret: string;
  /** In the address that it calls from now on. */
  hookToken: string;
}

/** What receiving a carrier's requests requires. */
export interface ReachedCarrier {
  kind: CarrierKind;
  secret: string;
}

/** Returns the seal context for a carrier's secret. */
export function carrierContext(botId: string, kind: string): string {
  return sealContext(botId, `carrier ${kind}`);
}

/** Stores which carriers report parcel changes to bots; seals secrets under a master key and records changes. */
export function createCarriers(deps: BotStoreDeps) {
  const { db, keyRing } = deps;
  return {
    /** Returns the same store, which logs its changes under this actor. */
    as: (actor: string): Carriers => createCarriers({ ...deps, actor }),
    async list(botId: string): Promise<CarrierConnection[]> {
      if (!isStorable(botId)) return [];
      return db
        .selectFrom("carrierConnections")
        .select(["kind", "isSigned", "createdAt as connectedAt", "lastHeardAt"])
        .where("botId", "=", botId)
        .orderBy("kind")
        .execute();
    },
    /** Returns the bot's carrier whose address contains this token, or `null` if there is none. */
    async reach(botId: string, hookToken: string): Promise<ReachedCarrier | null> {
      if (!isStorable(botId)) return null;
      const rows = await db
        .selectFrom("carrierConnections")
        .select(["kind", "keyId", "sealed", "hookHash"])
        .where("botId", "=", botId)
        .execute();
      const hash = hashToken(hookToken);
      const row = rows.find(({ hookHash }) => timingSafeEqual(hookHash, hash));
      if (!row) return null;
      const secret = openUnderMaster(keyRing, row, carrierContext(botId, row.kind)).toString();
      return { kind: row.kind, secret };
    },
    /** Lets the carrier report from now on, at this address only. `null` if there is no such bot. */
    connect: (botId: string, { kind, secret, hookToken }: GivenCarrier): Promise<true | null> =>
      withLockedBot(deps, botId, async (bot) => {
        const sealed = sealUnderMaster(keyRing, secret, carrierContext(botId, kind));
        const isSigned = secret !== "";
        const given = { ...sealed, isSigned, hookHash: hashToken(hookToken) };
        await bot.db
          .insertInto("carrierConnections")
          .values({ botId, kind, ...given })
          .onConflict((conflict) =>
            conflict
              .columns(["botId", "kind"])
              .doUpdateSet({ ...given, createdAt: sql<Date>`now()`, lastHeardAt: null }),
          )
          .execute();
        await recordChange(bot, "carrier_connected", { kind, signed: isSigned });
        return true as const;
      }),
    /** Its address is dead from now on. False: it was not connected. */
    async disconnect(botId: string, kind: CarrierKind): Promise<boolean> {
      const isGone = await withLockedBot(deps, botId, async (bot) => {
        const { numDeletedRows } = await bot.db
          .deleteFrom("carrierConnections")
          .where("botId", "=", botId)
          .where("kind", "=", kind)
          .executeTakeFirstOrThrow();
        if (numDeletedRows === 0n) return false;
        await recordChange(bot, "carrier_disconnected", { kind });
        return true;
      });
      return isGone ?? false;
    },
    /** Records that the carrier sent an accepted request; written at most once a minute. */
    async recordWebhook(botId: string, kind: CarrierKind): Promise<void> {
      await db
        .updateTable("carrierConnections")
        .set({ lastHeardAt: sql<Date>`now()` })
        .where("botId", "=", botId)
        .where("kind", "=", kind)
        .where(sql<boolean>`coalesce(last_heard_at < now() - interval '1 minute', true)`)
        .execute();
    },
  };
}

/** The store for the carriers that report parcel movements to bots. */
export interface Carriers extends ReturnType<typeof createCarriers> {}

/** The store's part for carriers. */
export const carriersPart = {
  open: createCarriers,
  sealedTables: [
    {
      name: "carrier_connections",
      key: ["bot_id", "kind"],
      sealed: "sealed",
      contextOf: ({ bot_id = "", kind = "" }) => carrierContext(bot_id, kind),
    },
  ],
} satisfies StorePart<Carriers>;
