import type { Kysely } from "kysely";
import { createAlertDestinations } from "../features/alerts/store/alert-destinations.ts";
import { createShopConnections } from "../features/connectors/store/shop-connections.ts";
import type { Tables } from "../platform/postgres/tables.ts";
import type { BotLookups } from "../platform/sealing/bot-lookups.ts";
import { createLookupKey } from "../secrets/lookup-key.ts";
import { createAnswerBooks } from "./answers/answer-books.ts";
import { createBots } from "./bots/bots.ts";
import type { BotStoreDeps } from "./bots/locked-bot.ts";
import { createOperators } from "./operators/operators.ts";

interface SettingStoresDeps extends BotStoreDeps {
  db: Kysely<Tables>;
  lookupRoot: Buffer;
  lookups: Pick<BotLookups, "of">;
}

/** Creates the stores of operators' settings, which can be used one by one or all in one transaction. */
export function createSettingStores({ lookupRoot, ...deps }: SettingStoresDeps) {
  const { db, keyRing, actor } = deps;
  const fingerprintKey = createLookupKey(lookupRoot, "shop connection");
  return {
    bots: createBots(db, keyRing, actor),
    answers: createAnswerBooks(db, keyRing, actor),
    destinations: createAlertDestinations(deps),
    connections: createShopConnections({ ...deps, fingerprintKey }),
    operators: createOperators(db, createLookupKey(lookupRoot, "sign-in")),
  };
}

export type SettingStores = ReturnType<typeof createSettingStores>;
