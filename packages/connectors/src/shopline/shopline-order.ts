/** An amount in the buyer's currency and in the shop's. */
interface MoneySet {
  presentment_money?: { amount?: string | null; currency_code?: string | null } | null;
}
type Amount = string | null | undefined;
type Amounts = MoneySet | null | undefined;

export interface ShoplineTracking {
  tracking_company?: string | null;
  tracking_number?: string | null;
  tracking_url?: string | null;
}

export interface ShoplineFulfillment extends ShoplineTracking {
  id: string;
  /** `success` or `cancelled`: whether it left. */
  status?: string | null;
  /** How far the carrier is. */
  shipment_status?: string | null;
  created_at: string;
  /** Up to ten tracking numbers; if there are any, ignore the single number next to the list. */
  tracking_info_list?: readonly ShoplineTracking[] | null;
  /**
   * The shipped items and their quantities:
   * https://developer.shopline.com/docs/admin-rest-api/order/shipping-and-fulfillment/query-all-fulfillments-for-an-order
   */
  line_items?: readonly { title?: string | null; fulfillment_quantity?: number | null }[] | null;
}

/** A refund by one payment method. */
export interface ShoplineRefundTransaction {
  amount?: Amount;
  currency?: string | null;
  /** The amount in the payment method's settlement currency. */
  settle_amount?: Amount;
  settle_currency?: string | null;
  /** `pending`, `success`, `failure` or `error`. */
  status?: string | null;
  created_at?: string | null;
  /** When it last changed. */
  processed_at?: string | null;
}

export interface ShoplineAddress {
  name?: string | null;
  first_name?: string | null;
  last_name?: string | null;
  address1?: string | null;
  address2?: string | null;
  city?: string | null;
  zip?: string | null;
  province?: string | null;
  country_code?: string | null;
}

/**
 * An order in the format of the admin REST API: each amount is a string in the shop's currency, and a set in both
 * currencies.
 */
export interface ShoplineOrder {
  /** 26 digits; customers know the name. */
  id: string;
  name: string;
  email?: string | null;
  customer?: { email?: string | null } | null;
  /** `open` or `cancelled`, in some places `canceled`. */
  status?: string | null;
  cancelled_at?: string | null;
  financial_status?: string | null;
  /** `fulfilled`, `partial`, or null. */
  fulfillment_status?: string | null;
  /** Archived. */
  hidden_order?: boolean | null;
  created_at: string;
  order_at?: string | null;
  currency: string;
  taxes_included?: boolean | null;
  payment_gateway_names?: readonly string[] | null;
  order_status_url?: string | null;
  current_total_price?: Amount;
  current_total_price_set?: Amounts;
  total_line_items_price?: Amount;
  total_line_items_price_set?: Amounts;
  total_discounts?: Amount;
  total_discounts_set?: Amounts;
  total_tax?: Amount;
  total_tax_set?: Amounts;
  total_shipping_price_set?: Amounts;
  total_tip_received?: Amount;
  total_tip_received_set?: Amounts;
  deduct_member_point_amount?: Amount;
  deduct_member_point_amount_set?: Amounts;
  discount_codes?: readonly { code?: string | null }[] | null;
  shipping_lines?: readonly { price?: Amount }[] | null;
  shipping_address?: ShoplineAddress | null;
  line_items: readonly {
    title: string;
    variant_title?: string | null;
    quantity: number;
    price?: Amount;
    price_set?: Amounts;
    image_url?: string | null;
  }[];
  fulfillments?: readonly ShoplineFulfillment[] | null;
  /** Follows `Refund` in the platform's own SDK: https://github.com/shoplineos/shopline-sdk-go (`get_orders.go`). */
  refunds?: readonly { transactions?: readonly ShoplineRefundTransaction[] | null }[] | null;
}
