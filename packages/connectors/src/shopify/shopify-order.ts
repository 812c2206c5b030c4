/** An order in outline. */
export interface OrderOutline {
  id: string;
  /** The customer's email; `null` if Shopify withholds personal data. */
  email: string | null;
  createdAt: string;
  cancelledAt: string | null;
  closed: boolean;
  test: boolean;
  displayFinancialStatus: string | null;
  displayFulfillmentStatus: string;
  fulfillments: readonly { displayStatus: string | null }[];
}

export interface MoneyBag {
  presentmentMoney: { amount: string };
}

/** An order in the format of Shopify's admin API: amounts are strings in the customer's currency. */
export interface ShopifyOrder extends OrderOutline {
  name: string;
  returnStatus: string;
  statusPageUrl: string;
  presentmentCurrencyCode: string;
  taxesIncluded: boolean;
  paymentGatewayNames: readonly string[];
  discountCodes: readonly string[];
  totalPriceSet: MoneyBag;
  totalShippingPriceSet: MoneyBag | null;
  totalTaxSet: MoneyBag | null;
  totalDiscountsSet: MoneyBag | null;
  totalTipReceivedSet: MoneyBag;
  /** After edits, refunds and returns. */
  currentTotalPriceSet: MoneyBag;
  currentShippingPriceSet: MoneyBag;
  currentTotalTaxSet: MoneyBag;
  currentTotalDiscountsSet: MoneyBag;
  currentTotalDutiesSet: MoneyBag | null;
  currentTotalAdditionalFeesSet: MoneyBag | null;
  originalTotalDutiesSet: MoneyBag | null;
  originalTotalAdditionalFeesSet: MoneyBag | null;
  dutiesIncluded: boolean;
  refunds: readonly {
    createdAt: string | null;
    totalRefundedSet: MoneyBag;
    transactions: { nodes: readonly { status: string }[] };
  }[];
  shippingAddress: {
    name: string | null;
    address1: string | null;
    address2: string | null;
    city: string | null;
    province: string | null;
    zip: string | null;
    countryCodeV2: string | null;
  } | null;
  lineItems: { nodes: readonly ShopifyLine[] };
  fulfillments: readonly ShopifyFulfillment[];
}

export interface ShopifyLine {
  title: string;
  variantTitle: string | null;
  /** Including pieces that were removed or refunded since. */
  quantity: number;
  /** Without those pieces. */
  currentQuantity: number;
  isGiftCard: boolean;
  image: { url: string } | null;
  /** Before discounts. */
  originalUnitPriceSet: MoneyBag;
}

export interface ShopifyFulfillment {
  id: string;
  /** `SUCCESS`, or for fulfillments that failed: `CANCELLED`, `ERROR`, `FAILURE`. */
  status: string;
  displayStatus: string | null;
  createdAt: string;
  deliveredAt: string | null;
  estimatedDeliveryAt: string | null;
  trackingInfo: readonly { company: string | null; number: string | null; url: string | null }[];
  fulfillmentLineItems: {
    nodes: readonly { quantity: number | null; lineItem: { title: string } }[];
  };
  /** The newest first. */
  events: {
    nodes: readonly {
      happenedAt: string;
      status: string;
      city: string | null;
      message: string | null;
    }[];
  };
}
