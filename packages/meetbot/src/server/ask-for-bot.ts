import type { Logger } from "pino";
import { askMerchant } from "../merchant/ask.ts";
import type { BreakerChange } from "../merchant/breaker.ts";
import { createCircuits, type EndpointRef } from "../merchant/circuits.ts";
import type { MerchantAgent } from "../merchant/merchant-agent.ts";
import type { WorkerParts } from "../turn/work.ts";
import type { BotCache } from "./bot-cache.ts";

/** What asking for bots needs. */
export interface AskForBotParts {
  askers: BotCache;
  agent: MerchantAgent;
  onChange?: (endpoint: EndpointRef, change: BreakerChange) => void;
  log: Logger;
}

/** Asks a bot's merchant, with what this node remembers of the endpoint and of the bot. */
export function createAskForBot({
  askers,
  agent,
  onChange,
  log,
}: AskForBotParts): WorkerParts["askMerchant"] {
  const circuitOf = createCircuits((endpoint, change) => {
    tellOfChange(log, endpoint, change);
    onChange?.(endpoint, change);
  });
  return ({ bot, secrets }, question, signal) => {
    const { id: botId, endpoint: url, pageId } = bot;
    const { signingSecrets } = secrets;
    const freshSecrets = async () =>
      (await askers.findFresh(botId))?.secrets.signingSecrets ?? signingSecrets;
    const circuit = circuitOf({ botId, url });
    const options = { agent, signal, circuit, freshSecrets };
    return askMerchant(question, { url, pageId, signingSecrets }, options);
  };
}

function tellOfChange(log: Logger, { botId: bot }: EndpointRef, change: BreakerChange): void {
  if (change === "closed") log.info({ bot }, "the shop answers again");
  else log.warn({ bot, change }, "the shop does not answer, and is spared for a while");
}
