import type { LoggedDelivery } from "@meetbot/model/log/delivery-log.ts";
import { readQuestion } from "../../../merchant/read-question.ts";
import type { AskBeside } from "../../../operations/endpoint/ask-for-bot.ts";
import type { DeliveryLog } from "../../../store/logs/delivery-log.ts";
import type { Asker } from "../../../turn/work/work.ts";
import { ApiError, notFound } from "../http/api-error.ts";

/** The dependencies of a replay. */
export interface ReplayDeps {
  /** The bot as it is at this moment. */
  askerOf(botId: string): Promise<Asker | null>;
  /** Sends one query to the shop immediately, bypassing the breaker. */
  askBypassingBreaker: AskBeside;
  /** Ends with the server. */
  closing: AbortSignal;
}

/**
 * Sends the query of a delivery to the merchant again, and stores the outcome as a new delivery of the same
 * conversation. The caller may be gone meanwhile: the shop was queried, and the log says so. Throws an {@link ApiError}
 * when the bot or the delivery does not exist, or the delivery has no query to repeat.
 */
export async function replayDelivery(
  log: DeliveryLog,
  { botId, deliveryId }: { botId: string; deliveryId: string },
  { askerOf, askBypassingBreaker, closing }: ReplayDeps,
): Promise<LoggedDelivery> {
  const [asker, found] = await Promise.all([askerOf(botId), log.find(botId, deliveryId)]);
  if (!asker) throw notFound("bot");
  if (!found) throw notFound("delivery");
  const question = readQuestion(found.delivery.requestBody);
  if (!question) throw nothingAsked;
  const { delivery } = await askBypassingBreaker(asker, question, closing);
  const added = await log.addReplay(botId, deliveryId, delivery);
  if (!added) throw notFound("delivery");
  return added;
}

const nothingAsked = new ApiError(
  409,
  "nothing_to_replay",
  "A test, or what became of a push, asks no question that could be asked again. Test the endpoint instead.",
);
