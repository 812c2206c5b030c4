import { connectorNameOf } from "@meetbot/admin-api/settings/connector-endpoint.ts";
import { CommandError, WrongUseError } from "@meetbot/conformance/terminal/failure.ts";
import { note } from "@meetbot/conformance/terminal/print.ts";
import { noteWords } from "@meetbot/model/connector/connector-words.ts";
import { readConfig } from "../../config.ts";
import type {
  CheckedShop,
  ConnectDeps,
  Wished,
} from "../../features/connectors/connecting/connect-shop.ts";
import { openConnectorHost } from "../../features/connectors/host/connector-host.ts";
import { explainChecked, readConnectorConfig } from "./connector-config.ts";
import { guardOf } from "./guard-of.ts";

/** The help text of `--config` beside `--endpoint`. */
export const configOption = [
  "--config <file>",
  "with --endpoint connector:NAME: its configuration, a JSON file; -: standard input",
] as const;

/**
 * Returns the connector that an endpoint names, with its configuration; `null` if the endpoint is a URL or was not
 * given. Throws a `WrongUseError` if one is given without the other.
 */
export async function readWished(
  endpoint: string | undefined,
  file: string | undefined,
): Promise<Wished | null> {
  const name = endpoint === undefined ? null : connectorNameOf(endpoint);
  if (name === null && file === undefined) return null;
  if (name === null) {
    throw new WrongUseError("--config belongs to --endpoint connector:NAME; a URL has none.");
  }
  if (file === undefined) {
    throw new WrongUseError(
      `Say with what the shop is asked: --endpoint connector:${name} --config FILE. Its fields: meetbot connector list`,
    );
  }
  return { name, config: await readConnectorConfig(file) };
}

/** Runs `use` with the means to query shops through this environment's guard, for as long as it runs. */
export async function whileConnecting<Result>(
  use: (deps: ConnectDeps) => Promise<Result>,
): Promise<Result> {
  const guard = guardOf(readConfig(process.env));
  const host = openConnectorHost({ guard, onCrash() {} });
  try {
    return await use({ host, guard });
  } finally {
    await host.close();
  }
}

/** Prints what an owner should know about the connection. Throws a {@link CommandError} if there is none. */
export function demandConnected(
  { name }: Wished,
  checked: CheckedShop,
): Extract<CheckedShop, { outcome: "ok" }> {
  if (checked.outcome !== "ok") {
    throw new CommandError(`Nothing is changed. ${explainChecked(name, checked).message}`);
  }
  for (const one of checked.notes) note(`Note: ${noteWords[one].en}`);
  return checked;
}
