import type { Logger } from "pino";
import { type Circuits, createCircuits } from "../../merchant/resilience/endpoint-runtimes.ts";
import type { EndpointHealthShelf } from "../../store/bots/endpoint-health.ts";

/** A shop that is away for longer has a problem that somebody must look at. */
const tellAfterMs = 5 * 60_000;

/** The circuits of this node. What they find out is noted for all nodes, and said to the operator. */
export function createWatchedCircuits(health: EndpointHealthShelf, log: Logger): Circuits {
  const noteFailing = async (bot: string, url: string) => {
    const { failingSince, stopped } = await health.noteFailing(bot, url);
    if (stopped) return log.error({ bot, stopped }, "the shop is asked nothing any more");
    const isLong = failingSince !== null && Date.now() - failingSince.getTime() > tellAfterMs;
    const say = isLong ? log.error.bind(log) : log.warn.bind(log);
    say({ bot, failingSince }, "the shop does not answer, and is spared for a while");
  };
  const noteAnswering = async (bot: string, url: string) => {
    await health.noteAnswering(bot, url);
    log.info({ bot }, "the shop answers again");
  };
  return createCircuits(({ botId, url }, change) => {
    const note = change === "closed" ? noteAnswering : noteFailing;
    note(botId, url).catch((error: unknown) => {
      log.warn({ err: error, bot: botId }, "the health of an endpoint was not noted");
    });
  });
}
