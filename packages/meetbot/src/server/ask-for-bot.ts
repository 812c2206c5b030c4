import type { Logger } from "pino";
import { askMerchant } from "../merchant/ask.ts";
import type { BreakerChange } from "../merchant/breaker.ts";
import { type Circuits, createCircuits, type EndpointRef } from "../merchant/circuits.ts";
import type { MerchantAgent } from "../merchant/merchant-agent.ts";
import type { WorkerParts } from "../turn/work.ts";
import type { BotCache } from "./bot-cache.ts";

/** What asking for bots needs. */
export interface AskForBotParts {
  askers: BotCache;
  agent: MerchantAgent;
  circuits: Circuits;
}

/** Asks a bot's merchant, with what this node remembers of the endpoint and of the bot. */
export function createAskForBot(parts: AskForBotParts): WorkerParts["askMerchant"] {
  const { askers, agent, circuits } = parts;
  return ({ bot, secrets }, question, signal) => {
    const { id: botId, endpoint: url, pageId } = bot;
    const { signingSecrets } = secrets;
    const freshSecrets = async () =>
      (await askers.findFresh(botId))?.secrets.signingSecrets ?? signingSecrets;
    const circuit = circuits.of({ botId, url });
    const options = { agent, signal, circuit, freshSecrets };
    return askMerchant(question, { url, pageId, signingSecrets }, options);
  };
}

/** The circuits of this node; the log says when a shop is spared, and when it answers again. */
export function createLoggedCircuits(log: Logger): Circuits {
  return createCircuits(({ botId: bot }: EndpointRef, change: BreakerChange) => {
    if (change === "closed") log.info({ bot }, "the shop answers again");
    else log.warn({ bot, change }, "the shop does not answer, and is spared for a while");
  });
}
