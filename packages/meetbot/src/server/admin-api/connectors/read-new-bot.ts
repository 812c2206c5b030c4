import { newBot } from "../../../settings/new-bot.ts";
import { type GivenChanges, readChanges } from "../../../settings/read-changes.ts";
import { ApiError } from "../http/api-error.ts";

/** A bot that is asked by a connector. Throws an {@link ApiError} where what is said of it cannot be. */
export function readNewBot(
  given: GivenChanges & { name: string },
  endpoint: string,
): ReturnType<typeof newBot> {
  const begun = newBot({ name: given.name, endpoint });
  const { changes, faults } = readChanges(given, begun.bot);
  const [first] = faults;
  if (first)
    throw new ApiError(422, "invalid_settings", `Nothing is changed. ${first.message}`, faults);
  return { ...begun, bot: { ...begun.bot, ...changes } };
}
