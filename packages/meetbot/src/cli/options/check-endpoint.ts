import { CommandError } from "@meetbot/conformance/terminal/failure.ts";
import { note } from "@meetbot/conformance/terminal/print.ts";
import { canBeOpened, explainVerdict } from "@meetbot/network/addresses/explain-verdict.ts";
import { readConfig } from "../../config.ts";
import { guardOf } from "./guard-of.ts";

/**
 * Says at once what every query would come to. The server has an allow list of its own, so that what
 * a list can open is a warning; and a name that does not exist yet may come to be. Throws a
 * {@link CommandError} where queries are refused whatever a list holds.
 */
export async function checkEndpoint(endpoint: string): Promise<void> {
  const { allowed, reason } = await guardOf(readConfig(process.env)).judge(endpoint);
  if (allowed || reason === "name_not_found") return;
  const why = explainVerdict(reason);
  if (!canBeOpened(reason)) throw new CommandError(`Nothing is changed: ${why}.`);
  note(`Warning: with the settings of this shell ${why}, where the server runs.`);
}
