import { isIP } from "node:net";
import { InvalidSettingError } from "./invalid-setting-error.ts";
import { limits } from "./limits.ts";

const maxBits = { 4: 32, 6: 128 };

/**
 * Parses addresses and CIDR networks. Throws an {@link InvalidSettingError} if a value is neither or there are too
 * many.
 */
export function readNetworks(values: readonly string[]): string[] {
  const networks = new Set(values.map(readNetwork));
  if (networks.size <= limits.networks) return [...networks];
  throw new InvalidSettingError(`A bot has ${limits.networks} networks at most.`);
}

function readNetwork(value: string): string {
  const entry = value.trim();
  const [address = "", bits, ...more] = entry.split("/");
  const family = address.includes("%") ? 0 : isIP(address);
  const isPart = bits === undefined || /^\d{1,3}$/.test(bits);
  if ((family === 4 || family === 6) && isPart && more.length === 0) {
    if (Number(bits ?? 0) <= maxBits[family]) return entry;
  }
  throw new InvalidSettingError(
    `A network is an address, or one with the number of its bits, such as 198.51.100.0/24. This is none: ${entry}`,
  );
}
