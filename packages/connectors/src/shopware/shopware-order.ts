interface State {
  technicalName: string;
}

/** A name that the shop may translate into its languages. */
interface Named {
  name?: string | null;
  translated?: { name?: string | null } | null;
}

/** A payment, or an attempt at one. */
export interface ShopwareTransaction {
  id: string;
  createdAt?: string | null;
  amount?: { totalPrice: number } | null;
  stateMachineState: State;
  paymentMethod?: (Named & { handlerIdentifier?: string | null }) | null;
}

/** A refund of money that a payment captured. Shopware stores it if the payment method leaves refunds to Shopware. */
export interface ShopwareRefund {
  createdAt?: string | null;
  amount: { totalPrice: number };
  /** `open`, `in_progress`, `completed`, `failed` or `cancelled`. */
  stateMachineState?: State | null;
  transactionCapture?: { orderTransactionId: string } | null;
}

/** A delivery in outline. */
export interface DeliveryOutline {
  id: string;
  /** Negative if the entry is not a real delivery: Shopware stores a promotion on shipping as a delivery. */
  shippingCosts?: { totalPrice?: number } | null;
  stateMachineState: State;
}

/** An order in outline. */
export interface OrderOutline {
  id: string;
  orderNumber: string;
  stateMachineState: State;
  orderCustomer?: { email?: string | null } | null;
  transactions?: readonly ShopwareTransaction[] | null;
  /** Which payment counts, since 6.7.2. */
  primaryOrderTransactionId?: string | null;
  deliveries?: readonly DeliveryOutline[] | null;
}

export interface ShopwareAddress {
  firstName?: string | null;
  lastName?: string | null;
  street?: string | null;
  additionalAddressLine1?: string | null;
  zipcode?: string | null;
  city?: string | null;
  country?: { iso?: string | null } | null;
  countryState?: { name?: string | null } | null;
}

export interface ShopwareDelivery extends DeliveryOutline {
  createdAt?: string | null;
  trackingCodes?: readonly string[] | null;
  /** The earliest arrival according to the shop's delivery times. */
  shippingDateEarliest?: string | null;
  /** The latest arrival according to the shop's delivery times. */
  shippingDateLatest?: string | null;
  shippingMethod?: (Named & { trackingUrl?: string | null }) | null;
  shippingOrderAddress?: ShopwareAddress | null;
  positions?:
    | readonly { quantity?: number | null; orderLineItem?: { label?: string | null } | null }[]
    | null;
}

/** A line: goods, or a deduction from them, with a price below zero. */
export interface ShopwareLine {
  id: string;
  parentId?: string | null;
  label: string;
  type?: string | null;
  quantity: number;
  position?: number | null;
  totalPrice: number;
  payload?: { options?: unknown } | readonly [] | null;
  cover?: { url?: string | null } | null;
}

/** An order in the format of the admin API: amounts are numbers in the customer's currency. */
export interface ShopwareOrder extends OrderOutline {
  orderDateTime: string;
  currency: { isoCode: string };
  amountTotal: number;
  amountNet: number;
  shippingTotal: number;
  /** `gross` if prices include tax; otherwise `net` or `tax-free`. */
  taxStatus?: string | null;
  billingAddress?: ShopwareAddress | null;
  lineItems?: readonly ShopwareLine[] | null;
  deliveries?: readonly ShopwareDelivery[] | null;
}
