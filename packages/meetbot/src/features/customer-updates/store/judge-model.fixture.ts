import { type ParcelStatus, parcelStatuses } from "@meetbot/presentation";
import fc from "fast-check";

/** What somebody says of a parcel. */
export interface ParcelEvent {
  status: ParcelStatus;
  /** In hours since the first day. */
  atH: number;
}

/** What one customer knows of one parcel. */
interface Knowledge extends ParcelEvent {
  /** As far as it ever came, also where something went wrong there. */
  reached: number;
  isOnWayBack: boolean;
  /** The last status sent; null when none was. A silent passage of customs shows nobody that the parcel moves. */
  toldLast: ParcelStatus | null;
}

const factsOf = (status: ParcelStatus) => parcelStatuses[status];
const isTrouble = (status: ParcelStatus) => factsOf(status).kind === "side";
const isOver = 6;
const afterTheEnd: ParcelStatus[] = ["returning", "returned", "exception"];

/**
 * A second implementation of the rules of news, for one customer's parcel: returns the status to send for each event,
 * or null for none.
 */
export function createModel() {
  let known: Knowledge | null = null;
  return (event: ParcelEvent): ParcelStatus | null => {
    const status = meant(event.status, known);
    const judged = judge(known, { ...event, status });
    if (judged === "stale") return null;
    // Once is enough, also where something silent came in between.
    const fate = known?.toldLast === status ? "noted" : judged;
    const reached = factsOf(status).rank;
    known = {
      ...{ status, atH: event.atH },
      reached: isTrouble(status) ? Math.max(reached, known?.reached ?? 0) : reached,
      isOnWayBack: (known?.isOnWayBack ?? false) || status === "returning" || status === "returned",
      toldLast: fate === "told" ? status : (known?.toldLast ?? null),
    };
    return fate === "told" ? status : null;
  };
}

/** Carriers call the way back by the words of the way there. */
function meant(status: ParcelStatus, known: Knowledge | null): ParcelStatus {
  if (known === null) return status;
  if (status === "delivered" && known.isOnWayBack) return "returned";
  if (status !== "picked_up") return status;
  if (known.status === "returning" || known.status === "delivered") return "returning";
  const troubleAfterwards = isTrouble(known.status) && known.reached >= isOver;
  return troubleAfterwards && !known.isOnWayBack ? "returning" : status;
}

function judge(known: Knowledge | null, event: ParcelEvent): "told" | "noted" | "stale" {
  const { kind, rank, told } = factsOf(event.status);
  const usually = told === "never" ? "noted" : "told";
  if (known === null) return usually;
  // 1. By the moment first, and of one moment by what weighs more.
  if (event.atH < known.atH) return "stale";
  // 2. The same again.
  if (event.status === known.status) return "noted";
  if (event.atH === known.atH) {
    if (rank < known.reached) return "stale";
    if (rank === known.reached && !(kind === "side" && !isTrouble(known.status))) return "stale";
  }
  // 4. Ends, and the way back.
  const isEnded = known.reached >= isOver;
  const isCorrected = isTrouble(known.status) && kind === "end";
  if (isEnded && !afterTheEnd.includes(event.status) && !isCorrected) return "stale";
  if (kind !== "way") return "told";
  if (known.isOnWayBack) return "stale";
  // 3. A step back is a re-scan, unless something went wrong or half a day went by.
  if (isTrouble(known.status)) return usually;
  if (rank < known.reached) return event.atH < known.atH + 12 ? "stale" : usually;
  if (told !== "first") return usually;
  const knowsThatItMoves =
    known.reached >= factsOf("picked_up").rank &&
    (known.status !== "customs" || known.toldLast !== null);
  return knowsThatItMoves ? "noted" : "told";
}

/** Returns the statuses that the model sends for events in delivery order, each with its event's index. */
export function modelTells(events: readonly ParcelEvent[]): { status: string; nth: number }[] {
  const model = createModel();
  return events.flatMap((event, nth) => {
    const status = model(event);
    return status === null ? [] : [{ status, nth }];
  });
}

const words = Object.keys(parcelStatuses) as ParcelStatus[];

/** Statuses, with the hours since the one before: equal moments, the same day, and days later. */
export const anyWay = fc
  .array(fc.record({ status: fc.constantFrom(...words), afterH: fc.constantFrom(0, 1, 3, 13) }), {
    minLength: 1,
    maxLength: 9,
  })
  .map((steps) => {
    let atH = 0;
    return steps.map(({ status, afterH }): ParcelEvent => {
      atH += afterH;
      return { status, atH };
    });
  });
