import type { EvershopOrder } from "../../src/evershop/evershop-order.ts";
import { customers, orders } from "./evershop-orders.ts";
import { type AskedQuery, readQuery } from "./read-query.ts";

/** The fake's settings. All of them may change while it runs. */
export interface Vices {
  /** Answers this instead of anything else. */
  instead: (() => Response) | null;
  /** Answers this to token requests. */
  noToken: (() => Response) | null;
  /** What its schema lacks: EverShop looks at no query before it runs it, and leaves out what it does not know. */
  lacks: readonly string[];
  isTaxIncluded: boolean;
  /** So many requests are left in this minute. */
  left: number;
}

export const email = "meetbot@shop.example";
export const password = "password-for-tests";

const tokenLivesMs = 900_000;
const usualPageSize = 20;

interface Filter {
  key: string;
  operation: string;
  value: string;
}

/** An EverShop as far as it is asked, with what is awkward about the true one. */
export function createFakeEvershop(now: () => number, shop: readonly EvershopOrder[] = orders) {
  const vices: Vices = { instead: null, noToken: null, lacks: [], isTaxIncluded: false, left: 120 };
  /** Where it was asked, or for which lists. */
  const asked: string[] = [];
  /** Fields that it was asked for, and that EverShop has not. */
  const unknown = new Set<string>();
  const tokens = new Map<string, number>();

  async function answer(request: Request): Promise<Response> {
    const { host, pathname } = new URL(request.url);
    if (host !== "shop.example") throw new TypeError("fetch failed");
    if (vices.instead) return vices.instead();
    const path = pathname.replace(/^\/shop\/api\//, "");
    const body = (await request.json()) as Record<string, unknown>;
    const response = answerAt(path, body, request.headers);
    response.headers.set("ratelimit-remaining", String(vices.left));
    return response;
  }

  function answerAt(path: string, body: Record<string, unknown>, headers: Headers): Response {
    if (path === "user/tokens") {
      asked.push(path);
      return giveToken(body);
    }
    if (path !== "admin/graphql") return page(404)();
    const token = headers.get("authorization")?.replace(/^Bearer /, "") ?? "";
    if (!tokens.has(token)) return refuse(401, "Unauthorized");
    if (!((tokens.get(token) ?? 0) > now())) return refuse(401, "Token has expired");
    try {
      const { query, variables } = body as { query: string; variables: Record<string, unknown> };
      const fields = readQuery(query, variables);
      asked.push(fields.map(({ name }) => name).join(" "));
      return Response.json({ data: select(rootOf, fields, "Query") });
    } catch (error) {
      return refuse(500, (error as Error).message);
    }
  }

  function giveToken(body: Record<string, unknown>): Response {
    if (vices.noToken) return vices.noToken();
    // The name in any case, and the password as it is.
    if (String(body.email).toLowerCase() !== email || body.password !== password) {
      return refuse(400, "Invalid email or password");
    }
    const accessToken = `token-${asked.length}`;
    tokens.set(accessToken, now() + tokenLivesMs);
    return Response.json({ data: { accessToken, refreshToken: "refresh" } });
  }

  const newestFirst = [...shop].reverse();
  const setting = () => ({ storeName: "Test Shop", priceIncludingTax: vices.isTaxIncluded });
  function rootOf({ name, args }: AskedQuery): unknown {
    const filters = (args.filters ?? []) as readonly Filter[];
    if (name === "setting") return setting();
    if (name === "order") return shop.find(({ uuid }) => uuid === args.uuid) ?? null;
    if (name === "orders")
      return pageOf(
        newestFirst.filter((one) => isAsked(one, filters)),
        filters,
      );
    if (name === "customers") {
      const like = filters.find(({ key }) => key === "email")?.value ?? "%";
      return pageOf(
        customers.filter((one) => isLike(one.email, like)),
        filters,
      );
    }
    return undefined;
  }

  /** What of a row is asked for. */
  function select(
    tell: (asked: AskedQuery) => unknown,
    fields: readonly AskedQuery[],
    of: string,
  ): object {
    const told: [string, unknown][] = [];
    for (const asked of fields) {
      if (vices.lacks.includes(asked.name)) continue;
      const value = tell(asked);
      // Of all shipments together there is none, where there has to be one.
      if (of === "shipmentStatus" && asked.name === "phase") {
        throw new Error("Cannot return null for non-nullable field ShipmentStatus.phase.");
      }
      if (value === undefined) unknown.add(`${of}.${asked.name}`);
      else told.push([asked.alias, show(value, asked)]);
    }
    return Object.fromEntries(told);
  }

  function show(value: unknown, asked: AskedQuery): unknown {
    if (Array.isArray(value)) return value.map((one) => show(one, asked));
    if (typeof value !== "object" || value === null) return value;
    const row = value as Record<string, unknown>;
    return select(({ name }) => row[name], asked.fields, asked.name);
  }

  return {
    vices,
    asked,
    unknown,
    fetch: (async (url, init) => answer(new Request(url as URL, init))) as typeof fetch,
    revokeTokens: () => tokens.clear(),
  };
}

/** A filter or an operation that it does not know is left out, and everybody's orders come. */
function isAsked(order: EvershopOrder, filters: readonly Filter[]): boolean {
  return filters.every(({ key, operation, value }) => {
    const column = { number: order.orderNumber, email: order.customerEmail }[key];
    if (column === undefined || column === null) return true;
    if (operation === "eq") return column === value;
    return operation !== "like" || isLike(column, `%${value}%`);
  });
}

/** PostgreSQL's `ILIKE`. */
function isLike(text: string, pattern: string): boolean {
  const parts = pattern.match(/\\.|[^\\]/gsu) ?? [];
  const source = parts.map((part) => {
    if (part === "%") return ".*";
    if (part === "_") return ".";
    return part.replace(/^\\/, "").replace(/[.*+?^${}()|[\]\\]/, String.raw`\$&`);
  });
  return new RegExp(`^${source.join("")}$`, "isu").test(text);
}

function pageOf(rows: readonly object[], filters: readonly Filter[]) {
  const numberOf = (key: string, usual: number) =>
    Number(filters.find((one) => one.key === key)?.value ?? usual);
  const limit = numberOf("limit", usualPageSize);
  const start = (numberOf("page", 1) - 1) * limit;
  return { items: rows.slice(start, start + limit), total: rows.length };
}

export const refuse = (status: number, message: string) =>
  Response.json({ error: { status, message } }, { status });

/** A page instead of data. */
export const page = (status: number) => () =>
  new Response("<html>Oops</html>", { status, headers: { "content-type": "text/html" } });
