import type { Logger } from "pino";
import { askMerchant } from "../merchant/ask.ts";
import type { Asked } from "../merchant/circuit.ts";
import type { Circuits } from "../merchant/circuits.ts";
import type { MerchantAgent } from "../merchant/merchant-agent.ts";
import type { EndpointHealthShelf } from "../store/store.ts";
import type { Asker, WorkerParts } from "../turn/work.ts";
import type { BotCache } from "./bot-cache.ts";

/** What asking for bots needs. */
export interface AskForBotParts {
  askers: BotCache;
  agent: MerchantAgent;
  circuits: Circuits;
  health: EndpointHealthShelf;
  log: Logger;
}

/** Asks a bot's merchant, with what is remembered of the endpoint and of the bot. */
export function createAskForBot(parts: AskForBotParts): WorkerParts["askMerchant"] {
  const { askers, agent, circuits, log } = parts;
  return async (asker, question, signal) => {
    const { id: botId, endpoint: url, pageId } = asker.bot;
    const { signingSecrets } = asker.secrets;
    const freshSecrets = async () =>
      (await askers.findFresh(botId))?.secrets.signingSecrets ?? signingSecrets;
    const circuit = circuits.of({ botId, url });
    const stopped = asker.health.stopped?.for ?? null;
    const endpoint = { url, pageId, signingSecrets, stopped };
    const options = { agent, signal, circuit, freshSecrets };
    const asked = await askMerchant(question, endpoint, options);
    await noteHealth(asker, asked, parts).catch((error: unknown) => {
      log.warn({ err: error, bot: botId }, "the health of an endpoint was not noted");
    });
    return asked;
  };
}

/** What a single answer says for all nodes; the circuit notes what a row of failures says. */
async function noteHealth(
  { bot, health: known }: Asker,
  { answer }: Asked,
  { askers, health, log }: AskForBotParts,
): Promise<void> {
  if (answer.kind !== "unavailable") {
    if (known.failingSince) await health.noteAnswering(bot.id, bot.endpoint);
    return;
  }
  if (answer.reason !== "gone") return;
  await health.noteGone(bot.id, bot.endpoint);
  await askers.findFresh(bot.id);
  log.error({ bot: bot.id }, "the webhook says that it is gone, and is asked nothing any more");
}
