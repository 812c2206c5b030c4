import type { Logger } from "pino";
import {
  createEndpointRuntimes,
  type EndpointRuntimes,
} from "../../merchant/resilience/endpoint-runtimes.ts";
import type { EndpointHealthStore } from "../../store/bots/endpoint-health.ts";

/** A shop that is unreachable for longer has a problem that somebody must look at. */
const tellAfterMs = 5 * 60_000;

/** Returns this node's circuits. Their state changes are stored for all nodes and logged for the operator. */
export function createWatchedCircuits(health: EndpointHealthStore, log: Logger): EndpointRuntimes {
  const recordFailing = async (bot: string, url: string) => {
    const { failingSince, stopped } = await health.recordFailing(bot, url);
    if (stopped) return log.error({ bot, stopped }, "the shop is asked nothing any more");
    const isLong = failingSince !== null && Date.now() - failingSince.getTime() > tellAfterMs;
    const say = isLong ? log.error.bind(log) : log.warn.bind(log);
    say({ bot, failingSince }, "the shop does not answer, and is spared for a while");
  };
  const recordAnswering = async (bot: string, url: string) => {
    await health.recordAnswering(bot, url);
    log.info({ bot }, "the shop answers again");
  };
  return createEndpointRuntimes(({ botId, url }, change) => {
    const note = change === "closed" ? recordAnswering : recordFailing;
    note(botId, url).catch((error: unknown) => {
      log.warn({ err: error, bot: botId }, "an endpoint's health could not be recorded");
    });
  });
}
