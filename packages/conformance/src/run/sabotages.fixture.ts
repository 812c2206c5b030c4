import { createHash, createHmac } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { signRequest, verifyRequest } from "@meetbot/protocol";
import { otherSecret, wrongSignature } from "../inspection/recipe.ts";
import type { RuleId } from "../rules/ids/rule-ids.ts";
import {
  type Arrived,
  account,
  type FakeReply,
  goodShop,
  isSame,
  replyWith,
  type Sabotage,
  secret,
  signAnew,
} from "./shop.fixture.ts";

const threeHeaders = ["webhook-id", "webhook-timestamp", "webhook-signature"];

const methodOf = ({ json }: Arrived): string => json?.request?.method ?? "";
const paramsOf = ({ json }: Arrived): Record<string, unknown> => json?.params ?? {};
const ageOf = ({ headers }: Arrived) => Date.now() / 1_000 - Number(headers["webhook-timestamp"]);
const signature = ({ headers }: Arrived) => headers["webhook-signature"] ?? "";
const isMissing = ({ headers }: Arrived, name: string) => headers[name] === undefined;
const textOf = (arrived: Arrived) => JSON.stringify(paramsOf(arrived));

/** Whether a strict webhook would let it in, with this secret and at any time. */
function isSigned({ body, headers }: Arrived, secrets = secret): boolean {
  return verifyRequest({ body, headers, secrets, toleranceS: 10_000 }).valid;
}

/** Lets in what a good webhook refuses. */
const letsIn = (isIt: (arrived: Arrived) => boolean): Sabotage => ({
  arriving: (arrived) => (isIt(arrived) ? signAnew(arrived) : arrived),
});

/** Looks at X-Hub-Signature and at no other header, as merchants of the origin document do. */
export const verifiesHubAlone: Sabotage = {
  arriving(arrived) {
    const headers = { "x-hub-signature": arrived.headers["x-hub-signature"] ?? "" };
    const { body } = arrived;
    const { valid } = verifyRequest({ body, headers, secrets: secret, allowLegacy: true });
    return valid ? signAnew(arrived) : { ...arrived, headers };
  },
};

/** Breaks at what a good webhook takes. */
const breaksAt = (isIt: (arrived: Arrived) => boolean): Sabotage => ({
  arriving: (arrived) => (isIt(arrived) ? replyWith(500, "Fatal error") : arrived),
});

/** Takes another query for the one that came. */
const reads = (
  isIt: (arrived: Arrived) => boolean,
  change: (json: Arrived["json"]) => unknown,
): Sabotage => ({
  arriving: (arrived) => (isIt(arrived) ? signAnew(arrived, change(arrived.json)) : arrived),
});

const answers = (isIt: (arrived: Arrived) => boolean, reply: FakeReply): Sabotage => ({
  arriving: (arrived) => (isIt(arrived) ? reply : arrived),
});

/** Changes answers, as JSON, of one method. */
const writes = (
  method: string,
  change: (json: Arrived["json"], arrived: Arrived) => unknown,
): Sabotage => ({
  leaving: (reply, arrived) => {
    if (reply.status !== 200 || methodOf(arrived) !== method) return reply;
    const json = JSON.parse(String(reply.body));
    return { ...reply, body: JSON.stringify(json.success ? change(json, arrived) : json) };
  },
});

const writesText = (method: string, change: (body: string) => string): Sabotage => ({
  leaving: (reply, arrived) =>
    reply.status === 200 && methodOf(arrived) === method
      ? { ...reply, body: change(String(reply.body)) }
      : reply,
});

/** Says something more of each order, or of each package. */
const adds = (method: "orders" | "packages", change: (item: Arrived["json"]) => object) =>
  writes(method, (json) => ({
    ...json,
    [method]: json[method].map((item: object) => ({ ...item, ...change(item) })),
  }));

const refusal = (code: number) => replyWith(200, { success: false, error: { code, message: "" } });

/** One list that is asked for once in a run. */
const isPastList = ({ json }: Arrived) =>
  json?.params?.user_account === account &&
  json.params.filter === "past" &&
  json?.pagination?.limit === 10;

const onPastList = (change: (reply: FakeReply) => FakeReply | Promise<FakeReply>): Sabotage => ({
  leaving: (reply, arrived) => (isPastList(arrived) ? change(reply) : reply),
});

const page = ({ json }: Arrived): { page?: number; limit?: number } => json?.pagination ?? {};

const isFor = (prefix: string) => (arrived: Arrived) =>
  Object.values(paramsOf(arrived)).some((value) => String(value).startsWith(prefix));

/** Orders of the shop with something changed in those that are in progress. */
export const withOpen = (change: (order: Arrived["json"]) => unknown): Sabotage => ({
  shop: {
    lists: {
      ...goodShop.lists,
      open: goodShop.lists.open.map((order) => ({
        ...order,
        ...(change(structuredClone(order)) as object),
      })),
    },
  },
});

const caseSensitive = (known: string, asked: string) => known === asked.trim();
const byBeginning = (known: string, asked: string) =>
  asked.length > 3 && known.toLowerCase().startsWith(asked.trim().toLowerCase());

/** For what only the lookup of packages, or of orders, does otherwise. */
const forMethod = (method: string, isNumber: (known: string, asked: string) => boolean) => {
  let current = "";
  return {
    shop: {
      isNumber: (known: string, asked: string) =>
        current === method ? isNumber(known, asked) : isSame(known, asked),
    },
    arriving: (arrived: Arrived) => {
      current = methodOf(arrived);
      return arrived;
    },
  };
};

function inCents(summary: Record<string, number>) {
  const costs = Object.entries(summary).map(([key, amount]) => [key, Math.round(amount * 100)]);
  return Object.fromEntries(costs);
}

function rejectsKnownIds(): Sabotage {
  const known = new Set<string>();
  return {
    arriving(arrived) {
      const id = arrived.headers["webhook-id"] ?? "";
      const isKnown = isSigned(arrived) && known.has(id);
      known.add(id);
      return isKnown
        ? replyWith(401, { success: false, error: { code: 401, message: "invalid signature" } })
        : arrived;
    },
  };
}

function staggersAfterGet(): Sabotage {
  let isHurt = false;
  return {
    arriving(arrived) {
      if (isHurt && isSigned(arrived)) {
        isHurt = false;
        return replyWith(503, "Out of memory");
      }
      isHurt ||= arrived.method === "GET";
      return arrived;
    },
  };
}

function servesFewAtOnce(): Sabotage {
  let waiting = 0;
  return {
    async leaving(reply) {
      waiting += 1;
      const isTooMany = waiting > 3;
      await sleep(20);
      waiting -= 1;
      return isTooMany ? replyWith(503, "Too many connections") : reply;
    },
  };
}

/** The signature that a request should have had. */
function rightSignature({ headers, body }: Arrived): string {
  const [id = "", timestampS] = [headers["webhook-id"], Number(headers["webhook-timestamp"])];
  if (!Number.isSafeInteger(timestampS)) return "";
  return signRequest({ body, secret, id, timestampS })["webhook-signature"];
}

/** Forgets after some requests what it has seen. */
function forgetsTheFirst(): Sabotage {
  let first: string | undefined;
  return {
    arriving(arrived) {
      const isAgain = first === signature(arrived);
      first ??= signature(arrived);
      return isAgain ? signAnew(arrived) : arrived;
    },
  };
}

/** Puts answers with orders where others put theirs at the same moment. */
function sharesItsAnswer(): Sabotage {
  let shared = replyWith(500, "");
  return {
    async leaving(reply, arrived) {
      if (methodOf(arrived) !== "orders" || reply.status !== 200) return reply;
      shared = reply;
      await sleep(1);
      return shared;
    },
  };
}

/** For each rule a webhook that breaks it, and nothing else. */
export const sabotages: Readonly<Record<Exclude<RuleId, "limits.public-url">, Sabotage>> = {
  "test.status": {
    leaving: (reply, arrived) =>
      reply.status === 200 && methodOf(arrived) === "test" ? { ...reply, status: 201 } : reply,
  },
  "test.answer": writes("test", ({ object: _, ...rest }) => rest),
  "test.token": writes("test", (json) => ({ ...json, test_token: "12345" })),
  "test.token-verbatim": writes("test", (json) => ({
    ...json,
    test_token: json.test_token.normalize("NFC"),
  })),
  "test.content-type": {
    leaving: (reply) => ({ ...reply, headers: { "content-type": "text/html" } }),
  },

  "security.valid-signature": answers(() => true, replyWith(401, "no")),
  "security.unsigned": letsIn(
    (arrived) =>
      methodOf(arrived) === "test" &&
      [...threeHeaders, "x-hub-signature"].every((name) => isMissing(arrived, name)),
  ),
  "security.unsigned-data": letsIn(
    (arrived) => methodOf(arrived) !== "test" && isMissing(arrived, "webhook-signature"),
  ),
  "security.missing-id": letsIn(
    (arrived) => isMissing(arrived, "webhook-id") && !isMissing(arrived, "webhook-timestamp"),
  ),
  "security.missing-timestamp": letsIn(
    (arrived) => isMissing(arrived, "webhook-timestamp") && !isMissing(arrived, "webhook-id"),
  ),
  "security.missing-signature": letsIn(
    (arrived) => isMissing(arrived, "webhook-signature") && !isMissing(arrived, "webhook-id"),
  ),
  "security.wrong-secret": letsIn((arrived) => isSigned(arrived, otherSecret)),
  "security.altered-body": letsIn(({ json }) => json?.request?.meta === "x"),
  "security.altered-id": letsIn(
    ({ headers, json }) => headers["webhook-id"] === `${json?.request?.id}x`,
  ),
  "security.stale": letsIn((arrived) => isSigned(arrived) && ageOf(arrived) > 500),
  "security.future": letsIn((arrived) => isSigned(arrived) && ageOf(arrived) < -500),
  "security.tolerance": answers(
    (arrived) => isSigned(arrived) && ageOf(arrived) > 200 && ageOf(arrived) < 300,
    replyWith(401, { success: false, error: { code: 401, message: "invalid signature" } }),
  ),
  "security.replay": letsIn((arrived) => isSigned(arrived) && Math.abs(ageOf(arrived)) < 300),
  "security.second-attempt": rejectsKnownIds(),
  "security.rotation": {
    arriving: (arrived) => {
      const [first = ""] = signature(arrived).split(" ");
      const headers = { ...arrived.headers, "webhook-signature": first };
      return isMissing(arrived, "webhook-signature") ? arrived : { ...arrived, headers };
    },
  },
  "security.raw-bytes": {
    arriving: (arrived) =>
      isSigned(arrived) && arrived.json && arrived.body.toString() !== JSON.stringify(arrived.json)
        ? replyWith(401, { success: false, error: { code: 401, message: "invalid signature" } })
        : arrived,
  },
  // Its reader of streams makes text of each chunk by itself.
  "security.split-body": {
    arriving: (arrived) =>
      arrived.chunks.length > 1
        ? { ...arrived, body: Buffer.from(arrived.chunks.map(String).join("")) }
        : arrived,
  },
  "security.hub-only": letsIn(
    (arrived) =>
      !isMissing(arrived, "x-hub-signature") &&
      threeHeaders.every((name) => isMissing(arrived, name)),
  ),
  "security.hub-rescue": letsIn((arrived) => signature(arrived) === wrongSignature),
  "security.malformed": breaksAt((arrived) => signature(arrived).includes("%")),
  "security.long-list": breaksAt((arrived) => signature(arrived).split(" ").length > 50),
  "security.plain-hash": letsIn(({ headers, body }) => {
    const dotted = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.`;
    const plain = createHash("sha256").update(dotted).update(body).digest("base64");
    return headers["webhook-signature"] === `v1,${plain}`;
  }),
  "security.weak-key": letsIn(({ headers, body }) => {
    const dotted = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.`;
    const digest = createHmac("sha256", "").update(dotted).update(body).digest("base64");
    return headers["webhook-signature"] === `v1,${digest}`;
  }),
  "security.whole-signature": letsIn((arrived) => {
    const [came, right] = [signature(arrived), rightSignature(arrived)];
    return came !== right && came.slice(3, 19) === right.slice(3, 19);
  }),
  "security.refusal-status": {
    leaving: (reply) => (reply.status === 401 ? { ...reply, status: 400 } : reply),
  },
  "security.same-refusal": {
    leaving: (reply, arrived) =>
      reply.status === 401 && ageOf(arrived) > 500 ? { ...reply, body: "too old" } : reply,
  },
  "security.quiet-refusal": {
    leaving: (reply) =>
      reply.status === 401 ? { ...reply, body: `the secret is ${secret.slice(6)}` } : reply,
  },

  "orders.readable": writes("orders", (json, arrived) => {
    if (paramsOf(arrived).user_account === account) delete json.orders[0]?.currency;
    return json;
  }),
  "orders.account-found": { shop: { lists: { open: [], unpaid: [], past: [] } } },
  "orders.same-order": writes("orders", (json, arrived) => ({
    ...json,
    orders: json.orders.map((order: object) => ({
      ...order,
      recipient_name: paramsOf(arrived).order_number ? "Otto Okafor" : "Stephane Crozatier",
    })),
  })),
  "orders.by-number": writes("orders", (json, arrived) => {
    const isIt = paramsOf(arrived).order_number === "MB2P6T9CD3XS";
    return isIt ? { ...json, orders: [...json.orders, goodShop.lists.past[1]] } : json;
  }),
  "orders.unknown-account": breaksAt(
    (arrived) => isSigned(arrived) && isFor("nobody-")(arrived) && !paramsOf(arrived).order_number,
  ),
  "orders.unknown-account-code": answers(
    (arrived) => isSigned(arrived) && isFor("nobody-")(arrived) && !paramsOf(arrived).order_number,
    replyWith(200, { success: true, object: "orders", orders: [], has_next_page: false }),
  ),
  "orders.unknown-number": answers(
    (arrived) =>
      isSigned(arrived) &&
      methodOf(arrived) === "orders" &&
      isFor("MEETBOT-")(arrived) &&
      !paramsOf(arrived).user_account,
    replyWith(200, { success: true, object: "orders", orders: [] }),
  ),
  "orders.discreet-refusals": {
    leaving: (reply, arrived) => {
      const { user_account: asked } = paramsOf(arrived);
      const json = reply.status === 200 && JSON.parse(String(reply.body));
      if (!asked || json.success !== false) return reply;
      const error = { ...json.error, message: `User not found: ${asked}` };
      return { ...reply, body: JSON.stringify({ ...json, error }) };
    },
  },
  "orders.account-spelling": { shop: { isAccount: (asked) => asked === account } },
  "orders.account-exact": {
    shop: { isAccount: (asked) => isSame(account, asked) || /^(_|.?%)/.test(asked) },
  },
  "orders.account-mailbox": {
    shop: { isAccount: (asked) => isSame(account, asked.replace(/\+.*@/, "@")) },
  },
  "orders.other-account": {
    shop: { others: { ...goodShop.others, past: [goodShop.lists.open[2]!] } },
  },
  "orders.account-itself": {
    shop: { isAccount: (asked) => isSame(account, asked) || asked === "MB7K2Q9XW4TP" },
  },
  "orders.filter": reads(
    ({ json }) => json?.params?.user_account === account && json.params.filter !== "returned",
    (json) => ({ ...json, params: { ...json.params, filter: "open" } }),
  ),
  "orders.minor-units": adds("orders", ({ summary }) => ({ summary: inCents(summary) })),
  "orders.account-accents": {
    shop: {
      isAccount: (asked) => isSame(account, asked.normalize("NFD").replace(/\p{M}/gu, "")),
    },
  },
  "orders.number-spelling": forMethod("orders", caseSensitive),
  "orders.number-exact": forMethod("orders", byBeginning),
  "orders.limit": reads(
    (arrived) => methodOf(arrived) === "orders" && page(arrived).limit === 1,
    (json) => ({ ...json, pagination: { ...json.pagination, limit: 10 } }),
  ),
  "orders.pages": writes("orders", (json, arrived) =>
    page(arrived).limit === 1 ? { ...json, orders: [goodShop.lists.open[0]] } : json,
  ),
  "orders.has-next-page": writes("orders", (json) => ({ ...json, has_next_page: false })),
  "orders.beyond-last-page": answers(
    (arrived) => methodOf(arrived) === "orders" && page(arrived).page === 99,
    refusal(10001),
  ),
  "orders.defaults": reads(
    ({ json }) => json?.params?.user_account === account && json.params.filter === undefined,
    (json) => ({ ...json, params: { ...json.params, filter: "past" } }),
  ),
  "orders.newest-first": {
    shop: {
      lists: {
        ...goodShop.lists,
        open: goodShop.lists.open.toReversed(),
        past: goodShop.lists.past.toReversed(),
      },
    },
  },
  "orders.filters-apart": {
    shop: {
      lists: { ...goodShop.lists, past: [...goodShop.lists.past, goodShop.lists.open[2]!] },
      isNumber: isSame,
    },
  },
  "orders.unpaid-apart": withOpen(() => ({ status: "Awaiting payment" })),
  "orders.finished-apart": withOpen(() => ({ status: "Delivered" })),
  "orders.number-as-string": writesText("orders", (body) =>
    body.replaceAll('"order_number":"12345678902"', '"order_number":12345678902'),
  ),
  "orders.line-prices": withOpen(({ elements: [shirt, ...rest] }) => ({
    elements: [{ ...shirt, price: 25 }, ...rest],
  })),
  "orders.totals": withOpen(({ summary }) => ({ summary: { ...summary, total_cost: 86.14 } })),
  "orders.discounts": withOpen(({ adjustments: [discount] }) => ({
    adjustments: [{ ...discount, amount: -20 }],
  })),
  "orders.whole-units": withOpen(({ elements }) => ({
    currency: "JPY",
    elements: elements.map((line: object) => ({ ...line, currency: "JPY" })),
  })),
  "orders.timestamps": adds("orders", ({ timestamp }) => ({
    timestamp: String(Number(timestamp) + 10 * 365 * 86_400),
  })),
  "orders.currencies": withOpen(({ elements: [shirt, ...rest] }) => ({
    currency: "USX",
    elements: [{ ...shirt, currency: "USX" }, ...rest],
  })),
  "orders.links": withOpen(() => ({ order_url: "/orders/1" })),
  "orders.plain-texts": withOpen(({ elements: [shirt, ...rest] }) => ({
    elements: [{ ...shirt, title: "Shirt &amp; Tie" }, ...rest],
  })),
  "orders.legible-texts": withOpen(() => ({ recipient_name: "StÃ©phane" })),
  "orders.forbidden-keys": writesText("orders", (body) =>
    body.replace('"elements":[', '"__proto__":{"isAdmin":true},"elements":['),
  ),

  "packages.readable": writes("packages", (json) => {
    delete json.packages[0]?.package_status;
    return json;
  }),
  "packages.by-order": writes("packages", (json, arrived) => {
    const isIt = paramsOf(arrived).order_number === "MB2P6T9CD3XS";
    return isIt && json.packages.length > 0
      ? { ...json, packages: [{ ...json.packages[0], order_number: "MB5Q8V2EF7YT" }] }
      : json;
  }),
  "packages.by-number": writes("packages", (json, arrived) =>
    paramsOf(arrived).package_number === "PK2P6T9CD3-1"
      ? { ...json, packages: [...json.packages, goodShop.packages[0]] }
      : json,
  ),
  "packages.by-tracking-number": { shop: { tracks: false } },
  "packages.unknown-number": answers(
    (arrived) =>
      isSigned(arrived) &&
      methodOf(arrived) === "packages" &&
      isFor("MEETBOT-")(arrived) &&
      Object.values(paramsOf(arrived)).filter(Boolean).length === 1,
    replyWith(200, { success: true, object: "packages", packages: [] }),
  ),
  "packages.number-spelling": forMethod("packages", caseSensitive),
  "packages.number-exact": forMethod("packages", (known, asked) =>
    known.startsWith("PK") ? byBeginning(known, asked) : isSame(known, asked),
  ),
  "packages.tracking-exact": {
    shop: {
      isNumber: (known, asked) =>
        isSame(known, asked) ||
        (known.startsWith("1Z") && asked.length > 5 && known.endsWith(asked)),
    },
  },
  "packages.pages": writes("packages", (json, arrived) =>
    page(arrived).limit === 1 && page(arrived).page === 2
      ? { ...json, packages: [goodShop.packages[0]] }
      : json,
  ),
  "packages.limit": reads(
    (arrived) => methodOf(arrived) === "packages" && page(arrived).limit === 1,
    (json) => ({ ...json, pagination: { page: 1, limit: 10 } }),
  ),
  "packages.beyond-last-page": answers(
    (arrived) => methodOf(arrived) === "packages" && page(arrived).page === 99,
    refusal(11001),
  ),
  "packages.number-as-string": writesText("packages", (body) =>
    body.replaceAll('"tracking_number":"940011189956"', '"tracking_number":940011189956'),
  ),
  "packages.dates": writesText("packages", (body) => body.replaceAll("-12-12", "-12-12T08:00:00Z")),
  "packages.plain-texts": adds("packages", () => ({ carrier: "<b>UPS</b>" })),
  "packages.legible-texts": writesText("packages", (body) =>
    body.replaceAll("On its way", "Unterwegs f\ufffdr Sie"),
  ),
  "packages.links": writesText("packages", (body) => body.replaceAll("https:", "http:")),

  "extension.capabilities": writes("test", (json) => ({
    ...json,
    capabilities: { fields: ["code"] },
  })),
  "extension.context": {
    ...answers(({ json }) => json?.context !== undefined, replyWith(400, "unknown key: context")),
    ...writes("test", (json) => ({ ...json, capabilities: { context: ["locale"] } })),
  },
  "extension.codes": adds("packages", () => ({ package_status_code: "sent_off" })),
  "extension.fees": adds("orders", () => ({ fees: [{ name: "Gift wrap", amount: 5 }] })),
  "extension.tax-included": adds("orders", ({ summary }) => ({
    summary: { ...summary, tax_included: true },
  })),
  "extension.refunds": adds("orders", () => ({ refunds: [{ amount: 40 }, { amount: 40 }] })),
  "extension.events": adds("packages", () => ({
    events: [
      { at: "1763000000", code: "picked_up" },
      { at: "1763100000", code: "in_transit" },
    ],
  })),
  "extension.window": adds("packages", () => ({
    exp_delivery_from: "2026-12-12",
    exp_delivery_to: "2026-12-10",
  })),
  "extension.pickup": adds("packages", () => ({ pickup: { hours: "9-18" } })),
  "extension.elements": adds("packages", () => ({
    elements: [{ title: "Classic White T-Shirt", quantity: 2 }],
  })),

  "robustness.both-keys": reads(
    (arrived) => Boolean(paramsOf(arrived).user_account && paramsOf(arrived).order_number),
    (json) => ({ ...json, params: { order_number: json.params.order_number } }),
  ),
  "robustness.no-key": answers(
    (arrived) =>
      isSigned(arrived) &&
      ["orders", "packages"].includes(methodOf(arrived)) &&
      textOf(arrived) === "{}",
    replyWith(200, { success: true, object: "orders", orders: goodShop.lists.past }),
  ),
  "robustness.empty-key": answers(
    (arrived) => Object.values(paramsOf(arrived)).includes(""),
    replyWith(400, "both"),
  ),
  "robustness.unknown-filter": reads(
    ({ json }) => json?.params?.filter === "returned",
    (json) => ({ ...json, params: { ...json.params, filter: "open" } }),
  ),
  "robustness.page-bounds": reads(
    (arrived) => page(arrived).limit === 11,
    (json) => ({ ...json, pagination: { page: 1, limit: 10 } }),
  ),
  "robustness.wrong-query-status": {
    leaving: (reply) => (reply.status === 400 ? { ...reply, status: 200 } : reply),
  },
  "robustness.unknown-method": breaksAt((arrived) => methodOf(arrived) === "returns"),
  "robustness.unknown-category": reads(
    ({ json }) => json?.request?.category === "travel",
    (json) => ({ ...json, request: { ...json.request, category: "ecommerce" } }),
  ),
  "robustness.unknown-fields": answers(
    ({ json }) => json?.later === true,
    replyWith(400, "unknown field"),
  ),
  "robustness.long-number": breaksAt(
    (arrived) => methodOf(arrived) !== "test" && /"\d{20}"/.test(textOf(arrived)),
  ),
  "robustness.unusual-text": breaksAt(
    (arrived) => methodOf(arrived) !== "test" && /\p{Emoji_Presentation}/u.test(textOf(arrived)),
  ),
  "robustness.quotes": breaksAt((arrived) => textOf(arrived).includes("'")),
  "robustness.broken-json": breaksAt(
    (arrived) => arrived.method === "POST" && arrived.json === undefined,
  ),
  "robustness.body-limit": {
    arriving: (arrived) =>
      arrived.body.length > 64 * 1024 && arrived.body.length < 100 * 1024
        ? signAnew(arrived, arrived.json)
        : arrived,
  },
  "robustness.huge-body": breaksAt(({ body }) => body.length > 1024 * 1024),
  "robustness.get": answers(({ method }) => method === "GET", replyWith(200, "It works!")),
  "robustness.still-answers": staggersAfterGet(),
  "robustness.replay-later": forgetsTheFirst(),

  "limits.answer-time": { arriving: (arrived) => (isPastList(arrived) ? "hang" : arrived) },
  "limits.fast": onPastList(async (reply) => {
    await sleep(2_050);
    return reply;
  }),
  "limits.size": onPastList((reply) => ({ ...reply, body: reply.body + " ".repeat(257 * 1024) })),
  "limits.no-encoding": onPastList((reply) => ({
    ...reply,
    headers: { ...reply.headers, "content-encoding": "gzip" },
  })),
  "limits.no-redirect": onPastList((reply) => ({
    ...reply,
    status: 302,
    headers: { location: "/login" },
  })),
  "limits.utf8": onPastList((reply) => ({
    ...reply,
    body: Buffer.from(String(reply.body).replace("Socks", "Söckchen"), "latin1"),
  })),
  "limits.no-byte-order-mark": onPastList((reply) => ({ ...reply, body: `\ufeff${reply.body}` })),
  "limits.keep-alive": {
    leaving: (reply) => ({ ...reply, headers: { ...reply.headers, connection: "close" } }),
  },
  "limits.parallel": servesFewAtOnce(),
  "limits.own-answer": sharesItsAnswer(),
  "limits.clock": { clockS: 60 },
  "limits.stays-up": { arriving: (arrived) => (isPastList(arrived) ? "hang up" : arrived) },
};
