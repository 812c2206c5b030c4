import type {
  AlertDelivery,
  AlertDestination,
  AlertSecrets,
  AlertWishes,
} from "@meetbot/model/alert/alert-destination.ts";
import type { AlertKind } from "@meetbot/model/alert/alert-kind.ts";
import { type Kysely, sql } from "kysely";
import { isStorable } from "../../../platform/postgres/is-storable.ts";
import type { Tables } from "../../../platform/postgres/tables.ts";
import { sealContext } from "../../../platform/sealing/seal-context.ts";
import { openUnderMaster, sealUnderMaster } from "../../../secrets/key-ring.ts";
import { recordChange } from "../../../store/bots/audit.ts";
import {
  type BotStoreDeps,
  type LockedBot,
  withLockedBot,
} from "../../../store/bots/locked-bot.ts";
import { expireWaiting } from "./expire-waiting.ts";

/** Nobody reads more destinations than this, and Meetbot sends each event to all of them. */
export const maxDestinations = 20;

/** How many of the latest deliveries are shown. */
const shownDeliveries = 50;

/** A destination to be. */
export interface NewDestination extends AlertWishes {
  id: string;
  kind: AlertKind;
  shown: string;
  secrets: AlertSecrets;
}

/** The fields to change; an absent field stays as it is. */
export type DestinationChanges = { [Wish in keyof AlertWishes]?: AlertWishes[Wish] | undefined } & {
  isOn?: boolean | undefined;
  address?: Pick<NewDestination, "shown" | "secrets">;
};

/** Returns the seal context for a destination's secrets. */
export function destinationContext(botId: string, destinationId: string): string {
  return sealContext(botId, "alerts", destinationId);
}

/** Stores alert destinations; seals their secrets under a master key and records their changes. */
export function createAlertDestinations(deps: BotStoreDeps) {
  const { db, keyRing } = deps;
  return {
    /** Returns the same store, with its changes recorded under this actor. */
    as: (actor: string): AlertDestinations => createAlertDestinations({ ...deps, actor }),
    list: (botId: string) =>
      select(db, botId)
        .orderBy("createdAt")
        .orderBy("destinationId")
        .execute()
        .then(toDestinations),
    async find(botId: string, id: string): Promise<AlertDestination | null> {
      if (!isStorable(id)) return null;
      const rows = await select(db, botId).where("destinationId", "=", id).execute();
      return toDestinations(rows)[0] ?? null;
    },
    async secretsOf(botId: string, id: string): Promise<AlertSecrets | null> {
      const row = await db
        .selectFrom("alertDestinations")
        .select(["keyId", "sealed"])
        .where("botId", "=", botId)
        .where("destinationId", "=", id)
        .executeTakeFirst();
      if (!row) return null;
      return JSON.parse(openUnderMaster(keyRing, row, destinationContext(botId, id)).toString());
    },
    add: (botId: string, given: NewDestination) =>
      withLockedBot(deps, botId, (bot) => add(bot, given)),
    /** Returns false if there is no such destination. Alerts that wait for a disabled destination are not sent. */
    async change(botId: string, id: string, changes: DestinationChanges): Promise<boolean> {
      return (await withLockedBot(deps, botId, (bot) => change(bot, id, changes))) ?? false;
    },
    async remove(botId: string, id: string): Promise<boolean> {
      return (await withLockedBot(deps, botId, (bot) => remove(bot, id))) ?? false;
    },
    /** Records that somebody sent a sample to the destination. */
    async recordTested(botId: string, id: string, isSent: boolean): Promise<void> {
      await withLockedBot(deps, botId, async (bot) => {
        if (isSent) {
          const well = { lastSentAt: sql<Date>`now()`, failingSince: null, failures: 0 };
          await update(bot, id).set(well).execute();
        }
        await recordChange(bot, "alert_tested", { destination: id, sent: isSent });
      });
    },
    /** Returns the latest deliveries to a destination, newest first. */
    async deliveriesOf(botId: string, id: string): Promise<AlertDelivery[]> {
      const rows = await db
        .selectFrom("alertDeliveries")
        .select(["eventId as id", "type", "conversationId", "at", "status", "tries", "endedAt"])
        .select(["sendAt as nextAt", "httpStatus", "problem"])
        .where("botId", "=", botId)
        .where("destinationId", "=", id)
        .orderBy("eventId", "desc")
        .limit(shownDeliveries)
        .execute();
      return rows;
    },
  };
}

/** The store for bots' alert destinations. */
export interface AlertDestinations extends ReturnType<typeof createAlertDestinations> {}

function select(db: Kysely<Tables>, botId: string) {
  return db
    .selectFrom("alertDestinations")
    .select(["botId", "destinationId as id", "kind", "name", "shown", "isSigned", "locale"])
    .select(["events", "withText", "isOn", "createdAt", "lastSentAt", "failingSince"])
    .select(["stoppedAt", "stoppedFor"])
    .where("botId", "=", isStorable(botId) ? botId : "");
}

type Row = Awaited<ReturnType<ReturnType<typeof select>["execute"]>>[number];

function toDestinations(rows: Row[]): AlertDestination[] {
  return rows.map(({ stoppedAt, stoppedFor, ...row }) => ({
    ...row,
    stopped: stoppedFor && stoppedAt && { for: stoppedFor, at: stoppedAt },
  }));
}

function addressColumns(
  { keyRing, botId }: Pick<LockedBot, "keyRing" | "botId">,
  id: string,
  { shown, secrets }: Pick<NewDestination, "shown" | "secrets">,
) {
  const context = destinationContext(botId, id);
  const sealed = sealUnderMaster(keyRing, JSON.stringify(secrets), context);
  return { shown, isSigned: secrets.secret !== undefined, ...sealed };
}

async function add(bot: LockedBot, given: NewDestination): Promise<"added" | "too_many"> {
  const { db, botId } = bot;
  const { id, kind, name, locale, events, withText } = given;
  const { count } = await db
    .selectFrom("alertDestinations")
    .select(sql<number>`count(*)::integer`.as("count"))
    .where("botId", "=", botId)
    .executeTakeFirstOrThrow();
  if (count >= maxDestinations) return "too_many";
  const row = { botId, destinationId: id, kind, name, locale, events, withText };
  const address = addressColumns(bot, id, given);
  await db
    .insertInto("alertDestinations")
    .values({ ...row, ...address })
    .execute();
  const told = { destination: id, kind, to: given.shown, events: events.join(", ") };
  await recordChange(bot, "alert_added", { ...told, with_text: withText });
  return "added";
}

async function change(
  bot: LockedBot,
  id: string,
  { address, ...wishes }: DestinationChanges,
): Promise<boolean> {
  // An operator who changes the address, or turns the destination on or off, has repaired it.
  const mended = { stoppedAt: null, stoppedFor: null, failingSince: null, failures: 0 };
  const isMended = address !== undefined || wishes.isOn !== undefined;
  const { numUpdatedRows } = await update(bot, id)
    .set({
      ...wishes,
      ...(address && addressColumns(bot, id, address)),
      ...(isMended && { ...mended, nextAt: sql<Date>`now()` }),
      destinationId: id,
    })
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) return false;
  if (wishes.isOn === false) await expireWaiting(bot.db, bot.botId, id);
  const { events, withText, isOn, name, locale } = wishes;
  const facts = { with_text: withText, on: isOn, name, language: locale, to: address?.shown };
  const told = { destination: id, ...facts, events: events?.join(", ") };
  await recordChange(bot, "alert_changed", JSON.parse(JSON.stringify(told)));
  return true;
}

async function remove(bot: LockedBot, id: string): Promise<boolean> {
  const gone = await bot.db
    .deleteFrom("alertDestinations")
    .where("botId", "=", bot.botId)
    .where("destinationId", "=", id)
    .returning(["kind", "shown"])
    .executeTakeFirst();
  if (!gone) return false;
  await recordChange(bot, "alert_removed", { destination: id, kind: gone.kind, to: gone.shown });
  return true;
}

function update({ db, botId }: LockedBot, id: string) {
  return db
    .updateTable("alertDestinations")
    .where("botId", "=", botId)
    .where("destinationId", "=", id);
}
