/** A number of a carrier's. */
export interface ShoplazzaTracking {
  tracking_number?: string | null;
  tracking_company?: string | null;
  tracking_url?: string | null;
}

export interface ShoplazzaFulfillment extends ShoplazzaTracking {
  id: string;
  status: string;
  created_at: string;
  /** The parcels of a fulfillment with several; the fulfillment's own number is one of them. */
  tracking_items?: readonly ShoplazzaTracking[] | null;
  /**
   * The shipped items and their quantities (`v202506.LineItem` in https://github.com/Shoplazza/shoplazza-cli, version
   * 2026-01); the `quantity` next to them is the order's.
   */
  line_items?: readonly { product_title?: string | null; ship_quantity?: number | null }[] | null;
}

export interface ShoplazzaAddress {
  first_name?: string | null;
  last_name?: string | null;
  address?: string | null;
  address1?: string | null;
  city?: string | null;
  zip?: string | null;
  province?: string | null;
  country_code?: string | null;
  email?: string | null;
}

/** An order from the open API. Amounts are strings; empty strings mean the same as null. */
export interface ShoplazzaOrder {
  id: string;
  number: string;
  status: string;
  financial_status: string;
  fulfillment_status: string;
  cancelled_at?: string | null;
  created_at: string;
  placed_at?: string | null;
  currency: string;
  sub_total: string;
  total_price: string;
  total_discount?: string | null;
  total_shipping?: string | null;
  total_tax?: string | null;
  shipping_tax_total?: string | null;
  /** All that was paid back so far. */
  total_refund_price?: string | null;
  total_tip_received?: string | null;
  gift_card_total?: string | null;
  duty_total?: string | null;
  additional_prices?: readonly { name?: string | null; fee_title?: string | null; price: string }[];
  /** `cod` for cash on delivery. */
  payment_method?: string | null;
  payment_line?: { payment_name?: string | null } | null;
  /** Whether `sub_total` holds the tax. */
  config?: { product_tax_included?: boolean } | null;
  checkout_url?: string | null;
  customer?: { email?: string | null } | null;
  shipping_address?: ShoplazzaAddress | null;
  line_items: readonly {
    product_title: string;
    variant_title?: string | null;
    quantity: number;
    price: string;
    total_price?: string | null;
    /** In some versions a URL without a scheme, in others an object with a `src`. */
    image?: string | { src?: string | null } | null;
  }[];
  fulfillments?: readonly ShoplazzaFulfillment[] | null;
}
