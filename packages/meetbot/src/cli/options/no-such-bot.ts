import { CommandError } from "@meetbot/conformance/terminal/failure.ts";

/** A bot was named that does not exist. */
export function noSuchBot(id: string): CommandError {
  return new CommandError(`There is no bot ${id}. See all with: meetbot bot list`);
}
