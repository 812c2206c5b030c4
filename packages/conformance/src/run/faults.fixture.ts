import { setTimeout as sleep } from "node:timers/promises";
import type { RuleId } from "../rules/ids/rule-ids.ts";
import {
  type Asking,
  goodMerchant,
  type HttpAnswer,
  type MerchantCode,
  rightKey,
} from "./merchant.fixture.ts";
import {
  ada,
  bob,
  merchantRows,
  type OrderRow,
  rowsOf,
  withManyPackages,
} from "./merchant-rows.fixture.ts";

/** A subtle mistake of a merchant's, and the rule that has to catch it. */
export interface Fault {
  kind: string;
  what: string;
  rule: RuleId;
  code: Partial<MerchantCode>;
  /** How long each answer is waited for, where it is by waiting that the fault shows. */
  deadlineMs?: number | undefined;
  /** Mere advice, though the rule must be kept. */
  isAdvice?: boolean | undefined;
}

type FaultRow = [
  what: string,
  rule: RuleId,
  code: Partial<MerchantCode>,
  how?: Pick<Fault, "deadlineMs" | "isAdvice">,
];

const advice = { isAdvice: true };

const few = rowsOf({ open: 4, unpaid: 1, past: 2 });

const { toOrder, toPackage, offset, accountSql, packagePage } = goodMerchant;

const isList = ({ account }: Asking) => account !== "";

/** Changes the answers that hold orders. */
const withOrders =
  (change: (row: OrderRow, asking: Asking) => object) => (row: OrderRow, asking: Asking) => ({
    ...toOrder(row, asking),
    ...change(row, asking),
  });

const costs = (amount: number) => ({
  summary: { subtotal: amount, shipping_cost: 0, total_tax: 0, total_cost: amount },
});

/** Caches answers under a key that leaves out a part of the request. */
function cachedBy(keyOf: (asking: Asking) => string): Partial<MerchantCode> {
  const cache = new Map<string, HttpAnswer>();
  return {
    around(asking, look) {
      if (asking.method === "test") return look();
      const known = cache.get(keyOf(asking)) ?? look();
      cache.set(keyOf(asking), known);
      return known;
    },
  };
}

/** Takes what is in a variable of all requests after it has waited for the database. */
function shares<Part>(
  put: (asking: Asking, look: () => HttpAnswer) => Part,
  take: (shared: Part, own: Part) => HttpAnswer | Promise<HttpAnswer>,
): Partial<MerchantCode> {
  let shared: Part;
  return {
    async around(asking, look) {
      const own = put(asking, look);
      shared = own;
      await sleep(4);
      return take(shared, own);
    },
  };
}

const looksWith = (_: Asking, look: () => HttpAnswer) => look;

const pages: FaultRow[] = [
  ["counts pages from 0", "orders.pages", { offset: ({ page, limit }) => page * limit }],
  [
    "counts pages from 0, in a shop with few orders",
    "orders.account-found",
    { offset: ({ page, limit }) => page * limit, rows: few },
  ],
  [
    "skips ten orders a page whatever the limit is",
    "orders.pages",
    { offset: ({ page }) => (page - 1) * 10 },
  ],
  ["skips one order a page", "orders.pages", { offset: ({ page }) => page - 1 }],
  [
    "skips one order too many from page 2 on",
    "orders.pages",
    { offset: (one) => offset(one) + (one.page > 1 ? 1 : 0) },
  ],
  [
    "shows the last order of a page again on the next",
    "orders.pages",
    { offset: (one) => offset(one) - (one.page > 1 ? 1 : 0) },
  ],
  ["ignores the page", "orders.pages", { offset: () => 0 }],
  ["ignores the page, in a shop with few orders", "orders.pages", { offset: () => 0, rows: few }],
  ["ignores the limit", "orders.limit", { rowLimit: () => 10 }],
  [
    "answers the row that it read to know of more",
    "orders.limit",
    { rowLimit: ({ limit }) => limit + 1 },
  ],
  [
    "says that there is more where a page is full",
    "orders.has-next-page",
    { hasNext: (all, { page, limit }) => all >= page * limit },
  ],
  ["never says that there is more", "orders.has-next-page", { hasNext: () => false }],
  ["always says that there is more", "orders.has-next-page", { hasNext: () => true }],
  [
    "says of every page what is true of the first",
    "orders.has-next-page",
    { hasNext: (all, { limit }) => all > limit },
  ],
  [
    "counts more by ten a page",
    "orders.has-next-page",
    { hasNext: (all, { page }) => all > page * 10 },
  ],
  ["answers in no order", "orders.pages", { orderSql: "random()" }],
  [
    "breaks ties otherwise with each limit",
    "orders.pages",
    {
      cut: (rows, { limit }) =>
        limit === 3 ? rows.toSorted((a, b) => b.placed - a.placed || a.id - b.id) : rows,
    },
  ],
  [
    "turns each page round",
    "orders.pages",
    { orderSql: "placed, id", cut: (rows) => rows.toReversed() },
  ],
  ["shows the oldest first", "orders.newest-first", { orderSql: "placed, id" }],
  ["sorts times as text", "orders.newest-first", { orderSql: "id % 7, id" }],
  [
    "sorts by number, where some came within a day",
    "orders.newest-first",
    {
      orderSql: "placed DESC, id DESC",
      toOrder: withOrders(({ id, placed }) => ({ timestamp: String(placed + (id % 3) * 3_600) })),
    },
    advice,
  ],
  [
    "caps pages at five and skips ten",
    "orders.pages",
    { rowLimit: ({ limit }) => Math.min(limit, 5) },
  ],
  [
    "drops the last order of each page",
    "orders.pages",
    { cut: (rows) => (rows.length > 2 ? rows.slice(0, -1) : rows) },
  ],
  [
    "refuses the page behind the last",
    "orders.beyond-last-page",
    {
      around: (asking, look) => {
        const came = look();
        const orders = came.json.orders as unknown[] | undefined;
        return isList(asking) && asking.page > 1 && orders?.length === 0
          ? { status: 200, json: { success: false, error: { code: 10_001 } } }
          : came;
      },
    },
  ],
];

const filters: FaultRow[] = [
  ["ignores the filter", "orders.filter", { filterSql: "1 = 1" }],
  [
    "ignores the filter, in a shop with one order",
    "orders.filter",
    { filterSql: "1 = 1", rows: rowsOf({ open: 1, unpaid: 0, past: 0 }) },
  ],
  [
    "takes unpaid for open",
    "orders.filters-apart",
    { filterSql: "state = CASE :filter WHEN 'past' THEN 'past' ELSE 'open' END" },
  ],
  [
    "shows all orders as past",
    "orders.filters-apart",
    { filterSql: "(state = :filter OR :filter = 'past')" },
  ],
  [
    "leaves what was delivered among the open ones",
    "orders.finished-apart",
    { toOrder: withOrders(({ id }) => (id === 12 ? { status: "Delivered" } : {})) },
  ],
  [
    "leaves what was canceled among the unpaid ones",
    "orders.finished-apart",
    { toOrder: withOrders(({ id }) => (id === 16 ? { status: "已取消" } : {})) },
  ],
  [
    "says by its code that an open order came back",
    "orders.finished-apart",
    {
      toOrder: withOrders(({ id }) =>
        id === 9 ? { status: "Rückläufer", status_code: "returned" } : {},
      ),
    },
    advice,
  ],
  [
    "filters the first page alone",
    "orders.pages",
    {
      cut: (rows, { page, filter }) =>
        page > 1 && filter === "open" ? merchantRows.orders.slice(15, 15 + rows.length) : rows,
    },
  ],
];

const others: FaultRow[] = [
  [
    "forgets the brackets around OR",
    "orders.unknown-account",
    { accountSql: `${accountSql} OR :filter = 'past'` },
  ],
  [
    "forgets the account where it is unpaid",
    "orders.unknown-account",
    { accountSql: `(${accountSql} OR :filter = 'unpaid')` },
  ],
  [
    "joins orders of the same shop branch",
    "orders.other-account",
    { accountSql: `${accountSql} OR id = 102` },
  ],
  [
    "joins orders of others to known accounts only",
    "orders.other-account",
    { accountSql: `${accountSql} OR (lower(:account) IN ('${ada}', '${bob}') AND id % 50 = 3)` },
  ],
  [
    "caches by filter and page",
    "orders.unknown-account",
    cachedBy(({ filter, page, orderNumber, packageNumber, method }) =>
      [method, filter, page, orderNumber, packageNumber].join(),
    ),
  ],
  [
    "caches by account and forgets the filter",
    "orders.filter",
    cachedBy(({ account, page, limit, orderNumber, packageNumber, method }) =>
      [method, account, page, limit, orderNumber, packageNumber].join(),
    ),
  ],
  [
    "caches by account and forgets the page",
    "orders.limit",
    cachedBy(({ account, filter, orderNumber, packageNumber, method }) =>
      [method, account, filter, orderNumber, packageNumber].join(),
    ),
  ],
  [
    "caches by name without the host",
    "orders.account-mailbox",
    cachedBy(({ account, ...rest }) => JSON.stringify([account.split("@")[0], rest])),
  ],
  [
    "shows another recipient by number",
    "orders.same-order",
    {
      toOrder: withOrders(({ name }, asking) =>
        isList(asking) ? {} : { recipient_name: `${name} & Co.` },
      ),
    },
  ],
  [
    "adds the time zone by number alone",
    "orders.same-order",
    {
      toOrder: withOrders(({ placed }, asking) =>
        isList(asking) ? {} : { timestamp: String(placed + 8 * 3_600) },
      ),
    },
  ],
  [
    "shows the time of payment of an old order by number",
    "orders.same-order",
    {
      toOrder: withOrders(({ id, placed }, asking) =>
        isList(asking) || id !== 11 ? {} : { timestamp: String(placed + 900) },
      ),
    },
  ],
  [
    "leaves shipping out of the total of a list",
    "orders.same-order",
    {
      toOrder: withOrders(({ id, cents }, asking) =>
        isList(asking) && id === 10 ? costs(cents / 100) : {},
      ),
    },
  ],
  [
    "joins the lines of another order by number",
    "orders.same-order",
    {
      toOrder: withOrders(({ id, cents }, asking) => ({
        elements: [{ title: `Mug ${isList(asking) ? id : id + 1}`, price: cents / 100 }],
      })),
    },
  ],
  [
    "shows another total by number",
    "orders.same-order",
    { toOrder: withOrders((row, asking) => (isList(asking) ? {} : costs(row.cents / 50))) },
  ],
  [
    "finds orders by number among open ones alone",
    "orders.by-number",
    { numberSql: "upper(number) = upper(:number) AND state = 'open'" },
  ],
  [
    "finds packages of the next order too",
    "packages.by-order",
    {
      ofOrderSql:
        "order_number IN (SELECT number FROM orders WHERE id - 1 IN (SELECT id FROM orders WHERE number = :number)) OR order_number = :number",
    },
  ],
  ["finds the packages of everybody", "packages.by-order", { ofOrderSql: "1 = 1" }],
  [
    "finds the packages of everybody, under the number that was asked",
    "packages.by-order",
    { ofOrderSql: "id < 20", toPackage: (row) => toPackage(row) },
  ],
];

const shared: FaultRow[] = [
  [
    "keeps the query in a global variable",
    "limits.own-answer",
    shares(looksWith, (look) => look()),
  ],
  [
    "keeps the answer in a global variable",
    "limits.own-answer",
    shares(
      (_, look) => look(),
      (answer) => answer,
    ),
  ],
  [
    "keeps the account of lists in a global variable",
    "limits.own-answer",
    shares(
      (asking, look) => ({ asking, look }),
      (last, own) => (isList(last.asking) && isList(own.asking) ? last.look() : own.look()),
    ),
  ],
  [
    "mixes packages alone",
    "limits.own-answer",
    shares(
      (asking, look) => ({ asking, look }),
      (last, own) =>
        last.asking.method === "packages" && own.asking.method === "packages"
          ? last.look()
          : own.look(),
    ),
  ],
  [
    "asks the database once for all that ask at one moment",
    "limits.own-answer",
    (() => {
      let flight: Promise<HttpAnswer> | null = null;
      return {
        around(asking: Asking, look: () => HttpAnswer) {
          if (asking.method === "test") return look();
          flight ??= sleep(4).then(() => {
            flight = null;
            return look();
          });
          return flight;
        },
      };
    })(),
  ],
  [
    "sends one answer object to all",
    "limits.own-answer",
    (() => {
      const answer: HttpAnswer = { status: 200, json: {} };
      return {
        async around(_: Asking, look: () => HttpAnswer) {
          Object.assign(answer, look());
          await sleep(4);
          return answer;
        },
      };
    })(),
  ],
  ["looks up one order after another", "limits.own-answer", standsInLine(), { deadlineMs: 500 }],
  ["has too few connections to its database", "limits.own-answer", hasFewConnections()],
  [
    "says it is busy where four ask at once",
    "limits.parallel",
    (() => {
      let waiting = 0;
      return {
        async around(_: Asking, look: () => HttpAnswer) {
          waiting += 1;
          const isBusy = waiting > 4;
          await sleep(40);
          waiting -= 1;
          return isBusy ? { status: 503, json: {} } : look();
        },
      };
    })(),
  ],
];

/** Look-ups stand in line, as behind the lock of PHP's sessions, and the last ones wait for too long. */
function standsInLine(): Partial<MerchantCode> {
  let waiting = 0;
  return {
    async around(asking, look) {
      if (asking.method === "test") return look();
      waiting += 1;
      if (waiting > 6) await new Promise(() => {});
      await sleep(4);
      waiting -= 1;
      return look();
    },
  };
}

/** Simulates the same for look-ups, but late ones get an error. */
function hasFewConnections(): Partial<MerchantCode> {
  let used = 0;
  return {
    async around(asking, look) {
      if (asking.method === "test") return look();
      used += 1;
      const isTooMany = used > 5;
      await sleep(10);
      used -= 1;
      return isTooMany ? { status: 500, json: {} } : look();
    },
  };
}

const alsoKey = (key: string | Buffer) => ({ keys: () => [rightKey, Buffer.from(key)] });

const signatures: FaultRow[] = [
  ["has a second secret that is empty", "security.weak-key", alsoKey("")],
  ["has a second key of zeros", "security.weak-key", alsoKey(Buffer.alloc(32))],
  ["has a second secret “undefined”", "security.weak-key", alsoKey("undefined")],
  ["has a second secret “None”", "security.weak-key", alsoKey("None")],
  [
    "compares 16 characters",
    "security.whole-signature",
    { equals: (right, given) => right.slice(0, 16) === given.slice(0, 16) },
  ],
  [
    "compares 40 characters",
    "security.whole-signature",
    { equals: (right, given) => right.slice(0, 40) === given.slice(0, 40) },
  ],
  [
    "compares the end",
    "security.whole-signature",
    { equals: (right, given) => right.slice(-12) === given.slice(-12) },
  ],
  [
    "compares beginning and end",
    "security.whole-signature",
    {
      equals: (right, given) =>
        right.slice(0, 8) === given.slice(0, 8) && right.endsWith(given.slice(-8)),
    },
  ],
  [
    "asks whether the right one begins so",
    "security.whole-signature",
    { equals: (right, given) => given.length > 3 && right.startsWith(given) },
  ],
  [
    "asks whether it is part of the right one",
    "security.malformed",
    { equals: (right, given) => right.includes(given) },
  ],
  [
    "ignores letter case",
    "security.whole-signature",
    { equals: (right, given) => right.toLowerCase() === given.toLowerCase() },
  ],
  [
    "compares the lengths",
    "security.wrong-secret",
    { equals: (right, given) => right.length === given.length },
  ],
  ["tolerates 590 seconds", "security.stale", { isFresh: (at, now) => Math.abs(now - at) <= 590 }],
  [
    "tolerates 310 seconds and more",
    "security.stale",
    { isFresh: (at, now) => now - at <= 320 && at - now <= 300 },
  ],
  ["does not look ahead", "security.future", { isFresh: (at, now) => now - at <= 300 }],
  [
    "tolerates 400 seconds ahead",
    "security.future",
    { isFresh: (at, now) => now - at <= 300 && at - now <= 400 },
  ],
  [
    "counts seconds as milliseconds",
    "security.stale",
    { isFresh: (at, now) => Math.abs(now - at) <= 300_000 },
  ],
  [
    "tolerates 60 seconds only",
    "security.tolerance",
    { isFresh: (at, now) => Math.abs(now - at) <= 60 },
  ],
  ["forgets after twenty requests", "robustness.replay-later", { remembers: 20 }],
  ["remembers nothing", "security.replay", { remembers: 0 }],
  [
    "remembers a request only once its database has answered",
    "security.replay",
    { beforeRemembered: () => sleep(15) },
  ],
  [
    "remembers the list of signatures",
    "security.replay",
    { memoryKey: (_id, _timestamp, signatures) => signatures },
  ],
  [
    "breaks at a signature that is no ASCII",
    "security.malformed",
    {
      finish: (response, came, request) => {
        const signatures = String(request.headers["webhook-signature"] ?? "");
        const isAscii = /^[\x20-\x7e]*$/.test(signatures);
        goodMerchant.finish(response, isAscii ? came : { status: 500, json: {} }, request);
      },
    },
  ],
  [
    "says with 200 that a signature is too short",
    "security.refusal-status",
    {
      finish: (response, came, request) => {
        const { length } = String(request.headers["webhook-signature"] ?? "");
        const isShort = came.status === 401 && length > 0 && length < 47;
        goodMerchant.finish(response, isShort ? { ...came, status: 200 } : came, request);
      },
    },
  ],
  [
    "remembers requests for `test` alone",
    "security.replay",
    {
      memoryKey: (id, timestamp) =>
        id.startsWith("test_") ? `${id}.${timestamp}` : `${Math.random()}`,
    },
  ],
  [
    "remembers no request for packages",
    "security.replay",
    {
      memoryKey: (id, timestamp) =>
        id.startsWith("packages_") ? `${Math.random()}` : `${id}.${timestamp}`,
    },
  ],
  ["answers out of a cache before it verifies", "security.unsigned-data", cachesAhead()],
  ["remembers ids alone", "security.second-attempt", { memoryKey: (id) => id }],
  [
    "verifies `test` alone",
    "security.unsigned-data",
    { isVerified: (method) => method === "test" },
  ],
  ["verifies where a signature is there", "security.missing-signature", { needsSignature: false }],
  ["signs JSON that it has written again", "security.raw-bytes", { signed: (raw) => rewrite(raw) }],
];

/** A cache of answers that stands before the check of the signature. */
function cachesAhead(): Partial<MerchantCode> {
  const cache = new Map<string, HttpAnswer>();
  return {
    ahead: (asking) => cache.get(JSON.stringify(asking)),
    around(asking, look) {
      const answer = look();
      if (asking.method !== "test") cache.set(JSON.stringify(asking), answer);
      return answer;
    },
  };
}

function rewrite(raw: Buffer): Buffer | string {
  try {
    return JSON.stringify(JSON.parse(raw.toString()));
  } catch {
    return raw;
  }
}

const stripped = (pattern: RegExp) => ({
  accountKey: (account: string) => account.trim().replace(pattern, ""),
  accountSql: "lower(email) = lower(:account)",
});

const comparedBy = (key: (account: string) => string) => ({
  accountKey: (account: string) => (key(account) === key(ada) ? ada : account.trim()),
});

const accounts: FaultRow[] = [
  ["compares with LIKE", "orders.account-exact", { accountSql: "email LIKE :account" }],
  [
    "compares the beginning",
    "orders.account-exact",
    { accountSql: "lower(email) LIKE lower(:account) || '%'" },
  ],
  ["searches", "orders.account-exact", { accountSql: "instr(lower(email), lower(:account)) > 0" }],
  [
    "asks whether its own is contained",
    "orders.account-exact",
    { accountSql: "instr(lower(:account), lower(email)) > 0" },
  ],
  ["takes quotes off", "orders.account-exact", stripped(/"/g)],
  ["takes spaces out", "orders.account-exact", stripped(/\s/g)],
  [
    "compares the local part",
    "orders.account-mailbox",
    comparedBy((one) => one.split("@")[0]!.toLowerCase()),
  ],
  [
    "ignores dots",
    "orders.account-mailbox",
    comparedBy((one) => one.toLowerCase().replace(/\.(?=.*@)/g, "")),
  ],
  [
    "cuts the tag off",
    "orders.account-mailbox",
    comparedBy((one) => one.toLowerCase().replace(/\+.*@/, "@")),
  ],
  [
    "takes hyphens out",
    "orders.account-mailbox",
    comparedBy((one) => one.toLowerCase().replaceAll("-", "")),
  ],
  [
    "takes all signs out",
    "orders.account-mailbox",
    comparedBy((one) => one.toLowerCase().replace(/[^a-z0-9@]/g, "")),
  ],
  [
    "compares the end of the host",
    "orders.account-mailbox",
    comparedBy((one) => one.toLowerCase().replace(/@(?:.*\.)?(shop-mail\.example)$/, "@$1")),
  ],
  [
    "takes the dot at the end off",
    "orders.account-mailbox",
    comparedBy((one) => one.toLowerCase().replace(/\.$/, "")),
  ],
  [
    "compares the host without its end",
    "orders.account-mailbox",
    comparedBy((one) => one.toLowerCase().replace(/\.[a-z]+$/, "")),
  ],
  [
    "normalizes (NFKC)",
    "orders.account-accents",
    comparedBy((one) => one.normalize("NFKC").toLowerCase()),
  ],
  ["lowers all of Unicode", "orders.account-accents", comparedBy((one) => one.toLowerCase())],
  ["compares in capitals", "orders.account-accents", comparedBy((one) => one.toUpperCase())],
  [
    "ignores accents",
    "orders.account-accents",
    comparedBy((one) => one.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()),
  ],
  [
    "ignores what cannot be seen",
    "orders.account-accents",
    comparedBy((one) => one.replace(/\u00ad/g, "").toLowerCase()),
  ],
  [
    "finds an account by a name",
    "orders.account-itself",
    { accountSql: `${accountSql} OR lower(name) = lower(:account)` },
  ],
  [
    "finds an account by the number of one of its orders",
    "orders.account-itself",
    { accountSql: `${accountSql} OR email = (SELECT email FROM orders WHERE number = :account)` },
  ],
  ["heeds letter case", "orders.account-spelling", { accountSql: "email = :account" }],
];

const numbers: FaultRow[] = [
  [
    "reads an integer out of the beginning",
    "orders.number-exact",
    {
      numberSql:
        "number = :number OR (CAST(number AS INTEGER) > 0 AND CAST(number AS INTEGER) = CAST(:number AS INTEGER))",
    },
  ],
  [
    "reads a number",
    "orders.number-exact",
    {
      numberSql:
        "upper(number) = upper(:number) OR (number GLOB '[0-9]*' AND number + 0 = :number + 0)",
    },
  ],
  [
    "compares the beginning",
    "orders.number-exact",
    { numberSql: "length(:number) > 3 AND number LIKE :number || '%'" },
  ],
  [
    "compares the end",
    "orders.number-exact",
    { numberSql: "length(:number) > 3 AND number LIKE '%' || :number" },
  ],
  [
    "finds an order by its packages too",
    "orders.number-exact",
    {
      numberSql:
        "upper(number) = upper(:number) OR number IN (SELECT order_number FROM packages WHERE tracking = :number)",
    },
  ],
  ["compares with LIKE", "orders.number-exact", { numberSql: "number LIKE :number" }],
  [
    "asks whether its own is the beginning",
    "orders.number-exact",
    { numberSql: "upper(:number) LIKE upper(number) || '%'" },
  ],
  [
    "looks its own id up too",
    "orders.number-exact",
    { numberSql: "upper(number) = upper(:number) OR CAST(id AS TEXT) = :number" },
  ],
  [
    "takes leading zeros off",
    "orders.number-exact",
    { numberKey: (number) => number.trim().replace(/^0+/, "") },
  ],
  [
    "does not find the oldest orders by number",
    "orders.by-number",
    { numberSql: "upper(number) = upper(:number) AND id NOT IN (12, 13, 14)" },
  ],
  [
    "finds another order under the number of an old one",
    "orders.by-number",
    { numberSql: "upper(number) = upper(:number) OR (id = 8 AND :number LIKE 'LX-20449%')" },
  ],
  [
    "finds the package of another with that of an old order",
    "packages.by-order",
    {
      ofOrderSql: "upper(order_number) = upper(:number) OR (id = 21 AND :number LIKE 'LX-20456%')",
    },
  ],
  ["heeds letter case", "orders.number-spelling", { numberSql: "number = :number" }],
  [
    "finds an order twice",
    "orders.by-number",
    {
      numberSql:
        "upper(number) = upper(:number) OR id = (SELECT id + 1 FROM orders WHERE number = :number)",
    },
  ],
  [
    "finds packages by the end of a carrier's number",
    "packages.tracking-exact",
    {
      packageSql:
        "upper(number) = upper(:number) OR (length(:number) > 5 AND tracking LIKE '%' || :number)",
    },
  ],
  [
    "finds packages by the beginning of a carrier's number",
    "packages.tracking-exact",
    {
      packageSql:
        "upper(number) = upper(:number) OR (length(:number) > 5 AND tracking LIKE :number || '%')",
    },
  ],
  [
    "finds packages by its own id",
    "packages.number-exact",
    {
      packageSql:
        "upper(number) = upper(:number) OR upper(tracking) = upper(:number) OR CAST(id AS TEXT) = :number",
    },
  ],
  [
    "finds packages by the beginning of their number",
    "packages.number-exact",
    { packageSql: "upper(number) LIKE upper(:number) || '%' OR upper(tracking) = upper(:number)" },
  ],
  [
    "knows no numbers of carriers",
    "packages.by-tracking-number",
    { packageSql: "upper(number) = upper(:number)" },
  ],
  [
    "ignores the page of packages",
    "packages.pages",
    { packagePage: (rows, { limit }) => rows.slice(0, limit) },
  ],
  [
    "counts pages of packages from 0",
    "packages.pages",
    { packagePage: (rows, { page, limit }) => rows.slice(page * limit, (page + 1) * limit) },
  ],
  [
    "shows the last package of a page again on the next",
    "packages.pages",
    {
      rows: withManyPackages(merchantRows),
      packagePage: (rows, one) =>
        one.limit === 1 || one.page === 1
          ? packagePage(rows, one)
          : rows.slice((one.page - 1) * one.limit - 1, one.page * one.limit),
    },
  ],
  [
    "ignores the limit of packages",
    "packages.limit",
    { packagePage: (rows, one) => (one.page === 1 ? rows : packagePage(rows, one)) },
  ],
];

const isLate = ({ id }: OrderRow) => id === 13;

const contents: FaultRow[] = [
  [
    "writes cents",
    "orders.minor-units",
    {
      toOrder: withOrders(({ cents }) => ({
        ...costs(cents),
        elements: [{ title: "Mug", price: cents }],
      })),
    },
    advice,
  ],
  [
    "writes lines in cents, and the summary in euros",
    "orders.minor-units",
    { toOrder: withOrders(({ cents }) => ({ elements: [{ title: "Mug", price: cents }] })) },
  ],
  [
    "writes milliseconds",
    "orders.timestamps",
    { toOrder: withOrders(({ placed }) => ({ timestamp: String(placed * 1_000) })) },
    advice,
  ],
  ["calls the yuan RMB", "orders.currencies", { toOrder: withOrders(() => ({ currency: "RMB" })) }],
  [
    "divides yen by 100",
    "orders.whole-units",
    { toOrder: withOrders(({ cents }) => ({ currency: "JPY", ...costs(cents / 100) })) },
  ],
  [
    "divides the price of a line by 100, in pesos",
    "orders.whole-units",
    {
      toOrder: withOrders(({ cents }) => ({
        ...{ currency: "CLP", ...costs(cents) },
        elements: [{ title: "Mug", price: cents / 100 }],
      })),
    },
  ],
  [
    "reads the name on an old order as Latin-1",
    "orders.legible-texts",
    { toOrder: withOrders((row) => (isLate(row) ? { recipient_name: "BjÃ¶rn MÃ¼ller" } : {})) },
  ],
  [
    "reads a Chinese title as Latin-1",
    "orders.legible-texts",
    {
      toOrder: withOrders((row) => ({
        elements: [{ title: Buffer.from("经典白衬衫").toString("latin1"), price: row.cents / 100 }],
      })),
    },
  ],
  [
    "hands on a carrier's page",
    "packages.plain-texts",
    { toPackage: (row) => ({ ...toPackage(row), package_status: "Handed over<br/>to DHL" }) },
  ],
  [
    "lost a letter of a carrier's name",
    "packages.legible-texts",
    { toPackage: (row) => ({ ...toPackage(row), carrier: "Correos Espa\ufffda" }) },
  ],
  [
    "writes the price of one piece",
    "orders.line-prices",
    {
      toOrder: withOrders(({ cents }) => ({
        summary: { total_cost: cents / 100 },
        elements: [{ title: "Mug", quantity: 2, price: cents / 200 }],
      })),
    },
  ],
  [
    "adds the time zone twice",
    "orders.timestamps",
    {
      toOrder: withOrders((row) =>
        row.id === 1 ? { timestamp: String(Math.floor(Date.now() / 1_000) + 8 * 3_600) } : {},
      ),
    },
  ],
  [
    "leaves the discount out of the total",
    "orders.totals",
    { toOrder: withOrders(() => ({ adjustments: [{ name: "Sale", amount: 5 }] })) },
  ],
  [
    "leaves the currency of an old order empty",
    "orders.readable",
    { toOrder: withOrders((row) => (isLate(row) ? { currency: "" } : {})) },
  ],
  [
    "escapes the title of an old order",
    "orders.plain-texts",
    { toOrder: withOrders((row) => (isLate(row) ? { status: "Sent &amp; gone" } : {})) },
  ],
  [
    "writes a relative link to an old order",
    "orders.links",
    { toOrder: withOrders((row) => (isLate(row) ? { order_url: "/orders/13" } : {})) },
  ],
];

const declares = (capabilities: unknown): Partial<MerchantCode> => ({
  around(asking, look) {
    const answer = look();
    const isTest = asking.method === "test";
    return isTest ? { ...answer, json: { ...answer.json, capabilities } } : answer;
  },
});

const inOrders = (change: (row: OrderRow) => object) => ({ toOrder: withOrders(change) });

const inPackages = (change: object): Partial<MerchantCode> => ({
  toPackage: (row) => ({ ...toPackage(row), ...change }),
});

const extension: FaultRow[] = [
  ["declares one word in place of a list", "extension.capabilities", declares({ fields: "codes" })],
  [
    "calls an old order's state what its database does",
    "extension.codes",
    inOrders((row) => (isLate(row) ? { status_code: 5 } : {})),
  ],
  [
    "spells the code of an event otherwise",
    "extension.codes",
    inPackages({ events: [{ at: "1763100000", code: "on its way" }] }),
  ],
  [
    "gives a fee no name",
    "extension.fees",
    inOrders(({ cents }) => ({
      fees: [{ amount: 5 }],
      summary: { subtotal: cents / 100, total_cost: cents / 100 + 5 },
    })),
  ],
  [
    "says that prices are without the tax that they hold",
    "extension.tax-included",
    inOrders(({ cents }) => ({
      summary: {
        subtotal: cents / 100,
        total_tax: 2,
        total_cost: cents / 100,
        tax_included: false,
      },
    })),
  ],
  [
    "writes in words whether the tax is included",
    "extension.tax-included",
    inOrders(({ cents }) => ({ summary: { total_cost: cents / 100, tax_included: "yes" } })),
  ],
  [
    "writes a refund's date as text",
    "extension.refunds",
    inOrders(() => ({ refunds: [{ amount: 1, at: "2025-11-20" }] })),
  ],
  [
    "counts what was refunded in cents",
    "extension.refunds",
    inOrders(({ cents }) => ({ refunds: [{ amount: cents, status: "refunded" }] })),
  ],
  [
    "adds the time zone to events twice",
    "extension.events",
    inPackages({
      events: [{ at: String(Math.floor(Date.now() / 1_000) + 8 * 3_600), text: "Sorted" }],
    }),
  ],
  ["says of an event only when", "extension.events", inPackages({ events: [{ at: 1763100000 }] })],
  [
    "writes days as people do",
    "extension.window",
    inPackages({ exp_delivery_from: "12 Dec", exp_delivery_to: "14 Dec" }),
  ],
  [
    "writes until when as a moment",
    "extension.pickup",
    inPackages({ pickup: { name: "Kiosk", until: "2026-12-09T18:00:00Z" } }),
  ],
  [
    "writes the whole order into each of its packages",
    "extension.elements",
    inPackages({ elements: [{ title: "Mug", quantity: 2 }] }),
  ],
];

const clocks: FaultRow[] = [
  [
    "has a clock four minutes slow",
    "limits.clock",
    {
      isFresh: (at, now) => Math.abs(now - 240 - at) <= 300,
      finish: (response, answer, request) => {
        response.setHeader("date", new Date(Date.now() - 240_000).toUTCString());
        goodMerchant.finish(response, answer, request);
      },
    },
  ],
];

const kinds = {
  pages,
  filters,
  others,
  shared,
  signatures,
  accounts,
  numbers,
  contents,
  extension,
  clocks,
};

/** Faults by kinds, each in a webhook that is right in everything else. */
export const faults: readonly Fault[] = Object.entries(kinds).flatMap(([kind, rows]) =>
  rows.map(([what, rule, code, how]) => ({ kind, what, rule, code, ...how })),
);
