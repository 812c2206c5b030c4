import type { FakeOrder } from "./shopify-orders.ts";
import type { ShopifySchema } from "./shopify-schema.ts";

/** The fake's settings. All of them may change while it runs. */
export interface Vices {
  scopes: readonly string[];
  /** Without it, emails and addresses are null: the app may not read protected customer data. */
  mayReadPersonalData: boolean;
  /** Points left in the shop's bucket, and how many come with each second. */
  points: number;
  perSecond: number;
  /** Answers this instead of anything else. */
  instead: (() => Response | Promise<Response>) | null;
}

export interface FakeShopify {
  fetch: typeof fetch;
  vices: Vices;
  /** The requests: the first words of each query, or the path of a request without a query. */
  asked: string[];
  /** Takes back every token that was given. */
  revokeTokens(): void;
}

export const clientId = "0123456789abcdef0123456789abcdef";
export const clientSecret = "shpss-for-tests";
export const staticToken = "shpat-for-tests";

const sixtyDaysMs = 60 * 86_400_000;
const tokenLivesS = 86_399;
const cost = 60;

/** Shopify's admin API for one shop, by its own schema, with what is awkward about the true one. */
export function createFakeShopify(
  { graphql, schema }: ShopifySchema,
  orders: readonly FakeOrder[],
  now: () => number,
): FakeShopify {
  const vices: Vices = {
    scopes: ["read_orders", "read_all_orders", "read_customers"],
    mayReadPersonalData: true,
    points: 2_000,
    perSecond: 100,
    instead: null,
  };
  const asked: string[] = [];
  const tokens = new Map<string, number>();

  async function answer(request: Request): Promise<Response> {
    const { pathname, host } = new URL(request.url);
    if (host !== "test.myshopify.com") throw new TypeError("fetch failed");
    if (vices.instead) return vices.instead();
    if (pathname === "/admin/oauth/access_token") return giveToken(await request.formData());
    if (pathname !== "/admin/api/2026-10/graphql.json") return json({ errors: "Not Found" }, 404);
    const token = request.headers.get("x-shopify-access-token") ?? "";
    if (token !== staticToken && !((tokens.get(token) ?? 0) > now())) {
      return json({ errors: "[API] Invalid API key or access token" }, 401);
    }
    return answerQuery((await request.json()) as { query: string; variables: object });
  }

  function giveToken(form: FormData): Response {
    asked.push("token");
    const isRight =
      form.get("client_id") === clientId && form.get("client_secret") === clientSecret;
    if (form.get("grant_type") !== "client_credentials" || !isRight) {
      return json({ error: "invalid_client" }, 400);
    }
    const token = `token-${tokens.size}`;
    tokens.set(token, now() + tokenLivesS * 1_000);
    return json({ access_token: token, scope: vices.scopes.join(","), expires_in: tokenLivesS });
  }

  async function answerQuery({ query, variables }: { query: string; variables: object }) {
    asked.push(query.slice(0, 60).replace(/\s+/g, " "));
    const document = graphql.parse(query);
    const [wrong] = graphql.validate(schema, document);
    if (wrong) return json({ errors: [{ message: wrong.message }] });
    const status = {
      maximumAvailable: 2_000,
      currentlyAvailable: vices.points,
      restoreRate: vices.perSecond,
    };
    const extensions = { cost: { requestedQueryCost: cost, throttleStatus: status } };
    if (vices.points < cost) {
      const errors = [{ message: "Throttled", extensions: { code: "THROTTLED" } }];
      return json({ errors, extensions });
    }
    vices.points -= cost;
    const { data, errors } = await graphql.execute({
      schema,
      document,
      variableValues: variables,
      rootValue: roots(),
    });
    return json({ data, ...(errors && { errors }), extensions });
  }

  function roots() {
    return {
      shop: { name: "Test Shop", ianaTimezone: "Europe/Berlin" },
      currentAppInstallation: { accessScopes: vices.scopes.map((handle) => ({ handle })) },
      orders: (args: Connection) => {
        demand("read_orders");
        return connectionOf(visible().filter(matcherOf(args.query ?? "")), args);
      },
      nodes: ({ ids }: { ids: string[] }) =>
        ids.map((id) => visible().find((order) => order.id === id) ?? null),
      customers: (args: Connection) => {
        demand("read_customers");
        const emails = [...new Set([...orders.map(({ email }) => email), "quiet@shop.example"])];
        const found = emails.map((email) => ({
          email,
          name: "",
          createdAt: "",
          defaultEmailAddress: vices.mayReadPersonalData ? { emailAddress: email } : null,
        }));
        return connectionOf(found.filter(matcherOf(args.query ?? "")), args);
      },
    };
  }

  /** As Shopify: without the scope the field is null, and an error says so. */
  function demand(scope: string): void {
    if (vices.scopes.some((one) => one === scope || one === scope.replace("read_", "write_")))
      return;
    throw Object.assign(new Error(`Access denied. Required access: \`${scope}\`.`), {
      extensions: { code: "ACCESS_DENIED" },
    });
  }

  /** What is older than sixty days is simply not there, unless the app may read it. */
  function visible(): FakeOrder[] {
    const mayReadAll = vices.scopes.includes("read_all_orders");
    return orders
      .filter(({ createdAt }) => mayReadAll || Date.parse(createdAt) > now() - sixtyDaysMs)
      .map((order) => (vices.mayReadPersonalData ? order : withoutPersonalData(order)));
  }

  return {
    fetch: (url, init) => answer(new Request(url as URL, init)),
    vices,
    asked,
    revokeTokens: () => tokens.clear(),
  };
}

const withoutPersonalData = (order: FakeOrder): FakeOrder =>
  ({ ...order, email: null, shippingAddress: null, found: order.email }) as unknown as FakeOrder;

interface Connection {
  first: number;
  after?: string | null;
  query?: string;
}

/** Newest first, as all of our queries ask; only by cursors. */
function connectionOf<Item extends { createdAt?: string }>(
  items: readonly Item[],
  args: Connection,
) {
  const { first, after } = args;
  const sorted = [...items].sort((one, other) =>
    (one.createdAt ?? "") < (other.createdAt ?? "") ? 1 : -1,
  );
  const start = after ? Number(atob(after)) : 0;
  const end = start + first;
  return {
    nodes: sorted.slice(start, end),
    pageInfo: { hasNextPage: end < sorted.length, endCursor: btoa(String(end)) },
  };
}

const wordsOf = (text: string) =>
  text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);

/** Shopify's search: an email is found by its words and the beginnings of them, a name by its beginning. */
function matcherOf(search: string) {
  const terms = [...search.matchAll(/(\w+):"?((?:[^"\\]|\\.)*)"?(?: OR |$)/g)];
  return (item: { email?: unknown; name?: unknown; found?: unknown; test?: unknown }) =>
    terms.some(([, field, value = ""]) => {
      if (field === "test") return String(item.test) === value;
      const text = String((field === "email" ? (item.email ?? item.found) : item.name) ?? "");
      const own = wordsOf(text);
      const asked = wordsOf(value);
      return asked.length > 0 && asked.every((word) => own.some((one) => one.startsWith(word)));
    });
}

function json(body: object, status = 200): Response {
  return Response.json(body, { status });
}
