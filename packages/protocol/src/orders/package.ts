/** A package on its way to the customer, with the wire's own field names. */
export interface Package {
  order_number: string;
  package_number: string;
  product_name?: string;
  carrier?: string;
  tracking_number?: string;
  tracking_url?: string;
  package_status: string;
  /** A calendar date, `YYYY-MM-DD`: expected delivery, or the delivery date once delivered. */
  exp_delivery?: string;
  image_url?: string;
}
