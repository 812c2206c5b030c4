/** Messages in the Send API's format below `message`; all names are Meta's. */
export type GraphMessage = ({ text: string } | { attachment: Attachment }) & {
  quick_replies?: QuickReply[];
};

export interface Attachment {
  type: "template";
  payload: GenericTemplate | ButtonTemplate | ReceiptTemplate;
}

export type QuickReply =
  | { content_type: "text"; title: string; payload: string }
  /** The email that Meta has of the customer; Meta shows this reply only to customers with one. */
  | { content_type: "user_email" }
  | { content_type: "user_phone_number" };

export interface UrlButton {
  type: "web_url";
  url: string;
  title: string;
}

/** One card of a carousel. It must have at least one property besides its title. */
export interface GraphCard {
  title: string;
  subtitle?: string;
  image_url?: string;
  buttons?: UrlButton[];
}

export interface GenericTemplate {
  template_type: "generic";
  elements: GraphCard[];
}

export interface ButtonTemplate {
  template_type: "button";
  text: string;
  buttons: UrlButton[];
}

export interface ReceiptTemplate {
  template_type: "receipt";
  recipient_name: string;
  order_number: string;
  currency: string;
  payment_method: string;
  order_url?: string;
  /** Unix seconds, as a string. */
  timestamp?: string;
  address?: ReceiptAddress;
  summary: { subtotal?: number; shipping_cost?: number; total_tax?: number; total_cost: number };
  adjustments?: { name: string; amount: number }[];
  elements: ReceiptElement[];
}

export interface ReceiptAddress {
  street_1: string;
  street_2?: string;
  city: string;
  postal_code: string;
  state: string;
  country: string;
}

export interface ReceiptElement {
  title: string;
  subtitle?: string;
  quantity?: number;
  /** The line total: never multiplied by the quantity, by us or by Meta. */
  price: number;
  currency?: string;
  image_url?: string;
}
