import type { Context } from "hono";
import type { LookUp, ReadingShelf } from "../../../store/readings.ts";
import { maxLookUpsAnHour } from "../../../store/readings.ts";
import type { AdminEnv } from "../admin-env.ts";
import { ApiError, notFound } from "../api-error.ts";
import { noteReading } from "../note-reading.ts";

/** Records a question to the shop that no customer asked, before it is asked; or refuses it. */
export async function noteLookUp(
  c: Context<AdminEnv>,
  readings: ReadingShelf,
  botId: string,
  asked: Pick<LookUp, "action" | "detail" | "subject">,
): Promise<void> {
  const { actor, operator } = c.get("caller");
  const lookUp = { ...asked, actor, operator: operator?.id ?? actor };
  const noted = await noteReading(c, readings.noteLookUp(botId, lookUp));
  if (noted === "no_such_bot") throw notFound("bot");
  if (noted === "noted") return;
  c.header("Retry-After", String(retryAfterS));
  throw tooMany;
}

/** The oldest of them may be about to fall out of the hour. */
const retryAfterS = 60;

const tooMany = new ApiError(
  429,
  "too_many_look_ups",
  `You asked this shop about ${maxLookUpsAnHour} accounts and numbers in the last hour, and an operator may ask for no more. Ask again later, or try with test, unknown_order and the like, which are about nobody.`,
);
