import type { HeardAnswer } from "@meetbot/model/conversation/inbound-event.ts";
import {
  type OrderNewsStatus,
  orderNewsStatuses,
  type ParcelStatus,
  type ParcelStatusFacts,
  parcelStatuses,
  toOrderNewsStatus,
  toParcelStatus,
} from "@meetbot/presentation";
import type { Order, Package } from "@meetbot/protocol";
import type { KeptPush } from "../store/accept-push.ts";
import type { NewsToTell } from "../store/judge-news.ts";
import type { FoundTruth, Truth } from "./query-current-state.ts";

/** A status to check and send, with the shop's answers. */
export interface Candidate
  extends Pick<NewsToTell, "of" | "number" | "status" | "facts" | "source"> {
  heard: [...HeardAnswer[], HeardAnswer];
}

/**
 * The result of comparing a push with the shop's answer. `behind`: the shop's own answer is not as far as its push.
 * `silent`: no customer is notified of this.
 */
export type Weighed =
  | { kind: "news"; candidate: Candidate }
  | { kind: "silent" }
  | { kind: "behind" | "gone" | "unavailable" };

type Status = ParcelStatus | OrderNewsStatus;

/**
 * A push only triggers a fresh query. The shop's answer decides; it may be further than the push, and customers see it
 * as it is. Where the answer is behind, the push's own snapshot counts, if it has one. Often only the push reports that
 * something went wrong.
 */
export function weigh(said: KeptPush, truth: Truth): Weighed {
  const table = said.method === "package.changed" ? parcelStatuses : orderNewsStatuses;
  const factsOf = (status: Status) => (table as Record<string, ParcelStatusFacts>)[status];
  const of = said.method === "package.changed" ? ("package" as const) : ("order" as const);
  const read = (words: string): Status | null =>
    of === "package" ? toParcelStatus(words) : toOrderNewsStatus(words);
  const hint = said.method === "order.placed" ? "placed" : read(said.status ?? "");
  const snapshot = snapshotOf(said);
  const seen = truth.kind === "found" ? truth : snapshot;
  if (!seen) return { kind: truth.kind === "found" ? "gone" : truth.kind };

  const real = read(seen.status);
  if (said.hinted && !isBorneOut(said.hinted, real, factsOf)) return { kind: "behind" };
  const status = further(hint, real, factsOf);
  if (status === null) return { kind: "silent" };
  const facts = factsOf(status);
  if (!facts) return { kind: "silent" };
  const isBehind = status === hint && real !== null && isAhead(facts, real, factsOf(real));
  const { number, heard } = isBehind ? (snapshot ?? seen) : seen;
  if (isBehind && isRefuting(hint, facts) && read(snapshot?.status ?? "") !== hint) {
    return { kind: "behind" };
  }
  const source = status !== hint ? "shop" : status === real ? "both" : "push";
  return { kind: "news", candidate: { of, number, status, facts, source, heard } };
}

/** Whether a status comes after the real one. A parcel can go back from any stop, also after delivery. */
const isAhead = ({ kind, rank }: ParcelStatusFacts, real: Status, is?: ParcelStatusFacts) =>
  rank > (is?.rank ?? 0) || (kind === "back" && real === "delivered");

/** Whether the shop's status has reached the carrier's hint. An earlier status from the shop is not current news. */
function isBorneOut(
  hinted: ParcelStatus,
  real: Status | null,
  factsOf: (status: Status) => ParcelStatusFacts | undefined,
): boolean {
  if (real === null || real === hinted) return true;
  const [said, is] = [factsOf(hinted), factsOf(real)];
  if (!said || said.told === "never") return true;
  return said.kind === "side" ? is?.kind === "end" : !isAhead(said, real, is);
}

/** A placed order stays placed, whatever happened since; a regular status does not contradict a reported problem. */
const isRefuting = (hint: Status | null, { kind }: ParcelStatusFacts) =>
  hint !== "placed" && kind !== "side";

/** The status that shops and carriers send for any problem; it never hides a more specific one. */
const unnamed = "exception";

/**
 * Returns the status that is further. A problem counts unless all is over or another problem followed, and a stop that
 * notifies nobody never hides one that does.
 */
function further(
  hint: Status | null,
  real: Status | null,
  factsOf: (status: Status) => ParcelStatusFacts | undefined,
): Status | null {
  if (hint === null || real === null) return hint ?? real;
  const [said, is] = [factsOf(hint), factsOf(real)];
  if (!said || !is) return said ? hint : real;
  // To its customer, an order that is `processing` is no further than one that was placed, or paid.
  if (real === "processing") return hint;
  if (said.kind === "side") {
    return is.kind === "end" || (is.kind === "side" && real !== unnamed) ? real : hint;
  }
  if (is.kind === "side") return said.kind === "end" ? hint : real;
  if (isAhead(said, real, is)) return hint;
  if (is.told === "never" && said.told !== "never") return hint;
  return is.rank > said.rank ? real : hint;
}

/** Returns the push's data about the whole order or parcel, as if the shop had answered with it. */
function snapshotOf({ snapshot, method }: KeptPush): FoundTruth | null {
  if (!snapshot) return null;
  if (method === "package.changed") {
    const found = snapshot as Package;
    const { order_number: orderNumber } = found;
    const question = { method: "packages" as const, orderNumber, page: 1 };
    const answer = { kind: "packages" as const, packages: [found], hasNextPage: false };
    const { package_number: number, package_status, package_status_code } = found;
    const status = package_status_code ?? package_status;
    return { kind: "found", number, status, heard: [{ question, answer }] };
  }
  const order = snapshot as Order;
  const question = { method: "orders", orderNumber: order.order_number } as const;
  const answer = { kind: "orders" as const, orders: [order], hasNextPage: false };
  const { order_number: number } = order;
  const status = order.status_code ?? order.status;
  return { kind: "found", number, status, heard: [{ question, answer }] };
}
