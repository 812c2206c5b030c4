import assert from "node:assert/strict";
import type { FakeOrder } from "./shopware-orders.ts";
import type { ShopwareSchema } from "./shopware-schema.ts";

/** The fake's settings. All of them may change while it runs. */
export interface Vices {
  /** What the integration's role may read; null is an administrator. */
  mayRead: readonly string[] | null;
  /** What went back by ways of payment that leave it to Shopware. */
  refunds: readonly object[];
  /** Of before 6.4.12, which has no refunds. */
  isOld: boolean;
  /** Answers this instead of anything else. */
  instead: (() => Response) | null;
}

export const accessKeyId = "SWIAFORTESTS";
export const secretAccessKey = "secret-for-tests";
const tokenLivesS = 600;

/** As the role “orders: view” and “customers: view” have it. */
export const viewer: readonly string[] = [
  ...["order", "order_customer", "order_transaction", "order_delivery", "order_line_item"],
  ...["order_address", "order_delivery_position", "state_machine_state", "payment_method"],
  ...["shipping_method", "currency", "country", "country_state", "media", "customer"],
];

interface Criteria {
  page?: number;
  limit?: number;
  ids?: readonly string[];
  filter?: readonly { type: string; field: string; value: string | readonly string[] }[];
  associations?: Associations;
  includes?: Record<string, readonly string[]>;
}
interface Associations {
  [name: string]: { associations?: Associations };
}

/** A Shopware shop as far as it is asked, its questions and answers judged by its own OpenAPI. */
export function createFakeShopware(
  schema: ShopwareSchema,
  orders: readonly FakeOrder[],
  now: () => number,
) {
  const vices: Vices = { mayRead: viewer, refunds: [], isOld: false, instead: null };
  const asked: string[] = [];
  const tokens = new Map<string, number>();

  async function answer(request: Request): Promise<Response> {
    const { host, pathname } = new URL(request.url);
    if (host !== "shop.example") throw new TypeError("fetch failed");
    if (vices.instead) return vices.instead();
    const path = pathname.replace(/^\/shop\/api/, "");
    asked.push(path);
    const body: unknown = await request.json();
    const wrong = schema.question(path, body);
    if (wrong !== null && path !== "/search/integration") return refuse(400, "WRONG", wrong);
    if (path === "/oauth/token") return giveToken(body as Record<string, string>);
    const token = request.headers.get("authorization")?.replace(/^Bearer /, "") ?? "";
    if (!((tokens.get(token) ?? 0) > now())) return refuse(401, "9", "The resource owner denied.");
    const answered = search(path.replace("/search/", ""), body as Criteria);
    if (answered instanceof Response) return answered;
    const untrue = schema.answer(path, answered);
    // A mistake of the fake's own: said aloud, since a connector takes it for a line that is down.
    if (untrue !== null) console.error(`The fake's answer is none of Shopware's: ${untrue}`);
    assert.equal(untrue, null);
    return Response.json(answered);
  }

  function giveToken({
    grant_type: type,
    client_id: id,
    client_secret: secret,
  }: Record<string, string>) {
    const isRight = type === "client_credentials" && id === accessKeyId;
    if (!isRight || secret !== secretAccessKey)
      return refuse(401, "4", "Client authentication failed");
    const token = `token-${asked.length}`;
    tokens.set(token, now() + tokenLivesS * 1_000);
    return Response.json({ token_type: "Bearer", expires_in: tokenLivesS, access_token: token });
  }

  function search(entity: string, criteria: Criteria): Response | object {
    if (vices.isOld && entity.endsWith("refund")) {
      return refuse(404, "FRAMEWORK__DEFINITION_NOT_FOUND", entity);
    }
    const needed = [entity.replaceAll("-", "_"), ...entitiesOf(entity, criteria.associations)];
    const lacks = needed.filter((one) => vices.mayRead !== null && !vices.mayRead.includes(one));
    if (lacks.length > 0) {
      const missingPrivileges = lacks.map((one) => `${one}:read`);
      const detail = JSON.stringify({ message: "Missing privilege", missingPrivileges });
      return refuse(403, "FRAMEWORK__MISSING_PRIVILEGE_ERROR", detail);
    }
    const wrong = (criteria.filter ?? []).find(({ field }) => !schema.hasField(entity, field));
    if (wrong) return refuse(400, "FRAMEWORK__UNMAPPED_FIELD", wrong.field);
    if (entity === "integration") return Response.json({ total: 0, data: [] });
    const rows: Record<string, readonly object[]> = {
      order: [...orders].reverse(),
      customer: customers,
      "order-transaction-capture-refund": vices.refunds,
    };
    const all = rows[entity] ?? [];
    const { page = 1, limit = 25 } = criteria;
    const found = all
      .filter((row) => isAsked(row, criteria))
      .slice((page - 1) * limit, page * limit);
    return {
      total: found.length,
      data: found.map((row) => show(row, criteria.includes?.[entity.replaceAll("-", "_")])),
    };
  }

  return {
    vices,
    asked,
    fetch: (async (url, init) => answer(new Request(url as URL, init))) as typeof fetch,
    revokeTokens: () => tokens.clear(),
  };
}

const customers = [makeCustomer("quiet@shop.example")];

function makeCustomer(email: string) {
  const id = "f".repeat(32);
  const owned = { groupId: id, salesChannelId: id, languageId: id };
  const addresses = { defaultBillingAddressId: id, defaultShippingAddressId: id };
  const named = { customerNumber: "1", firstName: "Q", lastName: "Q" };
  return { id, email, ...owned, ...addresses, ...named };
}

/** As MySQL compares: without case, and without the dots of ö. */
const loose = (text: unknown) => String(text).normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

function isAsked(row: object, { ids, filter = [] }: Criteria): boolean {
  if (ids && !ids.includes((row as { id: string }).id)) return false;
  return filter.every(({ field, value }) => {
    const values = valuesOf(row, field.split(".")).map(loose);
    return (Array.isArray(value) ? value : [value]).some((one) => values.includes(loose(one)));
  });
}

function valuesOf(value: unknown, path: readonly string[]): unknown[] {
  if (Array.isArray(value)) return value.flatMap((one) => valuesOf(one, path));
  const [name, ...rest] = path;
  if (name === undefined) return [value];
  return valuesOf((value as Record<string, unknown> | null)?.[name], rest);
}

/** Fields that are not asked for are left out, but those without which the OpenAPI would not know the row. */
function show(row: object, names: readonly string[] | undefined): object {
  const always =
    /^(?:id|.*Id|currencyFactor|.*Rounding|orderDateTime|customerNumber|firstName|lastName)$/;
  return Object.fromEntries(
    Object.entries(row).filter(([name]) => !names || names.includes(name) || always.test(name)),
  );
}

const entityNames: Readonly<Record<string, string>> = {
  orderCustomer: "order_customer",
  stateMachineState: "state_machine_state",
  transactions: "order_transaction",
  transactionCapture: "order_transaction_capture",
  paymentMethod: "payment_method",
  deliveries: "order_delivery",
  shippingMethod: "shipping_method",
  shippingOrderAddress: "order_address",
  billingAddress: "order_address",
  positions: "order_delivery_position",
  lineItems: "order_line_item",
  orderLineItem: "order_line_item",
  countryState: "country_state",
  cover: "media",
};

function entitiesOf(entity: string, associations: Associations = {}): string[] {
  return Object.entries(associations).flatMap(([name, below]) => [
    entityNames[name] ?? name,
    ...entitiesOf(entity, below.associations),
  ]);
}

function refuse(status: number, code: string, detail: string): Response {
  const errors = [{ status: String(status), code, title: "No.", detail }];
  return Response.json({ errors }, { status });
}
