import { newBot } from "@meetbot/admin-api/settings/new-bot.ts";
import type { EndpointGuard } from "@meetbot/network/addresses/endpoint-guard.ts";
import { customerLocales } from "@meetbot/presentation";
import { connectShop } from "../../../features/connectors/connecting/connect-shop.ts";
import { openConnectorHost } from "../../../features/connectors/host/connector-host.ts";
import type { Store } from "../../../store/store.ts";
import { connectPatiently } from "./connect-patiently.ts";
import type { VendureShop } from "./start-vendure.ts";

/** The bot of the demo's Vendure. */
export const vendureBotId = "bot_vendure";

/**
 * Has the demo's second bot ask Vendure, as an owner would connect it in the console; `null`: it does, otherwise why it
 * does not.
 */
export async function connectVendure(
  store: Pick<Store, "bots" | "connections">,
  { url, apiKey }: Pick<VendureShop, "url" | "apiKey">,
  guard: EndpointGuard,
  onWait: (why: string) => void,
): Promise<string | null> {
  const { bots } = store;
  if (!(await bots.find(vendureBotId))) {
    const { bot, secrets } = newBot({
      ...{ id: vendureBotId, name: "Vendure Demo Shop", endpoint: "connector:vendure" },
      ...{ contact: "help@vendure-shop.example", languages: [...customerLocales], demo: true },
    });
    await bots.create(bot, secrets);
  }
  const host = openConnectorHost({ guard, onCrash() {} });
  try {
    const wished = { name: "vendure", config: { url, apiKey } };
    const connect = () => connectShop(vendureBotId, wished, store, { host, guard });
    return await connectPatiently(connect, onWait);
  } finally {
    await host.close();
  }
}
