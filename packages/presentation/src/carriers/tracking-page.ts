import type { Package } from "@meetbot/protocol";
import { americas } from "./americas.ts";
import { asiaPacific } from "./asia-pacific.ts";
import type { Carrier } from "./carrier.ts";
import { europe } from "./europe.ts";
import { worldwide } from "./worldwide.ts";

/** All carriers with known tracking pages. */
export const carriers: readonly Carrier[] = [...worldwide, ...europe, ...americas, ...asiaPacific];

/** Returns a carrier's name reduced to its letters and digits, for comparison. */
export const comparableCarrier = (name: string): string =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

/** The form of carriers' tracking numbers; a text in any other form is not inserted into a URL. */
const numberForm = /^[A-Z0-9][A-Z0-9-]{4,38}[A-Z0-9]$/;

/** Rules out words in place of a number, such as "see email". */
const fewestDigits = 4;

const countDigits = (number: string) => number.replace(/\D/g, "").length;

interface Known {
  carrier: Carrier;
  /** As the carrier writes the name itself. */
  written: string;
}

let known: ReadonlyMap<string, Known> | undefined;

/** Builds the map on first use: a caller that only draws cards does not need it. */
function findCarrier(name: string): Known | undefined {
  known ??= new Map(
    carriers.flatMap((carrier) =>
      carrier.aliases.map((written) => [comparableCarrier(written), { carrier, written }] as const),
    ),
  );
  return known.get(comparableCarrier(name));
}

/**
 * Returns the carrier's tracking page for a parcel. `null` if the name does not identify the carrier with certainty or
 * the carrier uses another number format; the format of a number alone does not identify a carrier.
 */
export function trackingPage(carrier: string, trackingNumber: string): string | null {
  const number = trackingNumber.replace(/\s/g, "");
  const found = findCarrier(carrier)?.carrier;
  const comparable = number.toUpperCase();
  if (!found || !numberForm.test(comparable) || countDigits(comparable) < fewestDigits) return null;
  if (found.form && !found.form.test(comparable.replaceAll("-", ""))) return null;
  return found.page.replace("{number}", encodeURIComponent(number));
}

/**
 * Returns the package with its carrier's official name (`ups` becomes UPS), and with a link to the carrier's page if
 * the shop gives none. A carrier that is not recognized with certainty stays as the shop wrote it.
 */
export function withKnownCarrier(pkg: Package): Package {
  const { carrier, tracking_number: number, tracking_url: own } = pkg;
  const found = carrier === undefined ? undefined : findCarrier(carrier);
  if (!found) return pkg;
  const page = own || !number ? null : trackingPage(found.written, number);
  return { ...pkg, carrier: found.written, ...(page !== null && { tracking_url: page }) };
}
