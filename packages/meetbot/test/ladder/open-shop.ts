import { newBot } from "@meetbot/admin-api/settings/new-bot.ts";
import { deskEventTypes } from "@meetbot/model/desk/desk-event.ts";
import { newSecret } from "@meetbot/protocol";
import { createPush, type PushClient } from "@meetbot/sdk";
import { email as mailedDesk } from "../../src/features/handoff/kinds/email.ts";
import type { Random } from "../fixtures/random.ts";
import { type InventedShop, inventShop } from "./invent-shop.ts";
import type { Operators } from "./operators.ts";
import type { SensitiveValues } from "./sensitive-value.ts";
import type { LadderNode } from "./start-ladder.ts";

/** A shop with its bot, and with all that tells people outside what happens in it. */
export interface OpenShop {
  shop: InventedShop;
  identitySecret: string;
  push: PushClient;
  /** The mailbox that conversations are handed to. */
  desk: string;
  /** Whether mail to the desk includes what the bot wrote about orders. */
  deskHasNumbers: boolean;
  /** Destinations by the paths of their addresses, and whether the words of messages go along. */
  alerts: { path: string; withText: boolean }[];
}

/** Makes a shop up and opens it on a node. */
export async function openShop(
  node: LadderNode,
  operators: Operators,
  { random, values }: { random: Random; values: SensitiveValues },
): Promise<OpenShop> {
  const { store, shops, url, now, alertsUrl } = node;
  const botId = `bot_${random.below(2 ** 31).toString(36)}${random.below(2 ** 31).toString(36)}`;
  const shop = inventShop(random, values, botId);
  const { policy, numberAlone } = shop;
  const [signingSecret, identitySecret, pushSecret] = [newSecret(), newSecret(), newSecret()];
  const about = { id: botId, name: "Shop", endpoint: shops.endpointOf(botId), pageId: "1" };
  const { bot } = newBot({ ...about, policy, numberAlone });
  await store.bots.create(bot, { signingSecret, identitySecret, pushSecret });
  shops.serve(shop, signingSecret);
  // The bot offers customer updates only where the shop has pushed before.
  await store.usage.note(botId, { kind: "push", name: "test" });
  await operators.letIn(botId);
  const deskHasNumbers = random.percent(30);
  const desk = `desk.${botId}@desk.example`;
  const read = mailedDesk.read({ email: desk }, false);
  if (!("secrets" in read)) throw new Error("a desk's mailbox is none");
  await store.bridges.settings.set(botId, {
    ...{ kind: "email", shown: read.shown, secrets: read.secrets, isOn: true },
    ...{ locale: "en", withNumbers: deskHasNumbers },
  });
  const alerts = [false, true].map((withText) => ({ path: `/${botId}/${withText}`, withText }));
  for (const { path, withText } of alerts) {
    await store.alerts.destinations.add(botId, {
      ...{ id: `d${withText}`, kind: "webhook", name: "Desk", locale: "en" },
      ...{ events: [...deskEventTypes], withText, shown: "localhost" },
      secrets: { url: alertsUrl + path, secret: newSecret() },
    });
  }
  const push = createPush({ url, botId, pushSecret, now });
  return { shop, identitySecret, push, desk, deskHasNumbers, alerts };
}
