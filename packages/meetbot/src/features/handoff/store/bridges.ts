import type {
  BotBridge,
  BridgeKind,
  BridgeSecrets,
  BridgeWishes,
} from "@meetbot/model/bridge/bridge.ts";
import { type Kysely, sql } from "kysely";
import { isStorable } from "../../../platform/postgres/is-storable.ts";
import type { Tables } from "../../../platform/postgres/tables.ts";
import { sealContext } from "../../../platform/sealing/seal-context.ts";
import { openUnderMaster, sealUnderMaster } from "../../../secrets/key-ring.ts";
import { hashToken } from "../../../secrets/token.ts";
import { recordChange } from "../../../store/bots/audit.ts";
import {
  type BotStoreDeps,
  type LockedBot,
  withLockedBot,
} from "../../../store/bots/locked-bot.ts";
import { forgetPlaces, handOverWaiting } from "./hand-over-waiting.ts";

/** A bridge as configured by an operator. */
export interface GivenBridge extends BridgeWishes {
  kind: BridgeKind;
  shown: string;
  secrets: BridgeSecrets;
  isOn: boolean;
  /** In the address that the desk calls from now on; `undefined`: as before. */
  hookToken?: string | undefined;
}

/** What Meetbot needs to call a help desk and to verify its requests. */
export interface ReachedBridge {
  kind: BridgeKind;
  secrets: BridgeSecrets;
  hookHash: Buffer | null;
}

/** Returns the seal context for a bridge's secrets. */
export function bridgeContext(botId: string): string {
  return sealContext(botId, "bridge");
}

/** Stores the desks that bots' conversations are handed to; seals secrets under a master key and records changes. */
export function createBridges(deps: BotStoreDeps) {
  const { db, keyRing } = deps;
  return {
    /** Returns the same store, which logs its changes under this actor. */
    as: (actor: string): Bridges => createBridges({ ...deps, actor }),
    find: (botId: string): Promise<BotBridge | null> => find(db, botId),
    /** Returns the bot's bridge, or `null` if there is none. With `isOn`, a disabled bridge counts as none. */
    async reach(botId: string, { isOn = false } = {}): Promise<ReachedBridge | null> {
      if (!isStorable(botId)) return null;
      const row = await db
        .selectFrom("bridges")
        .select(["kind", "keyId", "sealed", "hookHash"])
        .where("botId", "=", botId)
        .$if(isOn, (query) => query.where("isOn", "=", true))
        .executeTakeFirst();
      if (!row) return null;
      const { kind, hookHash, ...stored } = row;
      const secrets = openUnderMaster(keyRing, stored, bridgeContext(botId)).toString();
      return { kind, hookHash, secrets: JSON.parse(secrets) };
    },
    /**
     * Hands conversations to this desk from now on, including those that already wait for an agent. `null` if there is
     * no such bot.
     */
    set: (botId: string, given: GivenBridge): Promise<true | null> =>
      withLockedBot(deps, botId, (bot) => set(bot, given)),
    /** Removes the desk, and all data about conversations there. False when there was none. */
    async remove(botId: string): Promise<boolean> {
      return (await withLockedBot(deps, botId, remove)) ?? false;
    },
    /** Records a test of whether the desk can be reached. */
    async recordTested(botId: string, isDone: boolean): Promise<void> {
      await withLockedBot(deps, botId, async (bot) => {
        if (isDone) {
          const well = { failures: 0, failingSince: null, problem: null, nextAt: sql<Date>`now()` };
          await bot.db.updateTable("bridges").set(well).where("botId", "=", botId).execute();
        }
        await recordChange(bot, "bridge_tested", { done: isDone });
      });
    },
  };
}

/** The desks that bots' conversations are handed to. */
export interface Bridges extends ReturnType<typeof createBridges> {}

async function find(db: Kysely<Tables>, botId: string): Promise<BotBridge | null> {
  if (!isStorable(botId)) return null;
  const row = await db
    .selectFrom("bridges")
    .select(["botId", "kind", "shown", "locale", "withNumbers", "isOn", "createdAt", "lastDoneAt"])
    .select(["failingSince", "problem", "stoppedAt", "stoppedFor"])
    .select(({ selectFrom }) =>
      selectFrom("bridgeConversations")
        .select(sql<number>`count(*)::integer`.as("count"))
        .whereRef("bridgeConversations.botId", "=", "bridges.botId")
        .where("dueAt", "is not", null)
        .as("behind"),
    )
    .where("botId", "=", botId)
    .executeTakeFirst();
  if (!row) return null;
  const { stoppedAt, stoppedFor, behind, ...own } = row;
  const stopped = stoppedFor && stoppedAt && { for: stoppedFor, at: stoppedAt };
  return { ...own, behind: behind ?? 0, stopped };
}

async function set(bot: LockedBot, given: GivenBridge): Promise<true> {
  const { db, botId, keyRing } = bot;
  const { kind, shown, locale, withNumbers, isOn, secrets, hookToken } = given;
  const before = await db
    .selectFrom("bridges")
    .select(["kind", "shown"])
    .where("botId", "=", botId)
    .executeTakeFirst();
  const sealed = sealUnderMaster(keyRing, JSON.stringify(secrets), bridgeContext(botId));
  const hook = hookToken === undefined ? {} : { hookHash: hashToken(hookToken) };
  const wished = { kind, shown, locale, withNumbers, isOn, ...sealed, ...hook };
  // An operator who sets the desk has fixed it.
  const mended = { failures: 0, failingSince: null, problem: null, stoppedAt: null };
  await db
    .insertInto("bridges")
    .values({ botId, hookHash: null, ...wished })
    .onConflict((conflict) =>
      conflict
        .column("botId")
        .doUpdateSet({ ...wished, ...mended, stoppedFor: null, nextAt: sql<Date>`now()` }),
    )
    .execute();
  const isElsewhere = before && (before.kind !== kind || before.shown !== shown);
  if (isElsewhere) await forgetPlaces(db, botId);
  if (isOn) await handOverWaiting(db, botId);
  const told = { kind, address: shown, on: isOn, with_numbers: withNumbers, language: locale };
  await recordChange(bot, before ? "bridge_changed" : "bridge_set", told);
  return true;
}

async function remove(bot: LockedBot): Promise<boolean> {
  const gone = await bot.db
    .deleteFrom("bridges")
    .where("botId", "=", bot.botId)
    .returning(["kind", "shown"])
    .executeTakeFirst();
  if (!gone) return false;
  await recordChange(bot, "bridge_removed", { kind: gone.kind, address: gone.shown });
  return true;
}
