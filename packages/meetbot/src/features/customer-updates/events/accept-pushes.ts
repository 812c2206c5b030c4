import { createHash } from "node:crypto";
import type { TrackedParcel } from "@meetbot/model/shop/tracked-parcel.ts";
import {
  type OrderNewsStatus,
  orderNewsStatuses,
  type ParcelStatus,
  type ParcelStatusFacts,
  parcelStatuses,
  toOrderNewsStatus,
  toParcelStatus,
} from "@meetbot/presentation";
import {
  maxPushAgeMs,
  type Push,
  PushError,
  type PushErrorCode,
  type PushItem,
  type PushRecipient,
} from "@meetbot/protocol";
import { parcelsIn } from "../../../merchant/track-parcels.ts";
import type { TrackedOrders } from "../../../store/tracking/tracked-orders.ts";
import { withTrace } from "../../../tracing/tracer.ts";
import type { KeptPush, PushToKeep } from "../store/accept-push.ts";
import type { PushStore } from "../store/push-store.ts";

/** The answer to one push. */
export type PushAnswer =
  | { kind: "accepted"; id: string; recipients: number; repeated: boolean }
  | { kind: "echo"; id: string; testToken: string }
  | { kind: "refused"; id?: string; error: PushError };

/** The dependencies for accepting pushes. */
export interface AcceptDeps {
  pushes: Pick<PushStore, "accept">;
  /** Remembers of which orders parcels are. Left out: nothing does. */
  trackedOrders?: Pick<TrackedOrders, "recordPushed">;
  now(): number;
}

const hourMs = 3_600_000;

/** Accepts the pushes of one request separately: a refused push does not affect the others. */
export async function acceptPushes(
  botId: string,
  items: readonly PushItem[],
  deps: AcceptDeps,
): Promise<PushAnswer[]> {
  const answers: PushAnswer[] = [];
  for (const item of items) answers.push(await acceptOne(botId, item, deps));
  return answers;
}

async function acceptOne(
  botId: string,
  item: PushItem,
  { pushes, trackedOrders, now }: AcceptDeps,
): Promise<PushAnswer> {
  if ("error" in item) {
    const { id, error } = item;
    return { kind: "refused", error, ...(id !== undefined && { id }) };
  }
  const { push, text } = item;
  const { id } = push;
  if (push.method === "test") return { kind: "echo", id, testToken: push.testToken };
  const accepted = await pushes.accept(botId, toKeep(push, text, now()));
  if (accepted.outcome === "other_body") return refused(id, "other_body", otherBody);
  if (accepted.outcome === "full") return refused(id, "too_many", full);
  await trackedOrders?.recordPushed(botId, parcelsOf(push));
  const repeated = accepted.outcome === "repeated";
  return { kind: "accepted", id, recipients: accepted.recipients, repeated };
}

function parcelsOf(push: News): TrackedParcel[] {
  if (push.method !== "package.changed" || !push.package) return [];
  const { package: pkg } = push;
  const asked = { method: "packages", orderNumber: pkg.order_number, page: 1 } as const;
  return parcelsIn(asked, { kind: "packages", packages: [pkg], hasNextPage: false });
}

const otherBody =
  "Another push came under this id before. Give what is another event an id of its own; the SDK makes them of the event.";
const full =
  "As many notifications of this bot wait as are kept, and this push was not stored. Send it again after the seconds in Retry-After.";

function refused(id: string, code: PushErrorCode, message: string): PushAnswer {
  return { kind: "refused", id, error: new PushError(code, "/request/id", message) };
}

type News = Exclude<Push, { method: "test" }>;

function toKeep(push: News, text: string, now: number): PushToKeep {
  const { id, occurredAt, expiresAt } = push;
  const said = toKept(push);
  const newsUntil = occurredAt + newsForMs(said);
  return {
    ...{ id, said },
    bodyHash: createHash("sha256").update(text).digest(),
    occurredAt: new Date(occurredAt),
    newsUntil: new Date(Math.min(newsUntil, expiresAt ?? newsUntil)),
    expiresAt: expiresAt === undefined ? null : new Date(expiresAt),
    isOld: now - occurredAt > maxPushAgeMs,
  };
}

function toKept(push: News): KeptPush {
  const { method, recipient } = push;
  return withTrace<KeptPush>({
    method,
    orderNumber: push.orderNumber ?? inRecipient(recipient, "orderNumber"),
    packageNumber:
      push.method === "package.changed"
        ? push.packageNumber
        : inRecipient(recipient, "packageNumber"),
    account: inRecipient(recipient, "account"),
    status: push.method === "order.placed" ? "placed" : push.status,
    snapshot: (push.method === "package.changed" ? push.package : push.order) ?? null,
  });
}

function inRecipient(
  recipient: PushRecipient,
  name: "account" | "orderNumber" | "packageNumber",
): string | null {
  return (recipient as Partial<Record<string, string>>)[name] ?? null;
}

/** A push without a known status is treated as in transit. */
const usualNews: ParcelStatusFacts = parcelStatuses.in_transit;

function newsForMs({ method, status }: KeptPush): number {
  const known: ParcelStatus | OrderNewsStatus | null =
    method === "package.changed" ? toParcelStatus(status ?? "") : toOrderNewsStatus(status ?? "");
  const table: Readonly<Record<string, ParcelStatusFacts>> = {
    ...parcelStatuses,
    ...(method === "package.changed" ? {} : orderNewsStatuses),
  };
  return ((known && table[known]) ?? usualNews).newsForH * hourMs;
}
