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
}

interface Asset {
  preview: string;
}

/** An order as Vendure's admin API has it: amounts in hundredths, without tax unless said. */
export interface VendureOrder extends OrderOutline {
  code: string;
  currencyCode: string;
  shipping: number;
  shippingWithTax: number;
  total: number;
  totalWithTax: number;
  discounts: readonly { description: string; amount: number }[];
  surcharges: readonly { description: string; price: number }[];
  lines: readonly {
    id: string;
    /** What of it was not called off. */
    quantity: number;
    orderPlacedQuantity: number;
    linePrice: number;
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
}

export interface VendureFulfillment {
  id: string;
  state: string;
  /** What the owner calls the carrier. */
  method: string;
  trackingCode: string | null;
  createdAt: string;
  updatedAt: string;
  lines: readonly { orderLineId: string }[];
}
