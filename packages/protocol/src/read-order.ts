import type { Address, Adjustment, Order, OrderElement, OrderSummary } from "./order.ts";
import { readAmount, readCurrency } from "./read-amount.ts";
import { optional, readFields, readOr, required } from "./read-fields.ts";
import { readList } from "./read-list.ts";
import { readId, readText } from "./read-text.ts";
import { readTimestamp } from "./read-time.ts";
import { readUrl } from "./read-url.ts";

/** Lines of one order that are read; ten orders of this size fill about 100 kB. */
const maxElements = 50;

/** More discounts than any order carries. */
const maxAdjustments = 50;

/** Reads one order of an answer. */
export function readOrder(value: unknown, pointer: string): Order {
  const order = readFields(value, pointer);
  return {
    ...optional(order, "recipient_name", readText),
    order_number: required(order, "order_number", readId),
    currency: required(order, "currency", readCurrency),
    ...optional(order, "payment_method", readText),
    ...optional(order, "order_url", readUrl),
    timestamp: required(order, "timestamp", readTimestamp),
    status: required(order, "status", readText),
    ...optional(order, "address", readAddress),
    summary: required(order, "summary", readSummary),
    ...optional(order, "adjustments", readList(readAdjustment, maxAdjustments)),
    elements: readOr(order, "elements", readList(readElement, maxElements), []),
  };
}

function readAddress(value: unknown, pointer: string): Address {
  const address = readFields(value, pointer);
  return {
    ...optional(address, "street_1", readText),
    ...optional(address, "street_2", readText),
    ...optional(address, "city", readText),
    ...optional(address, "postal_code", readId),
    ...optional(address, "state", readText),
    ...optional(address, "country", readText),
  };
}

function readSummary(value: unknown, pointer: string): OrderSummary {
  const summary = readFields(value, pointer);
  return {
    ...optional(summary, "subtotal", readAmount),
    ...optional(summary, "shipping_cost", readAmount),
    ...optional(summary, "total_tax", readAmount),
    total_cost: required(summary, "total_cost", readAmount),
  };
}

function readAdjustment(value: unknown, pointer: string): Adjustment {
  const adjustment = readFields(value, pointer);
  return {
    name: required(adjustment, "name", readText),
    amount: required(adjustment, "amount", readAmount),
  };
}

function readElement(value: unknown, pointer: string): OrderElement {
  const element = readFields(value, pointer);
  return {
    title: required(element, "title", readText),
    ...optional(element, "subtitle", readText),
    quantity: readOr(element, "quantity", readAmount, 1),
    price: required(element, "price", readAmount),
    ...optional(element, "currency", readCurrency),
    ...optional(element, "image_url", readUrl),
  };
}
