import { readFileSync } from "node:fs";
import { CommandError } from "@meetbot/conformance/terminal/failure.ts";
import type { GivenConfig } from "@meetbot/model/connector/connection.ts";
import { problemWords } from "@meetbot/model/connector/connector-words.ts";
import type { CheckedShop } from "../../features/connectors/connecting/connect-shop.ts";
import { readStdin } from "../terminal/read-stdin.ts";

/** Larger is no configuration. */
const maxFileBytes = 64 * 1024;

/**
 * Reads a connector's configuration from a JSON file of strings or from standard input. Throws a {@link CommandError}
 * if it is invalid, without quoting its content.
 */
export async function readConnectorConfig(file: string): Promise<GivenConfig> {
  const text = file === "-" ? (await readStdin()).toString() : readFile(file);
  if (text.length > maxFileBytes) throw new CommandError(`${nameOf(file)} is too large to be one.`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new CommandError(`${nameOf(file)} is no JSON. ${howItLooks}`);
  }
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  const entries = isObject ? Object.entries(value as object) : [];
  if (!isObject || !entries.every(([, one]) => typeof one === "string")) {
    throw new CommandError(`${nameOf(file)} is no JSON object of texts. ${howItLooks}`);
  }
  return Object.fromEntries(entries as [string, string][]);
}

const howItLooks =
  'It looks like {"url": "https://shop.example", "apiKey": "…"}; meetbot connector list names the fields of each.';

const nameOf = (file: string) => (file === "-" ? "What stands on standard input" : file);

function readFile(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const { code = "unknown" } = error as { code?: string };
    throw new CommandError(`${file} cannot be read (${code}).`);
  }
}

/** Explains why a shop was not connected, and what to do. */
export function explainChecked(
  name: string,
  checked: Exclude<CheckedShop, { outcome: "ok" }>,
): CommandError {
  switch (checked.outcome) {
    case "no_connector":
      return new CommandError(
        `There is no connector ${JSON.stringify(name)}. See all with: meetbot connector list`,
      );
    case "bad_config":
      return new CommandError(`The configuration cannot be right: ${checked.message}`);
    case "trouble": {
      const { what, why, fix } = problemWords[checked.problem].en;
      const detail = checked.detail && ` (${checked.problem}: ${checked.detail})`;
      return new CommandError(`${what} ${why} ${fix}${detail}`);
    }
  }
}
