import { networkInterfaces } from "node:os";
import { isMetadata, isPublic } from "./address-ranges.ts";
import type { AllowList } from "./allow-list.ts";
import { isInternalName } from "./internal-names.ts";
import { type IpAddress, parseAddress } from "./ip-address.ts";
import { readTarget, type Target, type UrlFault } from "./read-target.ts";
import { refusedPorts } from "./refused-ports.ts";
import { type ResolveName, resolveName } from "./resolve-name.ts";

/** Why Meetbot refuses to connect. The codes never change, because scripts read them. */
export type RefusedFor =
  | UrlFault
  | "internal_name"
  | "special_address"
  | "metadata_address"
  | "own_port"
  | "refused_port"
  | "plain_http";

/** `public`: anyone's; `allow_list`: the operator's own, opened by `MEETBOT_OUTBOUND_ALLOW`. */
export type AllowedAs = "public" | "allow_list";

export type Verdict =
  | { allowed: true; reason: AllowedAs }
  | { allowed: false; reason: RefusedFor | "name_not_found" };

/** The verdict on a connection, with the only addresses it may go to. */
export type Vetted =
  | { allowed: true; reason: AllowedAs; addresses: readonly string[] }
  | { allowed: false; reason: RefusedFor };

/** The name exists but has no address; the code is the same as for a name that does not exist. */
class NoAddressError extends Error {
  override name = "NoAddressError";
  readonly code = "ENOTFOUND";
}

export interface EndpointGuard {
  /** The verdict on a URL, or on a bare address: as if it were reached by https. */
  judge(urlOrAddress: string): Promise<Verdict>;
  /** Resolves a host once and checks all its addresses. Rejects if the lookup fails. */
  vet(target: Target): Promise<Vetted>;
}

export interface EndpointGuardOptions {
  allow: () => AllowList;
  /** The port that Meetbot itself listens on: on this machine it is closed, whatever is allowed. */
  ownPort: number;
  resolve?: ResolveName;
}

/**
 * Keeps queries on the public internet: a person who sets an endpoint must not reach what only the operator's network
 * can. One refused address refuses the whole name. `plain_http` is checked last: it means that all else is well.
 */
export function createEndpointGuard(options: EndpointGuardOptions): EndpointGuard {
  const { resolve = resolveName } = options;

  async function vet(target: Target): Promise<Vetted> {
    const { host, port, isPlain } = target;
    const list = options.allow();
    const isLiteral = parseAddress(host) !== null;
    if (!isLiteral && !list.hasName(host, port) && isInternalName(host)) {
      return refused("internal_name");
    }
    const addresses = isLiteral ? [host] : await resolve(host);
    if (addresses.length === 0) throw new NoAddressError("the name has no address");
    const judged = addresses.map((text) => checkAddress(text, target, list, options.ownPort));
    const closed = judged.find((one) => one !== "public" && one !== "allow_list");
    if (closed) return refused(closed);
    if (judged.every((one) => one === "allow_list")) {
      return { allowed: true, reason: "allow_list", addresses };
    }
    if (refusedPorts.has(port)) return refused("refused_port");
    if (isPlain) return refused("plain_http");
    return { allowed: true, reason: "public", addresses };
  }

  async function judge(text: string): Promise<Verdict> {
    const isBare = parseAddress(text) !== null;
    const target = isBare ? { host: text, port: 443, isPlain: false } : readTarget(text);
    if (typeof target === "string") return { allowed: false, reason: target };
    try {
      const vetted = await vet(target);
      if (!vetted.allowed) return vetted;
      return { allowed: true, reason: vetted.reason };
    } catch {
      return { allowed: false, reason: "name_not_found" };
    }
  }

  return { judge, vet };
}

/** Returns the verdict on one address of a host. The operator's list cannot override earlier checks. */
function checkAddress(
  text: string,
  { host, port }: Target,
  list: AllowList,
  ownPort: number,
): AllowedAs | RefusedFor {
  const address = parseAddress(text);
  if (!address) return "special_address";
  if (port === ownPort && isOfThisMachine(address)) return "own_port";
  if (isMetadata(address)) {
    return list.hasExactAddress(address, port) ? "allow_list" : "metadata_address";
  }
  if (list.hasName(host, port) || list.hasAddress(address, port)) return "allow_list";
  return isPublic(address) ? "public" : "special_address";
}

function refused(reason: RefusedFor): { allowed: false; reason: RefusedFor } {
  return { allowed: false, reason };
}

/** By every address under which a port of this machine answers to this machine. */
function isOfThisMachine({ family, value }: IpAddress): boolean {
  const isLoopback = family === 4 ? [0n, 127n].includes(value >> 24n) : value <= 1n;
  return (
    isLoopback ||
    Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .some(({ address }) => {
        const own = parseAddress(address);
        return own?.family === family && own.value === value;
      })
  );
}
