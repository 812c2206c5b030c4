import type { Package, PackageEvent, Pickup } from "@meetbot/protocol";
import type { Reader } from "../languages/contract/card-language.ts";
import { packageStageFor, type SeenPackage } from "../status/stage-for.ts";
import { stageOfCode } from "../status/stage-of-code.ts";
import type { Stage } from "../status/stages.ts";
import { formatCalendarDate, formatTime } from "../text/dates.ts";
import { tell } from "../text/tell.ts";

/** The number of events shown; more would not help anyone locate the parcel. */
const maxEvents = 3;

/** Stages in which the package no longer waits for pickup. */
const fetched: ReadonlySet<Stage> = new Set<Stage>(["delivered", "returned", "canceled", "lost"]);

/** One of a package's last events: when, and what and where. */
export type EventLine = [when: string, what: string];

/** The last events of a package, the newest first. */
export function eventLines({ events = [] }: Partial<Package>, reader: Reader): EventLine[] {
  return events
    .slice(0, maxEvents)
    .map((event): EventLine => [formatTime(event.at, reader), eventWords(event, reader)]);
}

/**
 * Formats an event's place and text for the reader: in the carrier's words where they may be seen, else by its code.
 */
export function eventWords({ place, text, code }: PackageEvent, { language }: Reader): string {
  const stage = stageOfCode(code);
  return [place, text ?? (stage && language.stages[stage])].filter(Boolean).join(" · ");
}

/** Returns the pickup point of a package, unless the package can no longer be picked up. */
export function pickupOf(pkg: SeenPackage, reader: Reader): Pickup | undefined {
  const stage = packageStageFor(pkg, reader);
  return stage && fetched.has(stage) ? undefined : pkg.pickup;
}

/** Returns the pickup details as lines: the place, its hours, and the last day. */
export function pickupLines(pkg: SeenPackage, reader: Reader): string[] {
  const { name, address, hours, until } = pickupOf(pkg, reader) ?? {};
  const place = [name, address].filter(Boolean).join(", ");
  return [
    place && tell(reader, "pickup", { place }),
    hours,
    until && tell(reader, "pickupUntil", { date: formatCalendarDate(until, reader) }),
  ].filter((line): line is string => Boolean(line));
}
