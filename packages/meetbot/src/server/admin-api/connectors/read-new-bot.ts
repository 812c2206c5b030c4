import { newBot } from "../../../settings/new-bot.ts";
import { readChanges } from "../../../settings/read-changes.ts";
import { ApiError } from "../http/api-error.ts";

/** A bot of this name that is asked by a connector. Throws an {@link ApiError} where the name cannot be one. */
export function readNewBot(name: string, endpoint: string): ReturnType<typeof newBot> {
  const begun = newBot({ name, endpoint });
  const { changes, faults } = readChanges({ name }, begun.bot);
  const [first] = faults;
  if (first)
    throw new ApiError(422, "invalid_settings", `Nothing is changed. ${first.message}`, faults);
  return { ...begun, bot: { ...begun.bot, ...changes } };
}
