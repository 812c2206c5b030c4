import { readAmount, readCurrency } from "../fields/read-amount.ts";
import { optional, readFields, readOr, required } from "../fields/read-fields.ts";
import { readList } from "../fields/read-list.ts";
import { readId, readText } from "../fields/read-text.ts";
import { readTimestamp } from "../fields/read-time.ts";
import { readUrl } from "../fields/read-url.ts";
import type { Address, Adjustment, Order, OrderElement, OrderSummary } from "./order.ts";
import { elementExtension, orderExtension, summaryExtension } from "./read-extension.ts";

/** Lines of one order that are read; ten orders of this size fill about 100 kB. */
const maxElements = 50;

/** More discounts than any order carries. */
const maxAdjustments = 50;

/**
 * Reads one order of an answer. Throws a `ProtocolError` that names the field that is missing or of
 * another kind.
 */
export function readOrder(value: unknown, pointer: string): Order {
  const order = readFields(value, pointer);
  return {
    order_number: required(order, "order_number", readId),
    currency: required(order, "currency", readCurrency),
    timestamp: required(order, "timestamp", readTimestamp),
    status: required(order, "status", readText),
    summary: required(order, "summary", readSummary),
    elements: readOr(order, "elements", readList(readElement, maxElements), []),
    ...optional(order, {
      recipient_name: readText,
      payment_method: readText,
      order_url: readUrl,
      address: readAddress,
      adjustments: readList(readAdjustment, maxAdjustments),
      ...orderExtension,
    }),
  };
}

function readAddress(value: unknown, pointer: string): Address {
  return optional(readFields(value, pointer), {
    street_1: readText,
    street_2: readText,
    city: readText,
    postal_code: readId,
    state: readText,
    country: readText,
  });
}

function readSummary(value: unknown, pointer: string): OrderSummary {
  const summary = readFields(value, pointer);
  return {
    ...optional(summary, {
      subtotal: readAmount,
      shipping_cost: readAmount,
      total_tax: readAmount,
      ...summaryExtension,
    }),
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
    quantity: readOr(element, "quantity", readAmount, 1),
    price: required(element, "price", readAmount),
    ...optional(element, {
      subtitle: readText,
      currency: readCurrency,
      image_url: readUrl,
      ...elementExtension,
    }),
  };
}
