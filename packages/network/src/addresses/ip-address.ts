import { isIP } from "node:net";

/** An address as a number. IPv4 in the clothes of IPv6 (`::ffff:…`) is IPv4. */
export interface IpAddress {
  family: 4 | 6;
  value: bigint;
}

/** All addresses that share their first `prefix` bits. */
export interface Network extends IpAddress {
  prefix: number;
}

/** Number of bits before the IPv4 address in a mapped address. */
const MAPPED_BITS = 96;

/** Reads an address as the resolver and the URL standard write it; no zone, no other spelling. */
export function parseAddress(text: string): IpAddress | null {
  if (text.includes("%")) return null;
  const family = isIP(text);
  if (family === 4) return { family, value: ipv4Value(text) };
  if (family !== 6) return null;
  const value = ipv6Value(text);
  return value >> 32n === 0xffffn ? { family: 4, value: value & 0xffff_ffffn } : { family, value };
}

/** Parses `address/prefix`, which the caller has already validated. Throws a TypeError if the text is invalid. */
export function parseNetwork(text: string): Network {
  const [start = "", prefix = ""] = text.split("/");
  const address = parseAddress(start);
  if (!address) throw new TypeError(`not a network: ${text}`);
  const isMapped = address.family === 4 && start.includes(":");
  return { ...address, prefix: Math.max(0, Number(prefix) - (isMapped ? MAPPED_BITS : 0)) };
}

/** A network that is one address. */
export function onlyAddress(address: IpAddress): Network {
  return { ...address, prefix: bitsOf(address) };
}

/** Whether a network holds an address; never one of the other family. */
export function isWithin(address: IpAddress, network: Network): boolean {
  if (address.family !== network.family) return false;
  return (address.value ^ network.value) >> BigInt(bitsOf(network) - network.prefix) === 0n;
}

/** How many bits an address of this family has. */
export function bitsOf({ family }: IpAddress): number {
  return family === 4 ? 32 : 128;
}

function ipv4Value(text: string): bigint {
  return text.split(".").reduce((value, part) => (value << 8n) | BigInt(part), 0n);
}

function ipv6Value(text: string): bigint {
  const hexadecimal = text.replace(/(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}$/, (dotted) => {
    const value = ipv4Value(dotted);
    return `${(value >> 16n).toString(16)}:${(value & 0xffffn).toString(16)}`;
  });
  const [left = [], right = []] = hexadecimal
    .split("::")
    .map((side) => (side === "" ? [] : side.split(":")));
  const zeros = new Array<string>(8 - left.length - right.length).fill("0");
  return [...left, ...zeros, ...right].reduce(
    (value, group) => (value << 16n) | BigInt(`0x${group}`),
    0n,
  );
}
