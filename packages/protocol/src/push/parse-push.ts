import { type Fields, has, optional, readFields, readOr } from "../fields/read-fields.ts";
import { readExactId, readId, readText } from "../fields/read-text.ts";
import type { Order } from "../orders/order.ts";
import type { Package } from "../orders/package.ts";
import { readOrder } from "../orders/read-order.ts";
import { readPackage } from "../orders/read-package.ts";
import { guardPush, readJson } from "./guard-push.ts";
import type {
  OrderChangedPush,
  OrderPlacedPush,
  PackageChangedPush,
  Push,
  PushRecipient,
} from "./push.ts";
import {
  agreed,
  needed,
  readExpiry,
  readMethod,
  readOccurredAt,
  readPushId,
  readStatus,
  unknownName,
} from "./push-fields.ts";
import { readRecipient } from "./read-recipient.ts";

const knownMethods = "order.placed, order.changed, package.changed or test";

/** Parses a shop's push: a body, or its parsed JSON. Ignores unknown fields. Throws only `PushError`. */
export function parsePush(value: unknown, nowMs = Date.now()): Push {
  const json = readJson(value);
  return guardPush(() => readPush(readFields(json, ""), nowMs));
}

interface Envelope {
  id: string;
  pageId?: string;
  expiresAt?: number;
}

function readPush(push: Fields, nowMs: number): Push {
  const request = readFields(push.values.request ?? {}, "/request");
  const id = readPushId(request);
  const method = readMethod(request, knownMethods);
  if (has(request, "category") && request.values.category !== "ecommerce") {
    throw unknownName("/request/category", "ecommerce");
  }
  const pageId = readOr(request, "page_id", readExactId, undefined);
  const envelope = { id, ...(pageId !== undefined && { pageId }), ...readExpiry(push, nowMs) };
  const params = readFields(push.values.params ?? {}, "/params");
  switch (method) {
    case "test":
      return { method, ...envelope, testToken: needed(params, "test_token", readExactId) };
    case "order.placed":
      return readOrderPlaced(envelope, readRecipient(push.values.recipient), params, nowMs);
    case "order.changed":
      return readOrderChanged(envelope, readRecipient(push.values.recipient), params, nowMs);
    case "package.changed":
      return readPackageChanged(envelope, readRecipient(push.values.recipient), params, nowMs);
    default:
      throw unknownName("/request/method", knownMethods);
  }
}

function readOrderPlaced(
  envelope: Envelope,
  recipient: PushRecipient,
  params: Fields,
  nowMs: number,
): OrderPlacedPush {
  const order = readOr(params, "order", readOrder, undefined);
  const placedAt = order && Math.min(Number(order.timestamp) * 1000, nowMs);
  return {
    method: "order.placed",
    ...envelope,
    recipient,
    orderNumber: readOrderNumber(recipient, params, order),
    occurredAt: readOr(params, "occurred_at", readOccurredAt(nowMs), placedAt ?? nowMs),
    ...(order && { order }),
  };
}

function readOrderChanged(
  envelope: Envelope,
  recipient: PushRecipient,
  params: Fields,
  nowMs: number,
): OrderChangedPush {
  const order = readOr(params, "order", readOrder, undefined);
  return {
    method: "order.changed",
    ...envelope,
    recipient,
    orderNumber: readOrderNumber(recipient, params, order),
    status: needed(params, "status", readStatus),
    occurredAt: readOr(params, "occurred_at", readOccurredAt(nowMs), nowMs),
    ...readStatusText(params),
    ...(order && { order }),
  };
}

function readPackageChanged(
  envelope: Envelope,
  recipient: PushRecipient,
  params: Fields,
  nowMs: number,
): PackageChangedPush {
  const parcel: Package | undefined = readOr(params, "package", readPackage, undefined);
  const orderNumber = agreed(
    "/params/order_number",
    readOr(params, "order_number", readId, undefined),
    parcel?.order_number,
    "orderNumber" in recipient ? recipient.orderNumber : undefined,
  );
  const packageNumber = agreed(
    "/params/package_number",
    readOr(params, "package_number", readId, undefined),
    parcel?.package_number,
    "packageNumber" in recipient ? recipient.packageNumber : undefined,
  );
  return {
    method: "package.changed",
    ...envelope,
    recipient,
    packageNumber: packageNumber ?? needed(params, "package_number", readId),
    ...(orderNumber !== undefined && { orderNumber }),
    status: needed(params, "status", readStatus),
    occurredAt: needed(params, "occurred_at", readOccurredAt(nowMs)),
    ...readStatusText(params),
    ...(parcel && { package: parcel }),
  };
}

/** Either the recipient or the snapshot alone may name the order. */
function readOrderNumber(
  recipient: PushRecipient,
  params: Fields,
  order: Order | undefined,
): string {
  const number = agreed(
    "/params/order_number",
    readOr(params, "order_number", readId, undefined),
    order?.order_number,
    "orderNumber" in recipient ? recipient.orderNumber : undefined,
  );
  return number ?? needed(params, "order_number", readId);
}

function readStatusText(params: Fields): { statusText?: string } {
  const { status_text: statusText } = optional(params, { status_text: readText });
  return statusText === undefined ? {} : { statusText };
}
