/** One product line of an order. */
export interface OrderElement {
  title: string;
  subtitle?: string;
  quantity: number;
  /** The line total as the shop charges it: 2 shirts at 25 have price 50. Never multiply it. */
  price: number;
  /** ISO 4217; the order's own currency where absent. */
  currency?: string;
  image_url?: string;
}

/** Where an order goes. Every part is optional: shops keep what they need. */
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
  total_cost: number;
}

/** A discount: `amount` is positive and is subtracted. */
export interface Adjustment {
  name: string;
  amount: number;
}

/** An order as the merchant tells it, with the wire's own field names. */
export interface Order {
  recipient_name?: string;
  /** Always a string; integers in the merchant's JSON arrive here without losing a digit. */
  order_number: string;
  currency: string;
  payment_method?: string;
  order_url?: string;
  /** When the order was placed, in Unix seconds. */
  timestamp: string;
  status: string;
  address?: Address;
  summary: OrderSummary;
  adjustments?: Adjustment[];
  elements: OrderElement[];
}
