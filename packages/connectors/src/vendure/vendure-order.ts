/** An order in outline. */
export interface OrderOutline {
  id: string;
  state: string;
  orderPlacedAt: string | null;
  createdAt: string;
  payments?: readonly VendurePayment[] | null;
}

export interface VendurePayment {
  method: string;
  state: string;
  /** From here on of whole orders alone. */
  amount?: number;
  refunds?: readonly VendureRefund[] | null;
}

export interface VendureRefund {
  total: number;
  /** `Pending`, `Settled` or `Failed`. */
  state: string;
  updatedAt: string;
}

interface Asset {
  preview: string;
}

/**
 * An order in the format of Vendure's admin API: amounts are in hundredths, each with a counterpart that includes tax.
 */
export interface VendureOrder extends OrderOutline {
  code: string;
  currencyCode: string;
  total: number;
  totalWithTax: number;
  couponCodes?: readonly string[] | null;
  shippingLines: readonly { price: number; priceWithTax: number }[];
  /** Of lines and of shipping; below zero. */
  discounts: readonly { description: string; amount: number; amountWithTax: number }[];
  surcharges: readonly { description: string; price: number; priceWithTax: number }[];
  lines: readonly {
    id: string;
    /** The number of pieces that were not canceled. */
    quantity: number;
    orderPlacedQuantity: number;
    linePrice: number;
    linePriceWithTax: number;
    unitPrice: number;
    unitPriceWithTax: number;
    featuredAsset: Asset | null;
    productVariant: { name: string; product: { name: string; featuredAsset: Asset | null } };
  }[];
  shippingAddress: {
    fullName: string | null;
    streetLine1: string | null;
    streetLine2: string | null;
    city: string | null;
    postalCode: string | null;
    province: string | null;
    countryCode: string | null;
  } | null;
  customer: { emailAddress: string; firstName: string; lastName: string } | null;
  fulfillments: readonly VendureFulfillment[] | null;
  /** The state changes of all fulfillments, oldest first. */
  history?: {
    items: readonly {
      createdAt: string;
      data?: { fulfillmentId?: string | number; to?: string } | null;
    }[];
  } | null;
}

export interface VendureFulfillment {
  id: string;
  state: string;
  /** The owner's name for the carrier. */
  method: string;
  trackingCode: string | null;
  createdAt: string;
  updatedAt: string;
  lines: readonly { orderLineId: string; quantity: number }[];
}
