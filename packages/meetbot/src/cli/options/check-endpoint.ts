import { CommandError } from "@meetbot/conformance/terminal/failure.ts";
import { note } from "@meetbot/conformance/terminal/print.ts";
import { canBeOpened, explainVerdict } from "@meetbot/network/addresses/explain-verdict.ts";
import { readConfig } from "../../config.ts";
import { guardOf } from "./guard-of.ts";

/**
 * Reports at once how every query would fail. The server has its own allow list, so an address that a list can allow
 * only causes a warning, and a host name that does not exist yet may exist later. Throws a {@link CommandError} if
 * queries are refused whatever the list contains.
 */
export async function checkEndpoint(endpoint: string): Promise<void> {
  const { allowed, reason } = await guardOf(readConfig(process.env)).judge(endpoint);
  if (allowed || reason === "name_not_found") return;
  const why = explainVerdict(reason);
  if (!canBeOpened(reason)) throw new CommandError(`Nothing is changed: ${why}.`);
  note(`Warning: with the settings of this shell ${why}, where the server runs.`);
}
