import { parseJson } from "@meetbot/protocol";
import { MASK, maskEmail, maskNumber, maskText, maskUrl } from "./mask-text.ts";

/** How to mask a value: a bare value with a function, an object field by field. */
type Rule = ((value: string) => string) | { [field: string]: Rule };

const order: Rule = {
  order_number: maskNumber,
  currency: plain,
  order_url: maskUrl,
  timestamp: plain,
  status: maskText,
  status_code: plain,
  summary: {
    subtotal: plain,
    shipping_cost: plain,
    total_tax: plain,
    tax_included: plain,
    total_cost: plain,
  },
  adjustments: { name: maskText, amount: plain },
  fees: { name: maskText, amount: plain },
  refunds: { amount: plain, at: plain, status: plain },
  elements: {
    title: maskText,
    subtitle: maskText,
    quantity: plain,
    price: plain,
    currency: plain,
    image_url: maskUrl,
    kind: plain,
  },
};

const pkg: Rule = {
  order_number: maskNumber,
  package_number: maskNumber,
  product_name: maskText,
  carrier: maskText,
  tracking_number: maskNumber,
  tracking_url: maskUrl,
  package_status: maskText,
  package_status_code: plain,
  exp_delivery: plain,
  exp_delivery_from: plain,
  exp_delivery_to: plain,
  events: { at: plain, code: plain },
  elements: { title: maskText, quantity: plain },
  image_url: maskUrl,
};

/**
 * The protocol's queries and answers. Any field not listed here is hidden with its contents: a person's name, the
 * address, the payment method and whatever a shop adds.
 */
const envelope: Rule = {
  request: { category: plain, method: plain, id: plain, page_id: plain, meta: plain },
  params: {
    test_token: plain,
    user_account: maskEmail,
    filter: plain,
    order_number: maskNumber,
    package_number: maskNumber,
    push_id: maskNumber,
    recipient: plain,
    channel: plain,
    state: plain,
    because: plain,
    at: plain,
  },
  pagination: { page: plain, limit: plain },
  context: { locale: plain, time_zone: maskZone },
  success: plain,
  object: plain,
  test_token: plain,
  capabilities: { accounts: plain, context: plain, fields: plain, pushes: plain },
  has_next_page: plain,
  error: { code: plain, message: maskText },
  orders: order,
  packages: pkg,
};

/** Masks a body of the wire; one that is no JSON, or was cut when recorded, shows its length only. */
export function maskBody(body: string): string {
  if (body === "") return "";
  try {
    return JSON.stringify(maskValue(parseJson(body), envelope));
  } catch {
    return `${MASK} (${body.length} characters that are not a complete JSON text)`;
  }
}

function maskValue(value: unknown, rule: Rule): unknown {
  if (value === null || value === "") return value;
  if (typeof rule === "function") {
    if (typeof value === "object") return MASK;
    return typeof value === "string" || rule !== plain ? rule(String(value)) : value;
  }
  if (typeof value !== "object") return MASK;
  if (Array.isArray(value)) return value.map((item) => maskValue(item, rule));
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => {
      const own = Object.hasOwn(rule, name) ? rule[name] : undefined;
      return own ? [name, maskValue(item, own)] : [maskName(name), MASK];
    }),
  );
}

/** Returns codes, Meetbot's own ids, dates and amounts unchanged, and masks anything that does not look like one. */
function plain(value: string): string {
  return /^[\w.:+-]{1,64}$/.test(value) ? value : MASK;
}

/** The name of a zone has a slash in it. */
function maskZone(value: string): string {
  return /^[A-Z][\w+-]*(\/[\w+-]+){0,2}$/.test(value) ? value : MASK;
}

/**
 * Masks unusual field names: a misspelled field should stay visible, a name that contains a customer's number should
 * not.
 */
function maskName(name: string): string {
  return /^[A-Za-z_]{1,40}$/.test(name) ? name : MASK;
}
