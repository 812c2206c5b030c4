import { createEndpointGuard } from "@meetbot/network/addresses/endpoint-guard.ts";
import { createMerchantAgent } from "@meetbot/network/exchange/merchant-agent.ts";
import { openShopWays } from "../../features/connectors/connecting/open-shop-ways.ts";
import type { AgentOf } from "../../merchant/agent-of.ts";
import { createSenders, openApis } from "../../operations/channels/senders.ts";
import { createAskForBot } from "../../operations/endpoint/ask-for-bot.ts";
import { openLanguageModel } from "../../operations/endpoint/open-language-model.ts";
import { createAgents, watchAgent, watchApis, watchMails } from "../metrics/watch-calls.ts";
import type { NodeBase } from "./open-base.ts";

/** All that a node reaches outside. */
export type Outside = Awaited<ReturnType<typeof openOutside>>;

/** Opens a node's outbound connections: guarded, with each call timed by the system it calls. */
export async function openOutside(base: NodeBase) {
  const { settings, store, port, askers, circuits, recordUsage, now, log } = base;
  const { outboundAllow, channels, languageModel, singleSignOn } = settings;
  const { onCall } = base.metrics;
  const guard = createEndpointGuard({ allow: outboundAllow, ownPort: port });
  const pushGuard = createEndpointGuard({ allow: settings.pushServices, ownPort: port });
  const [wayOut, pushWayOut] = [createMerchantAgent(guard), createMerchantAgent(pushGuard)];
  const { connectors } = settings;
  const shopWays = openShopWays({ store, http: wayOut, guard, log, connectors });
  const agentOf: AgentOf = (botId, listenerId) =>
    watchAgent(shopWays.agentOf(botId, listenerId), "merchant", onCall);
  const asking = { askers, agentOf, circuits, health: store.health, recordUsage, now, log };
  const apis = watchApis(openApis(channels, settings.apiUrls), onCall);
  const { links } = store.channels;
  const model =
    languageModel &&
    openLanguageModel(languageModel, {
      ...{ outboundAllow, port, log },
      watch: (agent) => watchAgent(agent, "language_model", onCall),
    });
  const identityProvider =
    singleSignOn &&
    (await import("../../single-sign-on/single-sign-on.ts")).openSingleSignOn(singleSignOn, {
      ...{ outboundAllow, ownPort: port },
      watch: (agent) => watchAgent(agent, "identity_provider", onCall),
    });
  return {
    ...{ guard, pushGuard, agentOf, asking, apis, model, identityProvider },
    connectors: shopWays.host,
    agents: createAgents(wayOut, pushWayOut, onCall),
    mailer: settings.mailer && watchMails(settings.mailer, onCall),
    askMerchant: createAskForBot(asking),
    ...createSenders({ links, bots: askers, channels, apis }),
    async close() {
      await Promise.all([wayOut.close(), pushWayOut.close()]);
      await shopWays.close();
      await model?.close();
      await identityProvider?.close();
    },
  };
}
