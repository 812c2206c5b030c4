/**
 * The queried fields of an order, as in the admin API of EverShop 2: `src/modules/oms/graphql/types/Order` in the
 * package
 * @evershop/evershop.
 */

export interface Coded {
  code: string | null;
}

/** An order in outline. */
export interface OrderOutline {
  uuid: string;
  orderNumber: string;
  /** As the customer typed it. */
  customerEmail: string | null;
  paymentMethod: string | null;
  status: Coded | null;
  /** `paid`, or a status with the payment provider's name: `stripe_captured`. */
  paymentStatus: Coded | null;
  /** The combined status of all shipments. */
  shipmentStatus: Coded | null;
}

/** In major units. */
export interface Price {
  value: number;
}

/** A moment. A time on the clock has its `value` in milliseconds, as text. */
export interface Moment {
  value: string | null;
  /** Of the shop. */
  timezone?: string | null;
}

export interface EvershopOrder extends OrderOutline {
  currency: string;
  createdAt: Moment;
  customerFullName: string | null;
  paymentMethodName: string | null;
  coupon: string | null;
  subTotal: Price;
  subTotalInclTax: Price;
  shippingFeeExclTax: Price;
  shippingFeeInclTax: Price;
  discountAmount: Price;
  totalTaxAmount: Price;
  grandTotal: Price;
  items: readonly EvershopItem[] | null;
  shippingAddress: EvershopAddress | null;
  /** Absent before EverShop 2.2. */
  shipments?: readonly EvershopShipment[] | null;
  /** The first one of them, and before EverShop 2.2 the only one. */
  shipment?: EvershopShipment | null;
}

export interface EvershopItem {
  productName: string | null;
  productSku: string;
  qty: number;
  /** A path in a folder of the shop, or a full URL. */
  thumbnail: string | null;
  lineTotal: Price;
  lineTotalInclTax: Price;
  variantOptions: readonly { optionText: string }[] | null;
}

export interface EvershopAddress {
  fullName: string | null;
  address1: string | null;
  address2: string | null;
  city: string | null;
  postcode: string | null;
  province: { name: string } | null;
  country: { code: string } | null;
}

export interface EvershopShipment {
  carrier: string | null;
  trackingNumber: string | null;
  /** From here on absent before EverShop 2.2. */
  carrierName?: string | null;
  trackingUrl?: string | null;
  status?: Coded;
  /** `pending`, `shipped`, `delivered` or `canceled`, whatever its status is called. */
  phase?: string;
  deliveredAt?: Moment | null;
  items?: readonly { productName: string | null; qty: number }[];
}
