/** An order in outline. */
export interface OrderOutline {
  id: string;
  status: string;
  payment_status: string;
  fulfillment_status: string;
  created_at: string;
  /** As the customer typed it. */
  email: string | null;
  /** Stored in small letters; a guest is a customer, too. */
  customer?: { email: string | null } | null;
  is_draft_order?: boolean | null;
  /** Medusa includes the items in every order, requested or not. */
  items?: readonly ItemOutline[] | null;
}

/** How many pieces of an item were ordered, and how many of them came back. */
export interface ItemOutline {
  quantity: number;
  detail?: {
    return_requested_quantity?: number | null;
    return_received_quantity?: number | null;
    return_dismissed_quantity?: number | null;
  } | null;
}

/** The id and the numbers of an order. */
export interface OrderNumbers {
  id: string;
  display_id: number;
  /** Of shops that count on their own. */
  custom_display_id?: string | null;
}

/** An order in the format of Medusa's admin API: amounts are in major units, not rounded. */
export interface MedusaOrder extends OrderOutline, OrderNumbers {
  currency_code: string;
  total: number;
  tax_total: number;
  shipping_subtotal: number;
  discount_subtotal: number;
  /** The shipping cost with tax, before discounts. */
  original_shipping_total: number;
  discount_total: number;
  /** Amounts taken off the total besides discounts, including refunds. */
  credit_lines?: readonly CreditLine[] | null;
  items: readonly MedusaItem[] | null;
  shipping_methods?: readonly { is_tax_inclusive?: boolean | null }[] | null;
  shipping_address?: MedusaAddress | null;
  payment_collections?: readonly { payments?: readonly MedusaPayment[] | null }[] | null;
  fulfillments?: readonly MedusaFulfillment[] | null;
}

export interface CreditLine {
  amount: number;
  /** `payment_collection` for a refund. */
  reference?: string | null;
}

export interface MedusaItem extends ItemOutline {
  id: string;
  /** The product's title; absent for an item that an owner added by hand. */
  product_title?: string | null;
  variant_title?: string | null;
  title: string;
  thumbnail?: string | null;
  /** Whether the price was set with its tax. */
  is_tax_inclusive?: boolean | null;
  /** The price of the pieces that were not returned, without tax, before discounts. */
  subtotal: number;
  /** The same price with tax. */
  original_total: number;
  adjustments?: readonly { code?: string | null }[] | null;
}

export interface MedusaAddress {
  first_name?: string | null;
  last_name?: string | null;
  address_1?: string | null;
  address_2?: string | null;
  city?: string | null;
  postal_code?: string | null;
  province?: string | null;
  country_code?: string | null;
}

export interface MedusaPayment {
  provider_id: string;
  canceled_at?: string | null;
  refunds?: readonly { amount: number; created_at?: string | null }[] | null;
}

export interface MedusaFulfillment {
  id: string;
  created_at: string;
  shipped_at?: string | null;
  delivered_at?: string | null;
  canceled_at?: string | null;
  labels?: readonly { tracking_number?: string | null; tracking_url?: string | null }[] | null;
  /** Their titles are of variants. */
  items?:
    | readonly { line_item_id?: string | null; title?: string | null; quantity?: number | null }[]
    | null;
}
