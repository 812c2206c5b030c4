import { maxLookupsAnHour } from "@meetbot/admin-api/limits/max-lookups.ts";
import type { Context } from "hono";
import type { Lookup, Readings } from "../../../store/logs/readings.ts";
import type { AdminEnv } from "../http/admin-env.ts";
import { ApiError, notFound } from "../http/api-error.ts";
import { recordReading } from "../http/record-reading.ts";

/**
 * Records an operator's query to the shop, which no customer asked for, before it is sent. Throws an {@link ApiError}
 * when the bot does not exist or the operator sent too many such queries within an hour.
 */
export async function recordLookup(
  c: Context<AdminEnv>,
  readings: Readings,
  botId: string,
  asked: Pick<Lookup, "action" | "detail" | "subject">,
): Promise<void> {
  const { actor, operator } = c.get("caller");
  const lookup = { ...asked, actor, operator: operator?.id ?? actor };
  const noted = await recordReading(c, readings.recordLookup(botId, lookup));
  if (noted === "no_such_bot") throw notFound("bot");
  if (noted === "noted") return;
  c.header("Retry-After", String(noted.freeInS));
  throw tooMany(noted.freeInS);
}

function tooMany(freeInS: number): ApiError {
  const minutes = Math.ceil(freeInS / 60);
  return new ApiError(
    429,
    "too_many_look_ups",
    `You asked this shop about ${maxLookupsAnHour} accounts and numbers in the last hour, and an operator may ask for no more. Ask again in ${minutes === 1 ? "1 minute" : `${minutes} minutes`}. What is about nobody is not counted.`,
  );
}
