import { unexpected } from "../fields/protocol-error.ts";
import { readAmount } from "../fields/read-amount.ts";
import { optional, type Read, readFields, readOr, required } from "../fields/read-fields.ts";
import { readList } from "../fields/read-list.ts";
import { readOneOf, readText } from "../fields/read-text.ts";
import { readDate, readTimestamp } from "../fields/read-time.ts";
import { readSome, tolerant } from "../fields/tolerant.ts";
import { elementKinds, orderStatusCodes, packageStatusCodes, refundStatuses } from "./codes.ts";
import {
  maxEvents,
  maxFees,
  maxPackedElements,
  maxRefunds,
  maxShortTextCharacters,
} from "./extension-limits.ts";
import type { Fee, Refund } from "./order.ts";
import type { PackageEvent, PackedElement, Pickup } from "./package.ts";

/** A code, however a program spells it: `Out-For-Delivery` is `out_for_delivery`. */
const readCode =
  <Code extends string>(codes: readonly Code[]): Read<Code> =>
  (value, pointer) => {
    const spelled = typeof value === "string" ? value.trim().toLowerCase() : value;
    const code = typeof spelled === "string" ? spelled.replace(/[\s-]/g, "_") : spelled;
    return readOneOf(...codes)(code, pointer);
  };

const readShortText: Read<string> = (value, pointer) =>
  readText(value, pointer).slice(0, maxShortTextCharacters).trimEnd().toWellFormed();

const readFee: Read<Fee> = (value, pointer) => {
  const fee = readFields(value, pointer);
  return { name: required(fee, "name", readText), amount: required(fee, "amount", readAmount) };
};

const readRefund: Read<Refund> = (value, pointer) => {
  const refund = readFields(value, pointer);
  return {
    amount: Math.abs(required(refund, "amount", readAmount)),
    ...optional(refund, {
      at: tolerant(readTimestamp),
      status: tolerant(readCode(refundStatuses)),
    }),
  };
};

/** Reads an event, which must have a time and a text, place or code. */
const readEvent: Read<PackageEvent> = (value, pointer) => {
  const event = readFields(value, pointer);
  const said = optional(event, {
    text: tolerant(readShortText),
    place: tolerant(readShortText),
    code: tolerant(readCode(packageStatusCodes)),
  });
  if (Object.keys(said).length === 0) throw unexpected(pointer, "a text, place or code", value);
  return { at: required(event, "at", readTimestamp), ...said };
};

/** Reads events and sorts them newest first, since carriers list them in either order. */
const readEvents: Read<PackageEvent[] | undefined> = (value, pointer) =>
  readSome(readEvent, maxEvents)(value, pointer)?.sort(
    (one, two) => Number(two.at) - Number(one.at),
  );

const readPacked: Read<PackedElement> = (value, pointer) => {
  const element = readFields(value, pointer);
  return {
    title: required(element, "title", readText),
    quantity: readOr(element, "quantity", tolerant(readAmount), 1),
  };
};

const readPickup: Read<Pickup> = (value, pointer) => {
  const pickup = optional(readFields(value, pointer), {
    name: tolerant(readShortText),
    address: tolerant(readShortText),
    hours: tolerant(readShortText),
    until: tolerant(readDate),
  });
  if (!pickup.name && !pickup.address) throw unexpected(pointer, "a name or an address", value);
  return pickup;
};

const readFlag: Read<boolean> = (value, pointer) => {
  if (typeof value === "boolean") return value;
  throw unexpected(pointer, "true or false", value);
};

/**
 * The fields of extension 1. An invalid field is left out and the rest of the answer stands. Lists lose only their
 * unreadable items; fees count all or not at all, because they have to add up.
 */
export const orderExtension = {
  status_code: tolerant(readCode(orderStatusCodes)),
  fees: tolerant(readList(readFee, maxFees)),
  refunds: readSome(readRefund, maxRefunds),
};

/** The extension's fields of an order's amounts. */
export const summaryExtension = { tax_included: tolerant(readFlag) };

/** The extension's fields of a product line. */
export const elementExtension = { kind: tolerant(readCode(elementKinds)) };

/** The extension's fields of a package. */
export const packageExtension = {
  package_status_code: tolerant(readCode(packageStatusCodes)),
  exp_delivery_from: tolerant(readDate),
  exp_delivery_to: tolerant(readDate),
  events: readEvents,
  elements: readSome(readPacked, maxPackedElements),
  pickup: tolerant(readPickup),
};
