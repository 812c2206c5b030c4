import { hostname, type NetworkInterfaceInfo, networkInterfaces } from "node:os";

/** The demo's addresses, for its own server and for browsers. */
export interface DemoPlace {
  /** The address that its server and its shop listen on. */
  host: string;
  /** The host name at which programs on this machine reach both servers. */
  nearHost: string;
  /** The host name used in all links. */
  linkHost: string;
  /** Every name it answers to, as URLs write them. */
  names: string[];
  /** Others in the network reach it. */
  isOpen: boolean;
}

type Interfaces = NodeJS.Dict<NetworkInterfaceInfo[]>;

const wildcards = ["0.0.0.0", "::", "[::]"];
const loopback = /^(?:127(?:\.\d{1,3}){3}|localhost|::1|\[::1\])$/;

/** Networks of containers and virtual machines within this machine, which no other machine can reach. */
const withinThisMachine = /^(?:docker|br-|veth|virbr)/;

/**
 * Returns the host name of a demo on this address. On this machine alone it is `localhost`, because browsers accept
 * passkeys for names only; programs, which ask for JSON, get the address.
 */
export function placeDemo(
  host: string,
  { forPrograms = false, interfaces = networkInterfaces() as Interfaces } = {},
): DemoPlace {
  const isOpen = !loopback.test(host);
  const isWildcard = wildcards.includes(host);
  const addresses = addressesOf(interfaces);
  const machine = hostname().toLowerCase();
  const own = isOpen
    ? [machine, `${machine}.local`, ...addresses, ...(isWildcard ? [] : [host])]
    : [];
  const localName = forPrograms ? host : "localhost";
  const openName = isWildcard ? (addresses[0] ?? localName) : host;
  return {
    host,
    nearHost: isWildcard ? "127.0.0.1" : host,
    linkHost: isOpen ? openName : localName,
    names: [...new Set(["127.0.0.1", "localhost", "::1", ...own])].map(inUrl),
    isOpen,
  };
}

/** Returns the URL of a demo server under one of its host names. */
export function urlAt(name: string, port: number | string): string {
  return `http://${inUrl(name)}:${port}`;
}

function inUrl(name: string): string {
  return name.includes(":") && !name.startsWith("[") ? `[${name}]` : name;
}

/** Returns this machine's addresses that other machines can reach, IPv4 first because people can type them. */
function addressesOf(interfaces: Interfaces): string[] {
  return Object.entries(interfaces)
    .filter(([name]) => !withinThisMachine.test(name))
    .flatMap(([, found = []]) => found)
    .filter(({ internal, address }) => !internal && !address.startsWith("fe80:"))
    .sort((one, other) => one.family.localeCompare(other.family))
    .map(({ address }) => address);
}
