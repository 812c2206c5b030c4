import type { PackageStatusCode } from "./codes.ts";

/** An event on a package's way. */
export interface PackageEvent {
  /** In Unix seconds. */
  at: string;
  /** As the carrier writes it. */
  text?: string;
  place?: string;
  code?: PackageStatusCode;
}

/** An item of an order in one package. */
export interface PackedElement {
  title: string;
  quantity: number;
}

/** Where the customer can collect a package. */
export interface Pickup {
  name?: string;
  address?: string;
  hours?: string;
  /** The last day, `YYYY-MM-DD`. */
  until?: string;
}

/** A package on its way to the customer, with the field names of the protocol. */
export interface Package {
  order_number: string;
  package_number: string;
  product_name?: string;
  carrier?: string;
  tracking_number?: string;
  tracking_url?: string;
  package_status: string;
  /** The machine-readable status; takes precedence if `package_status` contradicts it. */
  package_status_code?: PackageStatusCode;
  /** A calendar date, `YYYY-MM-DD`: expected delivery, or the delivery date once delivered. */
  exp_delivery?: string;
  /** The days between which it is expected, `YYYY-MM-DD`. */
  exp_delivery_from?: string;
  exp_delivery_to?: string;
  image_url?: string;
  /** Newest first. */
  events?: PackageEvent[];
  elements?: PackedElement[];
  pickup?: Pickup;
}
