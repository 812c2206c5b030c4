import { connectorEndpoint } from "@meetbot/admin-api/settings/connector-endpoint.ts";
import type {
  Connection,
  GivenConfig,
  OpenConnection,
  ShownField,
  Trouble,
} from "@meetbot/model/connector/connection.ts";
import type { CheckNote } from "@meetbot/model/connector/connector-words.ts";
import { sql } from "kysely";
import { isStorable } from "../../../platform/postgres/is-storable.ts";
import type { BotLookups } from "../../../platform/sealing/bot-lookups.ts";
import { sealContext } from "../../../platform/sealing/seal-context.ts";
import { isSameSecret } from "../../../secrets/compare.ts";
import { openUnderMaster, sealUnderMaster } from "../../../secrets/key-ring.ts";
import type { LookupKey } from "../../../secrets/lookup-key.ts";
import { newToken } from "../../../secrets/token.ts";
import { recordChange } from "../../../store/bots/audit.ts";
import { applyChanges } from "../../../store/bots/change-bot.ts";
import { type BotStoreDeps, withLockedBot } from "../../../store/bots/locked-bot.ts";

/** A connection as an owner creates it, after a query to the shop with it. */
export interface NewConnection {
  name: string;
  config: GivenConfig;
  /** The configuration fields that are shown only as fingerprints. */
  secretFields: readonly string[];
  shop: string;
  notes: readonly CheckNote[];
}

interface ConnectionDeps extends BotStoreDeps {
  /** Keys of platforms can be short, so that a plain hash of one could be found. */
  fingerprintKey: LookupKey;
  lookups: Pick<BotLookups, "of">;
}

/** Returns the seal context for a connection. */
export function connectionContext(botId: string): string {
  return sealContext(botId, "shop connection");
}

/** Stores how Meetbot queries bots' shops itself; seals credentials under a master key and records changes. */
export function createShopConnections(deps: ConnectionDeps) {
  const { db, keyRing, fingerprintKey, lookups } = deps;

  function show({ config, secretFields }: NewConnection): Record<string, ShownField> {
    const fingerprint = (value: string) => fingerprintKey(value).toString("hex").slice(0, 8);
    return Object.fromEntries(
      Object.entries(config).map(([name, value]): [string, ShownField] => [
        name,
        secretFields.includes(name)
          ? { kind: "secret", fingerprint: fingerprint(value) }
          : { kind: "value", value },
      ]),
    );
  }

  /** The token lasts as long as the bot: the address only keeps scanners out, and the signature decides. */
  const hookTokenOf = async (botId: string): Promise<string> =>
    (await lookups.of(botId))("shop connection")(`platform hook of ${botId}`).toString("base64url");

  return {
    hookTokenOf,
    /** Whether a token is that of the address which this bot's platform calls. */
    isHookToken: async (botId: string, token: string): Promise<boolean> =>
      isSameSecret(token, await hookTokenOf(botId)),
    /** Returns the same store, which logs its changes under this actor. */
    as: (actor: string): ShopConnections => createShopConnections({ ...deps, actor }),
    /**
     * Returns the connection without opening its sealed secrets; `null` when Meetbot does not query this shop itself.
     */
    async find(botId: string): Promise<Connection | null> {
      if (!isStorable(botId)) return null;
      const row = await db
        .selectFrom("shopConnections")
        .select([
          "name",
          "shown",
          "shop",
          "connectedAt",
          "notes",
          "problem",
          "detail",
          "seenAt as notedAt",
        ])
        .where("botId", "=", botId)
        .executeTakeFirst();
      if (!row) return null;
      const { problem, detail, ...told } = row;
      return { ...told, trouble: problem && { problem, detail: detail ?? "" } };
    },
    /** Returns the connection with its secrets, for querying the shop. */
    async open(botId: string): Promise<OpenConnection | null> {
      if (!isStorable(botId)) return null;
      const row = await db
        .selectFrom("shopConnections")
        .select(["name", "version", "keyId", "sealed"])
        .where("botId", "=", botId)
        .executeTakeFirst();
      if (!row) return null;
      const { name, version } = row;
      const text = openUnderMaster(keyRing, row, connectionContext(botId)).toString();
      return { name, version, config: JSON.parse(text) as GivenConfig };
    },
    /** Makes the connector with this configuration the bot's endpoint. `null` when there is no such bot. */
    connect: (botId: string, given: NewConnection): Promise<true | null> =>
      withLockedBot(deps, botId, async (bot) => {
        const { name, shop } = given;
        const shown = show(given);
        const before = await bot.db
          .selectFrom("shopConnections")
          .select("name")
          .where("botId", "=", botId)
          .executeTakeFirst();
        const isNew = before?.name !== name;
        await applyChanges(bot, { endpoint: connectorEndpoint(name) });
        const text = JSON.stringify(given.config);
        const row = {
          ...{ name, shop, version: newToken() },
          ...sealUnderMaster(keyRing, text, connectionContext(botId)),
          ...{ shown: JSON.stringify(shown), notes: JSON.stringify(given.notes) },
          ...{ problem: null, detail: null },
        };
        await bot.db
          .insertInto("shopConnections")
          .values({ botId, ...row })
          .onConflict((conflict) =>
            conflict
              .column("botId")
              .doUpdateSet({ ...row, connectedAt: sql<Date>`now()`, seenAt: sql<Date>`now()` }),
          )
          .execute();
        await recordChange(bot, isNew ? "shop_connected" : "connection_replaced", {
          connector: name,
          shown: Object.fromEntries(
            Object.entries(shown).map(([field, one]) => [
              field,
              one.kind === "secret" ? one.fingerprint : one.value,
            ]),
          ),
        });
        return true as const;
      }),
    /**
     * Stores whether the platform answered a query made with this version of the configuration; writes nothing if that
     * is already stored.
     */
    async recordTrouble(botId: string, version: string, trouble: Trouble | null): Promise<void> {
      const problem = trouble?.problem ?? null;
      await db
        .updateTable("shopConnections")
        .set({ problem, detail: trouble?.detail ?? null, seenAt: sql<Date>`now()` })
        .where("botId", "=", botId)
        .where("version", "=", version)
        .where(sql<boolean>`problem is distinct from ${problem}`)
        .execute();
    },
    /** Records that an operator checked the shop with this version of the configuration. */
    async recordCheck(botId: string, version: string, seen: CheckSeen): Promise<void> {
      await withLockedBot(deps, botId, async (bot) => {
        const { trouble } = seen;
        await bot.db
          .updateTable("shopConnections")
          .set({
            ...(trouble
              ? trouble
              : {
                  ...{ problem: null, detail: null },
                  shop: seen.shop,
                  notes: JSON.stringify(seen.notes),
                }),
            seenAt: sql<Date>`now()`,
          })
          .where("botId", "=", botId)
          .where("version", "=", version)
          .execute();
        await recordChange(bot, "connection_checked", { problem: trouble?.problem ?? null });
      });
    },
  };
}

/** The result of an operator's check. */
export type CheckSeen =
  | { trouble: null; shop: string; notes: readonly CheckNote[] }
  | { trouble: Trouble };

/**
 * The connections through which Meetbot queries bots' shops itself. (An interface, because a method returns this type.)
 */
export interface ShopConnections extends ReturnType<typeof createShopConnections> {}
