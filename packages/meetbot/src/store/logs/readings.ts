import { maxLookupsAnHour } from "@meetbot/admin-api/limits/max-lookups.ts";
import type { AuditAction } from "@meetbot/model/log/audit.ts";
import { type Kysely, sql } from "kysely";
import type { Tables } from "../../platform/postgres/tables.ts";
import { accountLookup } from "../../platform/sealing/account-lookup.ts";
import type { KeyRing } from "../../secrets/key-ring.ts";
import type { LookupKey } from "../../secrets/lookup-key.ts";
import { recordChange } from "../bots/audit.ts";
import { type LockedBot, withLockedBot } from "../bots/locked-bot.ts";

/** An operator's access to customer data of a bot. The detail holds ids, never the data itself. */
export interface LogReading {
  actor: string;
  action: AuditAction;
  detail?: Record<string, unknown>;
}

/** The person whom a query to the shop concerns, as the operator entered it. */
export interface LookupSubject {
  account?: string | undefined;
  other_account?: string | undefined;
  order_number?: string | undefined;
  package_number?: string | undefined;
}

/** A query to the shop about a customer that no customer asked for. */
export interface Lookup extends LogReading {
  /** The operator's id, or a name for a query without an operator. */
  operator: string;
  subject: LookupSubject;
}

/** The hour is full. */
export interface TooManyLookups {
  /** Seconds until the oldest counted reading is an hour old. */
  freeInS: number;
}

/** Stores readings in the bots' audit, where they stay as long as the bot. */
export function createReadings(db: Kysely<Tables>, keyRing: KeyRing, lookupKey: LookupKey) {
  const fingerprint = (value: string) =>
    accountLookup(lookupKey, value).toString("hex").slice(0, fingerprintDigits);
  return {
    /** Returns an unreadable fingerprint of an account or number for the audit, always the same for the same value. */
    fingerprint,
    /** Records a reading; false when there is no such bot, so that nothing may be shown. */
    async note(botId: string, { actor, action, detail = {} }: LogReading): Promise<boolean> {
      const noted = await withLockedBot({ db, keyRing, actor }, botId, async (bot) => {
        await recordChange(bot, action, detail);
        return true;
      });
      return noted ?? false;
    },
    /** Records a query to the shop; these are limited per hour. */
    async recordLookup(
      botId: string,
      { actor, action, detail, operator, subject }: Lookup,
    ): Promise<"noted" | TooManyLookups | "no_such_bot"> {
      const named = Object.entries(subject).flatMap(([kind, value]) =>
        value ? [[kind, fingerprint(value)] as const] : [],
      );
      const noted = await withLockedBot({ db, keyRing, actor }, botId, async (bot) => {
        const isOfSomebody = named.length > 0;
        const freeInS = isOfSomebody ? await whenFree(bot, operator) : null;
        if (freeInS !== null) return { freeInS };
        const asked = isOfSomebody ? { operator, ...Object.fromEntries(named) } : {};
        await recordChange(bot, action, { ...detail, ...asked });
        return "noted" as const;
      });
      return noted ?? "no_such_bot";
    },
  };
}

/** The operators' access to customer data, recorded before the data is shown. */
export type Readings = ReturnType<typeof createReadings>;

/** Enough that no two of a shop's are alike. */
const fingerprintDigits = 16;

/**
 * Returns in how many seconds the hourly limit allows one more lookup; `null` when it does now. The bot is locked, so
 * no other transaction counts at the same moment.
 */
async function whenFree({ db, botId }: LockedBot, operator: string): Promise<number | null> {
  const hindering = await db
    .selectFrom("audit")
    .select(sql<number>`extract(epoch from at + interval '1 hour' - now())::float8`.as("freeInS"))
    .where("botId", "=", botId)
    .where("action", "in", ["query_sent", "conformance_started", "order_looked_up"])
    .where("at", ">", sql<Date>`now() - interval '1 hour'`)
    .where(sql`detail->>'operator'`, "=", operator)
    .orderBy("at", "desc")
    .limit(1)
    .offset(maxLookupsAnHour - 1)
    .executeTakeFirst();
  return hindering ? Math.max(1, Math.ceil(Number(hindering.freeInS))) : null;
}
