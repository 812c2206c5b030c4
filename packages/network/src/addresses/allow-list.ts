import {
  bitsOf,
  type IpAddress,
  isWithin,
  type Network,
  onlyAddress,
  parseAddress,
  parseNetwork,
} from "./ip-address.ts";
import { toHost } from "./read-target.ts";

/** Destinations that the operator allows although the guard would refuse them. */
export interface AllowList {
  hasName(name: string, port: number): boolean;
  hasAddress(address: IpAddress, port: number): boolean;
  /** Whether this very address is listed, not just a network around it. */
  hasExactAddress(address: IpAddress, port: number): boolean;
}

type Entry = ({ name: string } | { network: Network }) & { port: number | null };

/** Parses the entries of `MEETBOT_OUTBOUND_ALLOW`, whose form must have been checked. Throws a TypeError otherwise. */
export function parseAllowList(texts: readonly string[]): AllowList {
  const entries = texts.map(parseEntry);
  const has = (port: number, fits: (entry: Entry) => boolean) =>
    entries.some((entry) => (entry.port ?? port) === port && fits(entry));
  return {
    hasName: (name, port) => has(port, (entry) => "name" in entry && entry.name === name),
    hasAddress: (address, port) =>
      has(port, (entry) => "network" in entry && isWithin(address, entry.network)),
    hasExactAddress: (address, port) =>
      has(
        port,
        (entry) =>
          "network" in entry &&
          entry.network.prefix === bitsOf(entry.network) &&
          isWithin(address, entry.network),
      ),
  };
}

function parseEntry(text: string): Entry {
  if (text.includes("/")) return { network: parseNetwork(text), port: null };
  const address = parseAddress(text);
  if (address) return { network: onlyAddress(address), port: null };
  const [, host = "", port] = /^(.*?)(?::(\d+))?$/.exec(text) ?? [];
  const name = toHost(new URL(`http://${host}`).hostname);
  const literal = parseAddress(name);
  return {
    ...(literal ? { network: onlyAddress(literal) } : { name }),
    port: port === undefined ? null : Number(port),
  };
}
