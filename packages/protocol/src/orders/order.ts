import type { ElementKind, OrderStatusCode, RefundStatus } from "./codes.ts";

/** One product line of an order. */
export interface OrderElement {
  title: string;
  subtitle?: string;
  quantity: number;
  /** The line total as the shop charges it: 2 shirts at 25 have price 50. Never multiply it. */
  price: number;
  /** ISO 4217; defaults to the order's currency. */
  currency?: string;
  image_url?: string;
  /** Only `physical` goods, the default, are sent in a package. */
  kind?: ElementKind;
}

/** The delivery address of an order. Every part is optional, because shops store different parts. */
export interface Address {
  street_1?: string;
  street_2?: string;
  city?: string;
  postal_code?: string;
  state?: string;
  country?: string;
}

/** The amounts of an order in major units of its currency. */
export interface OrderSummary {
  subtotal?: number;
  shipping_cost?: number;
  total_tax?: number;
  /** `total_tax` is a part of the prices, and is not added to them. */
  tax_included?: boolean;
  total_cost: number;
}

/** A discount: `amount` is positive and is subtracted. */
export interface Adjustment {
  name: string;
  amount: number;
}

/** A charge on top of the goods, such as a surcharge for cash on delivery; it adds to the total. */
export interface Fee {
  name: string;
  amount: number;
}

/** Money that is being or has been paid back. */
export interface Refund {
  /** Never negative. */
  amount: number;
  /** In Unix seconds. */
  at?: string;
  status?: RefundStatus;
}

/** An order as the merchant sends it, with the field names of the protocol. */
export interface Order {
  recipient_name?: string;
  /** Always a string; integers in the merchant's JSON keep all their digits. */
  order_number: string;
  currency: string;
  payment_method?: string;
  order_url?: string;
  /** When the order was placed, in Unix seconds. */
  timestamp: string;
  status: string;
  /** The machine-readable status; takes precedence if `status` contradicts it. */
  status_code?: OrderStatusCode;
  address?: Address;
  summary: OrderSummary;
  adjustments?: Adjustment[];
  fees?: Fee[];
  refunds?: Refund[];
  elements: OrderElement[];
}
