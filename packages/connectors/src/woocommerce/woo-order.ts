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

/** An order as `wc/v3` has it: amounts are texts, without tax. */
export interface WooOrder extends OrderOutline {
  currency: string;
  /** Without a zone: it is UTC. */
  date_created_gmt: string;
  total: string;
  total_tax: string;
  shipping_total: string;
  discount_total: string;
  payment_method_title: string;
  payment_url?: string;
  needs_payment?: boolean;
  billing: (WooAddress & { email?: string | null }) | null;
  shipping: WooAddress | null;
  coupon_lines: readonly { code: string; discount: string }[];
  fee_lines: readonly { name: string; total: string }[];
  line_items: readonly {
    name: string;
    quantity: number;
    subtotal: string;
    image?: { src?: string } | null;
  }[];
  meta_data: readonly { key: string; value: unknown }[];
}

/** What any of the four ways to note a parcel says of it. */
export interface WooTracking {
  number: string | null;
  carrier: string | null;
  url: string | null;
  /** Core's own way knows parcels that were not sent yet. */
  isSent: boolean;
}
