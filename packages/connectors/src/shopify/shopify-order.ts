/** An order in outline. */
export interface OrderOutline {
  id: string;
  /** Null where Shopify withholds personal data. */
  email: string | null;
  createdAt: string;
  cancelledAt: string | null;
  closed: boolean;
  test: boolean;
  displayFinancialStatus: string | null;
  displayFulfillmentStatus: string;
  fulfillments: readonly { displayStatus: string | null }[];
}

interface MoneyBag {
  presentmentMoney: { amount: string };
}

/** An order as Shopify's admin API has it: amounts are texts in the customer's currency. */
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
  shippingAddress: {
    name: string | null;
    address1: string | null;
    address2: string | null;
    city: string | null;
    province: string | null;
    zip: string | null;
    countryCodeV2: string | null;
  } | null;
  lineItems: {
    nodes: readonly {
      title: string;
      variantTitle: string | null;
      quantity: number;
      image: { url: string } | null;
      originalTotalSet: MoneyBag;
    }[];
  };
  fulfillments: readonly ShopifyFulfillment[];
}

export interface ShopifyFulfillment {
  id: string;
  displayStatus: string | null;
  createdAt: string;
  deliveredAt: string | null;
  estimatedDeliveryAt: string | null;
  trackingInfo: readonly { company: string | null; number: string | null; url: string | null }[];
  fulfillmentLineItems: { nodes: readonly { lineItem: { title: string } }[] };
}
