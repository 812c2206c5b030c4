import type { newBot } from "@meetbot/admin-api/settings/new-bot.ts";
import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { Store } from "../../../store/store.ts";
import {
  type CheckedShop,
  type ConnectDeps,
  checkShop,
  storeConnection,
  type Wished,
} from "./connect-shop.ts";

type BegunBot = ReturnType<typeof newBot>;

type CheckedOk = Extract<CheckedShop, { outcome: "ok" }>;

/** The outcome; only `created` leaves a bot. */
export type CreatedBot =
  | { outcome: "created"; bot: Bot; secrets: BegunBot["secrets"]; checked: CheckedOk }
  | Exclude<CheckedShop, { outcome: "ok" }>;

/** Creates a bot whose shop is queried by a connector, if the given configuration reaches the shop. */
export async function createConnectedBot(
  { bot: begun, secrets }: BegunBot,
  wished: Wished,
  store: Pick<Store, "bots" | "connections">,
  deps: ConnectDeps,
): Promise<CreatedBot> {
  const checked = await checkShop(wished.name, wished.config, deps);
  if (checked.outcome !== "ok") return checked;
  // Bots created on a demo server belong to the demo, which would not start beside a real bot.
  const demo = (await store.bots.list()).some((bot) => bot.demo);
  const bot = { ...begun, demo };
  await store.bots.create(bot, secrets);
  let isKept = false;
  try {
    isKept = await storeConnection(bot.id, wished, checked, store, deps);
  } finally {
    // Deletes the bot, so that nobody finds one that cannot answer.
    if (!isKept) await store.bots.delete(bot.id);
  }
  return { outcome: "created", bot, secrets, checked };
}
