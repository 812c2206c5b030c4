/** An order in outline. */
export interface OrderOutline {
  id: number;
  number: string;
  status: string;
  billing: { email?: string | null } | null;
}

interface WooAddress {
  first_name?: string;
  last_name?: string;
  address_1?: string;
  address_2?: string;
  city?: string;
  state?: string;
  postcode?: string;
  country?: string;
}

/**
 * An order of `wc/v3`: amounts are strings without tax, with the tax in a field next to each (`get_formatted_item_data`
 * in its class-wc-rest-orders-v2-controller.php).
 */
export interface WooOrder extends OrderOutline {
  currency: string;
  /** The creation time in UTC, without a zone. */
  date_created_gmt: string;
  total: string;
  total_tax: string;
  shipping_total: string;
  shipping_tax: string;
  discount_total: string;
  discount_tax: string;
  /** How the shop's prices were set when the order was placed. */
  prices_include_tax: boolean;
  payment_method_title: string;
  payment_url?: string;
  needs_payment?: boolean;
  billing: (WooAddress & { email?: string | null }) | null;
  shipping: WooAddress | null;
  coupon_lines: readonly { code: string; discount: string }[];
  fee_lines: readonly { name: string; total: string; total_tax?: string }[];
  line_items: readonly {
    id: number;
    name: string;
    quantity: number;
    /** Before discounts. */
    subtotal: string;
    subtotal_tax?: string;
    image?: { src?: string } | null;
  }[];
  /** Refunds, with negative amounts; their time and payment method are stored elsewhere. */
  refunds?: readonly { total: string }[];
  meta_data: readonly { key: string; value: unknown }[];
}

/** A parcel's data from any of the four sources. */
export interface WooTracking {
  number: string | null;
  carrier: string | null;
  url: string | null;
  /** Whether the parcel was sent: WooCommerce's own fulfillments include parcels that were not sent yet. */
  isSent: boolean;
  /** The order lines in the parcel, with their quantities; `null` if unknown. */
  items: readonly { lineId: number; quantity: number }[] | null;
}
