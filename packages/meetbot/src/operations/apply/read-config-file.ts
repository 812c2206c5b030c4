import { parseYaml } from "../answers/parse-yaml.ts";
import { ConfigFileError } from "./form/config-file-error.ts";
import { type ConfigFault, type Place, placeOf } from "./form/place.ts";

/** Many shops with all their answers; a larger file is another one. */
const maxFileBytes = 16 * 1024 * 1024;

/** Further faults are omitted; the next run shows them. */
const maxFaultsShown = 20;

/** A config file that is being read. */
export interface ConfigFile {
  place: Place;
  /** Throws a {@link ConfigFileError} with the line number if a fault was found. */
  demandRight(): void;
}

/**
 * Parses the YAML of a config file; faults refer to the file by `name`. Throws a {@link ConfigFileError} if the text is
 * not a config file.
 */
export function readConfigFile(text: string, name: string): ConfigFile {
  if (Buffer.byteLength(text) > maxFileBytes) {
    throw new ConfigFileError(
      `Nothing is changed: ${name} has more than ${maxFileBytes / 1024 / 1024} MB.`,
    );
  }
  const parsed = parseYaml(text);
  if (parsed.fault) {
    const { line, message } = parsed.fault;
    throw new ConfigFileError(`Nothing is changed. ${name}:${line}: ${message}`);
  }
  const faults: ConfigFault[] = [];
  const lineOf = ({ path }: ConfigFault) => parsed.lineOf(toPointer(path));
  const tell = (fault: ConfigFault) => {
    const at = fault.path.length === 0 ? "" : ` ${fault.path.join(".")}:`;
    return `${name}:${lineOf(fault)}:${at} ${fault.message}`;
  };
  return {
    place: placeOf(parsed.value ?? undefined, faults),
    demandRight() {
      if (faults.length === 0) return;
      const inOrder = faults.toSorted((one, other) => lineOf(one) - lineOf(other));
      const shown = inOrder.slice(0, maxFaultsShown).map(tell);
      const more = faults.length - shown.length;
      const rest = more > 0 ? [`And ${more} more.`] : [];
      throw new ConfigFileError(["Nothing is changed.", ...shown, ...rest].join("\n"));
    },
  };
}

function toPointer(path: readonly string[]): string {
  return path.map((step) => `/${step.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
