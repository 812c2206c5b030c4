import type { Bytes } from "./hostile-connection.fixture.ts";

/** What the customer asks for. */
export const orderNumber = "12345678902";

/** Stands in whatever a merchant sends that no customer may read. */
export const merchantWords = "<b>words of the merchant's own</b>";

export const order = {
  order_number: orderNumber,
  currency: "USD",
  timestamp: "1428444852",
  status: "shipped",
  summary: { subtotal: 75, shipping_cost: 4.95, total_tax: 6.19, total_cost: 56.14 },
  adjustments: [{ name: "New Customer Discount", amount: 20 }],
  elements: [
    { title: "Classic White T-Shirt", quantity: 2, price: 50, currency: "USD" },
    { title: "Classic Gray T-Shirt", quantity: 1, price: 25 },
  ],
};

export const pkg = {
  order_number: orderNumber,
  package_number: "A1231411",
  package_status: "Delivery in progress",
  product_name: "Classic White T-Shirt",
  carrier: "UPS",
  tracking_number: "UPS11012",
  tracking_url: "https://www.ups.com/track?tracknum=UPS11012",
  exp_delivery: "2017-12-12",
};

export const ordersAnswer = {
  success: true,
  object: "orders",
  has_next_page: false,
  orders: [order],
};
export const packagesAnswer = {
  success: true,
  object: "packages",
  has_next_page: false,
  packages: [pkg],
};

export const validBody = JSON.stringify(ordersAnswer);

export interface ResponseParts {
  status?: number | string;
  /** Header lines as they go out, besides Content-Type and Content-Length. */
  headers?: string[];
}

/** A whole response with the right length. */
export function response(body: Bytes, { status = 200, headers = [] }: ResponseParts = {}): Buffer {
  const bytes = Buffer.from(body as Uint8Array);
  return Buffer.concat([Buffer.from(head(bytes.length, { status, headers }), "latin1"), bytes]);
}

/** The head of a response, up to the empty line; without a length where that is `null`. */
export function head(
  length: number | string | null,
  { status = 200, headers = [] }: ResponseParts = {},
): string {
  const lines = [
    `HTTP/1.1 ${status} ${typeof status === "number" ? "Whatever" : ""}`.trimEnd(),
    "content-type: application/json",
    ...(length === null ? [] : [`content-length: ${length}`]),
    ...headers,
  ];
  return `${lines.join("\r\n")}\r\n\r\n`;
}

export const chunkedHead = head(null, { headers: ["transfer-encoding: chunked"] });

export function chunk(data: string): string {
  return `${Buffer.byteLength(data).toString(16)}\r\n${data}\r\n`;
}
export const lastChunk = "0\r\n\r\n";
