import type { PackageSaid } from "../../status/stage-for.ts";
import { stageOf } from "../../status/stage-of.ts";
import type { Stage } from "../../status/stages.ts";
import type { ParcelSource } from "../parcel-source.ts";
import { type ParcelStatus, parcelStatuses } from "../parcel-status.ts";
import { type ParcelSourceName, parcelSources } from "../sources/parcel-sources.ts";

/** No status is longer; nothing longer is read. */
const longest = 200;

/** Maps a stage from the customers' cards to a parcel status. */
export const parcelStatusOfStage: Readonly<Partial<Record<Stage, ParcelStatus>>> = {
  pending: "preparing",
  ordered: "preparing",
  confirmed: "preparing",
  processing: "preparing",
  awaiting_pickup: "info_received",
  picked_up: "picked_up",
  shipped: "picked_up",
  in_transit: "in_transit",
  delayed: "exception",
  out_for_delivery: "out_for_delivery",
  ready_for_pickup: "ready_for_pickup",
  delivered: "delivered",
  not_delivered: "attempt_failed",
  delivery_failed: "attempt_failed",
  returning: "returning",
  returned: "returned",
};

const sources = new Map(
  Object.entries(parcelSources).map(([name, source]) => [name, { source, codes: byCode(source) }]),
);

/** Codes with the same meaning in all sources that use them; `null` if the meanings differ. */
const shared = new Map<string, ParcelStatus | null>();
for (const { codes } of sources.values()) {
  for (const [code, status] of codes) {
    const known = shared.get(code);
    shared.set(code, known === undefined || known === status ? status : null);
  }
}

/**
 * Returns the status for a word or a code. With a source, the text is read as that source defines it; without one, it
 * must be one of Meetbot's own words, a text that customers' cards recognize, or a code with the same meaning in all
 * sources that use it. A bare number alone means nothing. `null` if unknown, which is no error: statuses are free text.
 */
export function toParcelStatus(status: string, source?: ParcelSourceName): ParcelStatus | null {
  if (status.length > longest) return null;
  const code = codeOf(status);
  if (source !== undefined) {
    const known = sources.get(source);
    return known?.codes.get(code) ?? known?.source.otherwise?.(code) ?? null;
  }
  if (Object.hasOwn(parcelStatuses, code)) return code as ParcelStatus;
  const stage = stageOf(status, "package")?.stage;
  if (stage !== undefined) return parcelStatusOfStage[stage] ?? null;
  return /^\d*$/.test(code) ? null : sharedStatus(code);
}

/** Returns the status that the sources assign to a code, if at least one does and none disagrees. */
function sharedStatus(code: string): ParcelStatus | null {
  const listed = shared.get(code);
  if (listed !== undefined) return listed;
  const guesses = [...sources.values()].map(({ source }) => source.otherwise?.(code) ?? null);
  const told = new Set(guesses.filter((one) => one !== null));
  return told.size === 1 ? ([...told][0] ?? null) : null;
}

/** Returns the status of a package in a shop's answer: its code, else the status read from its text. */
export function packageStatusOf(pkg: PackageSaid): ParcelStatus | null {
  return pkg.package_status_code ?? toParcelStatus(pkg.package_status ?? "");
}

function byCode({ codes }: ParcelSource): Map<string, ParcelStatus> {
  return new Map(Object.entries(codes).map(([code, status]) => [codeOf(code), status]));
}

/** Normalizes a code: case, and spaces or hyphens instead of `_`, make no difference. */
function codeOf(status: string): string {
  return status
    .normalize("NFKC")
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, "_");
}
