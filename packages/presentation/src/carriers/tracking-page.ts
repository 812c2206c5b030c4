import type { Package } from "@meetbot/protocol";
import { americas } from "./americas.ts";
import { asiaPacific } from "./asia-pacific.ts";
import type { Carrier } from "./carrier.ts";
import { europe } from "./europe.ts";
import { worldwide } from "./worldwide.ts";

/** All carriers whose pages are known. */
export const carriers: readonly Carrier[] = [...worldwide, ...europe, ...americas, ...asiaPacific];

/** Returns a carrier's name reduced to its letters and digits, for comparison. */
export const comparableCarrier = (name: string): string =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

/** What carriers number parcels with; anything else is no number, and goes into no address. */
const numberForm = /^[A-Z0-9][A-Z0-9-]{4,38}[A-Z0-9]$/;

/** Of words that stand in a number's place, such as "see email". */
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
 * The page on which a carrier says where a parcel is. `null` where the carrier is not surely known by its name, or
 * numbers its parcels otherwise: a form of numbers alone names no carrier.
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
 * The same package as its carrier would have it: `ups` is UPS, and its page is linked where the shop gives no link of
 * its own. What is surely no carrier of these stays as the shop wrote it.
 */
export function withKnownCarrier(pkg: Package): Package {
  const { carrier, tracking_number: number, tracking_url: own } = pkg;
  const found = carrier === undefined ? undefined : findCarrier(carrier);
  if (!found) return pkg;
  const page = own || !number ? null : trackingPage(found.written, number);
  return { ...pkg, carrier: found.written, ...(page !== null && { tracking_url: page }) };
}
