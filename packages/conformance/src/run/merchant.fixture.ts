import { createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { DatabaseSync } from "node:sqlite";
import { buffer } from "node:stream/consumers";
import type { TestContext } from "node:test";
import { merchantRows, type OrderRow, type PackageRow } from "./merchant-rows.fixture.ts";
import { secret } from "./shop.fixture.ts";

type Json = Record<string, unknown>;
type Params = Readonly<Record<string, string | number>>;

/** What one query asks, as the merchant's code has read it. */
export interface Asking {
  method: string;
  account: string;
  filter: string;
  orderNumber: string;
  packageNumber: string;
  page: number;
  limit: number;
}

export interface HttpAnswer {
  status: number;
  json: Json;
}

/**
 * A webhook as merchants write it by hand, over SQL and without the SDK, in parts of which any can be
 * written otherwise. As it stands nothing is wrong with it.
 */
export interface MerchantCode {
  rows: typeof merchantRows;
  /** Keys that `webhook-signature` is verified with. */
  keys(): readonly Buffer[];
  equals(right: string, given: string): boolean;
  isFresh(timestampS: number, nowS: number): boolean;
  /** How many requests are remembered, and what of them. */
  remembers: number;
  memoryKey(id: string, timestamp: string, signatures: string): string;
  /** What is waited for between looking whether a request is remembered and remembering it. */
  beforeRemembered(): Promise<void> | null;
  isVerified(method: string): boolean;
  /** What is answered before anything is verified. */
  ahead(asking: Asking): HttpAnswer | undefined;
  signed(raw: Buffer): Buffer | string;
  needsSignature: boolean;
  /** How the account is written before it is compared. */
  accountKey(account: string): string;
  accountSql: string;
  filterSql: string;
  orderSql: string;
  offset(asking: Asking): number;
  rowLimit(asking: Asking): number;
  cut(rows: OrderRow[], asking: Asking): OrderRow[];
  hasNext(all: number, asking: Asking): boolean;
  numberKey(number: string): string;
  numberSql: string;
  packageSql: string;
  ofOrderSql: string;
  packagePage(rows: PackageRow[], asking: Asking): PackageRow[];
  toOrder(row: OrderRow, asking: Asking): Json;
  toPackage(row: PackageRow): Json;
  /** What stands between the query and its answer: waiting, caches, shared variables. */
  around(asking: Asking, look: () => HttpAnswer): HttpAnswer | Promise<HttpAnswer>;
  finish(response: ServerResponse, answer: HttpAnswer, request: IncomingMessage): void;
}

export const rightKey = Buffer.from(secret.slice("whsec_".length), "base64");

export const goodMerchant: MerchantCode = {
  rows: merchantRows,
  keys: () => [rightKey],
  equals: (right, given) => right === given,
  isFresh: (timestampS, nowS) => Math.abs(nowS - timestampS) <= 300,
  remembers: 10_000,
  memoryKey: (id, timestamp) => `${id}.${timestamp}`,
  beforeRemembered: () => null,
  isVerified: () => true,
  ahead: () => undefined,
  signed: (raw) => raw,
  needsSignature: true,
  accountKey: (account) => account.trim(),
  accountSql: "lower(email) = lower(:account)",
  filterSql: "state = :filter",
  orderSql: "placed DESC, id DESC",
  offset: ({ page, limit }) => (page - 1) * limit,
  rowLimit: ({ limit }) => limit,
  cut: (rows) => rows,
  hasNext: (all, { page, limit }) => all > page * limit,
  numberKey: (number) => number.trim(),
  numberSql: "upper(number) = upper(:number)",
  packageSql: "upper(number) = upper(:number) OR upper(tracking) = upper(:number)",
  ofOrderSql: "upper(order_number) = upper(:number)",
  packagePage: (rows, { page, limit }) => rows.slice((page - 1) * limit, page * limit),
  toOrder,
  toPackage,
  around: (_, look) => look(),
  finish: (response, { status, json }) => {
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(json));
  },
};

/** Starts the webhook with some of its code written otherwise. */
export async function startMerchantCode(
  t: TestContext,
  changed: Partial<MerchantCode> = {},
): Promise<string> {
  const code = { ...goodMerchant, ...changed };
  const answer = createAnswerer(code);
  const server = createServer((request, response) => {
    answer(request).then(
      (came) => code.finish(response, came, request),
      () => response.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/meetbot`;
}

function createAnswerer(code: MerchantCode) {
  const database = fillDatabase(code);
  const seen = new Set<string>();
  return async (request: IncomingMessage): Promise<HttpAnswer> => {
    if (request.method !== "POST") return { status: 405, json: {} };
    const raw = await buffer(request);
    if (raw.length > 65_536) return { status: 413, json: {} };
    const body = parse(raw);
    const method = String((body?.request as Json | undefined)?.method ?? "");
    const asking = body && readAsking(body);
    const ahead = asking && code.ahead(asking);
    if (ahead) return ahead;
    if (code.isVerified(method) && !(await isMeetbot(code, request.headers, raw, seen))) {
      return { status: 401, json: no(401) };
    }
    if (!asking) return { status: 400, json: no(400) };
    const { category } = body.request as Json;
    if (category !== "ecommerce") return { status: 200, json: no(20_001) };
    if (method === "test") {
      const { test_token } = body.params as Json;
      return code.around(asking, () => ({
        status: 200,
        json: { success: true, object: "test", test_token },
      }));
    }
    if (method !== "orders" && method !== "packages") return { status: 200, json: no(20_002) };
    const keys = [asking.account, asking.orderNumber, asking.packageNumber].filter(Boolean);
    const isKnown = ["open", "unpaid", "past"].includes(asking.filter);
    const isInBounds = asking.page > 0 && asking.limit > 0 && asking.limit <= 10;
    if (keys.length !== 1 || !isKnown || !isInBounds) return { status: 400, json: no(400) };
    return code.around(asking, () =>
      method === "orders"
        ? findOrders(code, database, asking)
        : findPackages(code, database, asking),
    );
  };
}

async function isMeetbot(
  code: MerchantCode,
  headers: IncomingMessage["headers"],
  raw: Buffer,
  seen: Set<string>,
): Promise<boolean> {
  const [id, timestamp, list] = ["webhook-id", "webhook-timestamp", "webhook-signature"].map(
    (name) => String(headers[name] ?? ""),
  ) as [string, string, string];
  if (list === "" && !code.needsSignature) return true;
  if (id === "" || !/^\d{10}$/.test(timestamp)) return false;
  if (!code.isFresh(Number(timestamp), Math.floor(Date.now() / 1_000))) return false;
  const given = list.split(" ").filter((one) => one.startsWith("v1,"));
  const isRight = code.keys().some((key) => {
    const text = Buffer.concat([Buffer.from(`${id}.${timestamp}.`), Buffer.from(code.signed(raw))]);
    const right = createHmac("sha256", key).update(text).digest("base64");
    return given.slice(0, 8).some((one) => code.equals(right, one.slice(3)));
  });
  if (!isRight) return false;
  const key = code.memoryKey(id, timestamp, list);
  if (seen.has(key)) return false;
  const waiting = code.beforeRemembered();
  if (waiting) await waiting;
  seen.add(key);
  if (seen.size > code.remembers) seen.delete([...seen][0]!);
  return true;
}

function readAsking({ request, params, pagination }: Json): Asking | null {
  if (typeof request !== "object" || typeof params !== "object" || !request || !params) return null;
  const { method } = request as Json;
  const { user_account: account, filter, order_number, package_number } = params as Json;
  const { page, limit } = (pagination ?? {}) as Json;
  const text = (value: unknown) => (value === null || value === undefined ? "" : String(value));
  return {
    ...{ method: text(method), account: text(account), filter: text(filter) || "open" },
    ...{ orderNumber: text(order_number), packageNumber: text(package_number) },
    ...{ page: Number(page ?? 1), limit: Number(limit ?? 10) },
  };
}

function findOrders(code: MerchantCode, database: DatabaseSync, asking: Asking): HttpAnswer {
  const select = <Row>(sql: string, params: Params) =>
    database.prepare(`SELECT * FROM orders WHERE ${sql}`).all(used(sql, params)) as Row[];
  const ok = (rows: OrderRow[], hasNext: boolean) => ({
    status: 200,
    json: {
      success: true,
      object: "orders",
      has_next_page: hasNext,
      orders: rows.map((row) => code.toOrder(row, asking)),
    },
  });
  if (asking.orderNumber !== "") {
    const found = select<OrderRow>(code.numberSql, { number: code.numberKey(asking.orderNumber) });
    return found.length > 0 ? ok(found.slice(0, 10), false) : { status: 200, json: no(11_001) };
  }
  const account = code.accountKey(asking.account);
  const params = { account, filter: asking.filter };
  const where = `(${code.accountSql}) AND ${code.filterSql}`;
  const isKnown = select(code.accountSql, params).length > 0;
  const all = select(where, params).length;
  if (!isKnown && all === 0) return { status: 200, json: no(10_001) };
  const [limit, offset] = [code.rowLimit(asking), Math.max(code.offset(asking), 0)];
  const rows = select<OrderRow>(
    `${where} ORDER BY ${code.orderSql} LIMIT ${limit} OFFSET ${offset}`,
    params,
  );
  return ok(code.cut(rows, asking), code.hasNext(all, asking));
}

function findPackages(code: MerchantCode, database: DatabaseSync, asking: Asking): HttpAnswer {
  const isByOrder = asking.orderNumber !== "";
  const number = code.numberKey(isByOrder ? asking.orderNumber : asking.packageNumber);
  const sql = isByOrder ? code.ofOrderSql : code.packageSql;
  const found = database
    .prepare(`SELECT * FROM packages WHERE ${sql} ORDER BY id`)
    .all(used(sql, { number })) as unknown as PackageRow[];
  const isOrder =
    isByOrder &&
    database
      .prepare(`SELECT 1 FROM orders WHERE ${code.numberSql}`)
      .all(used(code.numberSql, { number })).length > 0;
  if (found.length === 0 && !isOrder) return { status: 200, json: no(11_001) };
  const rows = code.packagePage(found, asking);
  const hasNext = code.packagePage(found, { ...asking, page: asking.page + 1 }).length > 0;
  return {
    status: 200,
    json: {
      success: true,
      object: "packages",
      has_next_page: hasNext,
      packages: rows.map(code.toPackage),
    },
  };
}

function fillDatabase({ rows }: MerchantCode): DatabaseSync {
  const database = new DatabaseSync(":memory:");
  database.exec(
    "CREATE TABLE orders (id INTEGER PRIMARY KEY, number TEXT, email TEXT, state TEXT, placed INTEGER, cents INTEGER, name TEXT);" +
      "CREATE TABLE packages (id INTEGER PRIMARY KEY, number TEXT, order_number TEXT, tracking TEXT);",
  );
  const order = database.prepare("INSERT INTO orders VALUES (?, ?, ?, ?, ?, ?, ?)");
  for (const { id, number, email, state, placed, cents, name } of rows.orders) {
    order.run(id, number, email, state, placed, cents, name);
  }
  const parcel = database.prepare("INSERT INTO packages VALUES (?, ?, ?, ?)");
  for (const one of rows.packages) parcel.run(one.id, one.number, one.order_number, one.tracking);
  return database;
}

/** Those of the values that stand in the text: the database refuses others. */
function used(sql: string, params: Params): Params {
  return Object.fromEntries(Object.entries(params).filter(([name]) => sql.includes(`:${name}`)));
}

function toOrder({ number, state, placed, cents, name }: OrderRow): Json {
  const amount = cents / 100;
  return {
    order_number: number,
    recipient_name: name,
    currency: "EUR",
    timestamp: String(placed),
    status: { open: "In progress", unpaid: "Unpaid", past: "Delivered" }[state],
    order_url: `https://shop.example/orders/${number}`,
    summary: {
      subtotal: amount,
      shipping_cost: 4.9,
      total_tax: 0,
      total_cost: round(amount + 4.9),
    },
    adjustments: [],
    elements: [{ title: "Mug", quantity: 2, price: amount, currency: "EUR" }],
  };
}

function toPackage({ number, order_number, tracking }: PackageRow): Json {
  return {
    order_number,
    package_number: number,
    package_status: "In transit",
    tracking_number: tracking,
    tracking_url: `https://carrier.example/?n=${tracking}`,
    exp_delivery: "2026-12-12",
  };
}

function no(code: number): Json {
  return { success: false, error: { code, message: "no" } };
}

function round(amount: number): number {
  return Math.round(amount * 100) / 100;
}

function parse(raw: Buffer): Json | null {
  try {
    // Long integers keep their digits as texts.
    const text = raw.toString().replace(/:(\d{16,})/g, ':"$1"');
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && !Array.isArray(value) ? (value as Json | null) : null;
  } catch {
    return null;
  }
}
