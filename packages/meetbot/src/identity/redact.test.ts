import assert from "node:assert/strict";
import { test } from "node:test";
import type { NumberAlone } from "@meetbot/model/bot/bot.ts";
import type { MerchantAnswer, Question } from "@meetbot/model/conversation/ask.ts";
import type { Proof, Shown } from "@meetbot/model/conversation/proof.ts";
import type { Order, Package } from "@meetbot/protocol";
import fc from "fast-check";
import type { Evidence } from "./levels.ts";
import { learnFromAnswer } from "./proofs.ts";
import { redact } from "./redact.ts";

const now = Date.UTC(2026, 10, 20);
const later = now + 60_000;

const order: Order = {
  order_number: "MB7Q2K9XW4TP",
  currency: "USD",
  timestamp: "1763600000",
  status: "shipped",
  summary: { subtotal: 75, total_cost: 56.14 },
  adjustments: [{ name: "New Customer Discount", amount: 20 }],
  elements: [{ title: "Classic White T-Shirt", quantity: 2, price: 50 }],
  recipient_name: "Stephane Crozatier",
  payment_method: "Visa 2345",
  order_url: "https://shop.example.com/order/1",
  address: { street_1: "1 Hacker Way", city: "Menlo Park" },
};
const shortOrder: Order = { ...order, order_number: "1042" };

const pkg: Package = {
  order_number: "MB7Q2K9XW4TP",
  package_number: "A1231411",
  product_name: "Classic White Shirt",
  carrier: "UPS",
  tracking_number: "UPS11012",
  tracking_url: "https://www.ups.com/track?id=UPS11012",
  package_status: "Delivery in progress",
  exp_delivery: "2026-11-24",
  image_url: "https://shop.example.com/shirt.png",
};

const typed = (value: string): Proof => ({
  kind: "number",
  value,
  source: "typed",
  at: now,
  expires: later,
});
const byNumber = (orderNumber: string): Question => ({ method: "orders", orderNumber });
const byAccount: Question = {
  method: "orders",
  userAccount: "yilia@meetbot.biz",
  filter: "open",
  page: 1,
};

function shownOrder(
  shop: Order,
  question: Question,
  proofs: Proof[],
  numberAlone: NumberAlone = "auto",
) {
  const answer: MerchantAnswer = { kind: "orders", orders: [shop], hasNextPage: false };
  const shown = redact(answer, { question, proofs, policy: "ladder", numberAlone, now });
  assert(shown.kind === "orders");
  return shown.orders[0];
}

function shownPackage(question: Question, proofs: Proof[]) {
  const answer: MerchantAnswer = { kind: "packages", packages: [pkg], hasNextPage: false };
  const shown = redact(answer, { question, proofs, policy: "ladder", numberAlone: "auto", now });
  assert(shown.kind === "packages");
  return shown.packages[0];
}

test("an email alone shows status, month and the last four characters of a long number", () => {
  assert.deepEqual(shownOrder(order, byAccount, []), {
    level: 0,
    expires: null,
    item: { status: "shipped", placed_month: "2025-11", order_number: "····W4TP" },
  });
});

test("a short number is masked whole", () => {
  assert.equal(shownOrder(shortOrder, byAccount, [])?.item.order_number, "····");
});

test("a number alone shows the status, and a list of what is no email no month either", () => {
  const bare = { level: 0, expires: null, item: { status: "shipped", order_number: "····" } };
  assert.deepEqual(shownOrder(shortOrder, byNumber("1042"), [typed("1042")]), bare);
  const everybody: Question = { ...byAccount, userAccount: "%@meetbot.biz" };
  assert.deepEqual(shownOrder(shortOrder, everybody, []), bare);
});

test("a number tells nothing of the numbers of other orders that a shop answers with", () => {
  const bare = { status: "shipped", order_number: "····" };
  const asked = "QX4T8K2M7Z9P";
  assert.deepEqual(shownOrder(order, byNumber(asked), [typed(asked)])?.item, bare);
  const everybody: Question = { ...byAccount, userAccount: "%@meetbot.biz" };
  assert.deepEqual(shownOrder(order, everybody, [])?.item, bare);
  const packages: Question = { method: "packages", orderNumber: asked, page: 1 };
  assert.equal(shownPackage(packages, [typed(asked)])?.item.order_number, "····");
});

test("the month is that of the shop's clock", () => {
  // 2025-12-01, half past midnight in Shanghai.
  const answer: MerchantAnswer = {
    kind: "orders",
    orders: [{ ...order, timestamp: "1764520200" }],
    hasNextPage: false,
  };
  const evidence = { question: byAccount, proofs: [], policy: "ladder" as const, now };
  for (const [timeZone, month] of [
    ["Asia/Shanghai", "2025-12"],
    ["America/Los_Angeles", "2025-11"],
  ] as const) {
    const shown = redact(answer, { ...evidence, numberAlone: "auto", timeZone });
    assert(shown.kind === "orders");
    assert.equal(shown.orders[0]?.item.placed_month, month);
  }
});

test("a package's number with its order's in it is worth what that number is", () => {
  const ofShort = { ...pkg, order_number: "1042", package_number: "P-1042-1" };
  const show = (shop: Package, packageNumber: string, numberAlone: NumberAlone = "auto") => {
    const answer: MerchantAnswer = { kind: "packages", packages: [shop], hasNextPage: false };
    const question: Question = { method: "packages", packageNumber, page: 1 };
    const proofs = [typed(packageNumber)];
    const rules = { policy: "ladder", numberAlone, now } as const;
    const shown = redact(answer, { question, proofs, ...rules });
    assert(shown.kind === "packages");
    return shown.packages[0];
  };
  const bare = { package_status: "shipped", order_number: "····" };
  assert.deepEqual(show(ofShort, "P-1042-1"), { level: 0, expires: null, item: bare });
  assert.deepEqual(show({ ...ofShort, package_number: "1042" }, "1042")?.item, bare);
  for (const order_number of ["SO-107400", "AB-2026-107400", "107400-EU"]) {
    const counted = { ...pkg, order_number, package_number: "PKG-107400-1" };
    assert.deepEqual(show(counted, "PKG-107400-1", "never")?.item, bare, order_number);
  }
  // The carrier's number is hard to guess; what the shop made of its own is left out.
  const byCarrier = show(ofShort, "UPS11012");
  assert.equal(byCarrier?.level, "package");
  assert.equal(byCarrier?.item.exp_delivery, "2026-11-24");
  assert(!JSON.stringify(byCarrier).includes("1042"));
  const ofLong = { ...pkg, package_number: "MB7Q2K9XW4TP-1" };
  assert.equal(show(ofLong, "MB7Q2K9XW4TP-1")?.level, "package");
});

test("a typed number that is hard to guess shows items and amounts, and no person", () => {
  const shown = shownOrder(order, byNumber("mb7q2k9xw4tp"), [typed("MB7Q2K9XW4TP")]);
  assert.equal(shown?.level, 1);
  assert.equal(shown?.expires, later);
  assert.deepEqual(Object.keys(shown?.item ?? {}).sort(), [
    ...["adjustments", "currency", "elements", "order_number", "status", "summary", "timestamp"],
  ]);
});

test("the same number shows nothing more when it was tapped, not typed", () => {
  assert.equal(shownOrder(order, byNumber("MB7Q2K9XW4TP"), [])?.level, 0);
});

const signed = (account: string, expires = later): Proof => ({
  kind: "account",
  value: account,
  source: "signed",
  at: now,
  expires,
});

test("everything of an account is shown to whom the shop vouches for, while that counts", () => {
  const shown = shownOrder(order, byAccount, [signed("yilia@meetbot.biz")]);
  assert.deepEqual(shown, { level: 2, expires: later, item: order });
  assert.equal(shownOrder(order, byAccount, [signed("Yilia@Meetbot.biz")])?.level, 2);
  assert.equal(shownOrder(order, byAccount, [signed("yilia@meetbot.biz", now)])?.level, 0);
});

test("being one account shows nothing of another, nor of one that only looks alike", () => {
  for (const other of ["emma@example.com", "yilia@meetbot.biz ", "yİlia@meetbot.biz"]) {
    assert.equal(shownOrder(order, byAccount, [signed(other)])?.level, 0, other);
  }
  const kelvin: Question = { ...byAccount, userAccount: "\u212Aen@example.com" };
  assert.equal(shownOrder(order, kelvin, [signed("ken@example.com")])?.level, 0);
});

test("an email that was typed is no proof of an account, whatever its letters", () => {
  const typedEmail: Proof = { ...signed("yilia@meetbot.biz"), source: "typed" };
  assert.equal(shownOrder(order, byAccount, [typedEmail])?.level, 0);
});

test("an order is shown whole by its number once the proved account has listed it", () => {
  const answer: MerchantAnswer = { kind: "orders", orders: [order], hasNextPage: false };
  const proofs = learnFromAnswer([signed("yilia@meetbot.biz")], byAccount, answer, now);
  assert.equal(shownOrder(order, byNumber(order.order_number), proofs)?.level, 2);
  const other = { ...order, order_number: "MBZZZZZZZZZZ" };
  assert.equal(shownOrder(other, byNumber("MBZZZZZZZZZZ"), proofs)?.level, 0);
  const packages: Question = { method: "packages", orderNumber: order.order_number, page: 1 };
  assert.equal(shownPackage(packages, proofs)?.level, 2);
});

test("being signed in makes another's order number no better than it is", () => {
  const proofs = [signed("yilia@meetbot.biz"), typed("MB7Q2K9XW4TP")];
  assert.equal(shownOrder(order, byNumber("MB7Q2K9XW4TP"), proofs)?.level, 1);
  assert.equal(shownOrder(shortOrder, byNumber("1042"), [...proofs, typed("1042")])?.level, 0);
});

test("a bot can be told that a number alone never suffices, or always", () => {
  const long = [order, byNumber(order.order_number), [typed(order.order_number)]] as const;
  const short = [shortOrder, byNumber("1042"), [typed("1042")]] as const;
  assert.equal(shownOrder(long[0], long[1], [...long[2]], "never")?.level, 0);
  assert.equal(shownOrder(long[0], byAccount, [...long[2]], "never")?.level, 1);
  assert.equal(shownOrder(short[0], short[1], [...short[2]], "always")?.level, 1);
  assert.equal(shownOrder(short[0], short[1], [], "always")?.level, 0);
});

test("a proof that has ended proves nothing", () => {
  const ended = { ...typed("MB7Q2K9XW4TP"), expires: now };
  assert.equal(shownOrder(order, byNumber("MB7Q2K9XW4TP"), [ended])?.level, 0);
});

test("a short number alone stays at level 0; with the account that lists it it reaches level 1", () => {
  assert.equal(shownOrder(shortOrder, byNumber("1042"), [typed("1042")])?.level, 0);
  assert.equal(shownOrder(shortOrder, byAccount, [typed("1042")])?.level, 1);
});

test("a short number stays proved once the account typed with it has listed it", () => {
  const answer: MerchantAnswer = { kind: "orders", orders: [shortOrder], hasNextPage: false };
  const proofs = learnFromAnswer([typed("1042")], byAccount, answer, now);
  assert.equal(shownOrder(shortOrder, byNumber("1042"), proofs)?.level, 1);
});

test("an order that was not the one asked for is at level 0, whatever the merchant sends", () => {
  const other = { ...order, order_number: "MBZZZZZZZZZZ" };
  const proofs = [typed("MB7Q2K9XW4TP"), typed("MBZZZZZZZZZZ")];
  assert.equal(shownOrder(other, byNumber("MB7Q2K9XW4TP"), proofs)?.level, 0);
});

test("a package asked by its number shows the carrier's facts and no product", () => {
  const question: Question = { method: "packages", packageNumber: "A1231411", page: 1 };
  const shown = shownPackage(question, [typed("A1231411")]);
  assert.equal(shown?.level, "package");
  assert.deepEqual(shown?.item, {
    package_number: "A1231411",
    carrier: "UPS",
    package_status: "Delivery in progress",
    exp_delivery: "2026-11-24",
    tracking_url: "https://www.ups.com/track?id=UPS11012",
    order_number: "····W4TP",
  });
});

test("a carrier's tracking number counts as the package's number", () => {
  const question: Question = { method: "packages", packageNumber: "UPS11012", page: 1 };
  assert.equal(shownPackage(question, [typed("UPS11012")])?.level, "package");
});

test("the packages of a proved order are shown whole, those of another at level 0", () => {
  const question: Question = { method: "packages", orderNumber: "MB7Q2K9XW4TP", page: 1 };
  assert.deepEqual(shownPackage(question, [typed("MB7Q2K9XW4TP")])?.item, pkg);
  const elsewhere: Question = { method: "packages", orderNumber: "MBZZZZZZZZZZ", page: 1 };
  assert.equal(shownPackage(elsewhere, [typed("MBZZZZZZZZZZ")])?.level, 0);
});

test("with the policy off everything is shown", () => {
  const evidence: Evidence = {
    question: byAccount,
    proofs: [],
    policy: "off",
    numberAlone: "auto",
    now,
  };
  const shown = redact({ kind: "orders", orders: [order], hasNextPage: false }, evidence);
  assert(shown.kind === "orders");
  assert.deepEqual(shown.orders[0], { level: 2, expires: null, item: order });
});

test("a merchant's message never passes", () => {
  const refusal: MerchantAnswer = {
    kind: "refusal",
    reason: "order_not_found",
    code: 11001,
    message: "ask Bob at 555-1234",
  };
  const shown = redact(refusal, {
    question: byAccount,
    proofs: [],
    policy: "ladder",
    numberAlone: "auto",
    now,
  });
  assert.deepEqual(shown, { kind: "refusal", reason: "order_not_found" });
});

test("under the policy code nothing is shown of what is not proved, not even that it is there", () => {
  const answer: MerchantAnswer = {
    kind: "orders",
    orders: [order, shortOrder],
    hasNextPage: false,
  };
  const evidence = { question: byAccount, policy: "code", numberAlone: "always", now } as const;
  const guest = redact(answer, { ...evidence, proofs: [typed("MB7Q2K9XW4TP"), typed("1042")] });
  assert.deepEqual(guest, { kind: "orders", orders: [], hasNextPage: false });
  const owner = redact(answer, { ...evidence, proofs: [read("yilia@meetbot.biz")] });
  assert(owner.kind === "orders");
  assert.deepEqual(
    owner.orders.map(({ level }) => level),
    [2, 2],
  );
});

test("a code read in the mailbox shows everything of that account, while it counts", () => {
  assert.equal(shownOrder(order, byAccount, [read("yilia@meetbot.biz")])?.level, 2);
  assert.equal(shownOrder(order, byAccount, [read("yilia@meetbot.biz", now)])?.level, 0);
  assert.equal(shownOrder(order, byAccount, [read("emma@example.com")])?.level, 0);
});

const read = (account: string, expires = later): Proof => ({
  ...signed(account, expires),
  source: "code",
});

const fieldsAt: Record<string, string[]> = {
  "2": [...Object.keys(order), ...Object.keys(pkg)],
  "1": [
    ...["status", "timestamp", "order_number", "currency", "summary", "adjustments", "elements"],
    ...Object.keys(pkg),
  ],
  package: [
    ...["order_number", "package_number", "carrier", "package_status", "exp_delivery"],
    "tracking_url",
  ],
  "0": ["status", "placed_month", "order_number", "package_status"],
};

test("no field passes that its level does not list, and no level without its proof", () => {
  const numbers = ["MB7Q2K9XW4TP", "MBZZZZZZZZZZ", "1042", "A1231411", "UPS11012", "", "····"];
  const number = fc.constantFrom(...numbers);
  const account = fc.constantFrom("yilia@meetbot.biz", "Yilia@Meetbot.biz", "emma@example.com");
  const lives = fc.constantFrom(now - 1, now, later);
  const proofs = fc.array(
    fc.oneof(
      fc.record({
        kind: fc.constant("account" as const),
        value: account,
        source: fc.constantFrom("typed" as const, "signed" as const, "code" as const),
        at: fc.constant(now),
        expires: lives,
      }),
      fc.record({
        kind: fc.constant("number" as const),
        value: number,
        source: fc.constantFrom("typed" as const, "listed" as const, "owned" as const),
        at: fc.constant(now),
        expires: lives,
      }),
    ),
  );
  const question: fc.Arbitrary<Question> = fc.oneof(
    account.map((userAccount) => ({ ...byAccount, userAccount })),
    number.map(byNumber),
    number.map((orderNumber) => ({ method: "packages" as const, orderNumber, page: 1 })),
    number.map((packageNumber) => ({ method: "packages" as const, packageNumber, page: 1 })),
  );
  const answer: fc.Arbitrary<MerchantAnswer> = fc.oneof(
    fc.array(number.map((order_number) => ({ ...order, order_number }))).map((orders) => ({
      ...{ kind: "orders" as const, orders, hasNextPage: false },
    })),
    fc
      .array(
        fc.tuple(number, number).map(([order_number, package_number]) => ({
          ...{ ...pkg, order_number, package_number },
        })),
      )
      .map((packages) => ({ kind: "packages" as const, packages, hasNextPage: false })),
  );
  const policies = fc.constantFrom("ladder" as const, "code" as const);
  const alone = fc.constantFrom("auto" as const, "never" as const, "always" as const);
  fc.assert(
    fc.property(answer, question, proofs, policies, alone, (...drawn) => {
      const [answer, question, proofs, policy, numberAlone] = drawn;
      const shown = redact(answer, { question, proofs, policy, numberAlone, now });
      assert(shown.kind === "orders" || shown.kind === "packages");
      const items: Shown<Omit<Order, "elements"> & Omit<Package, "elements">>[] =
        shown.kind === "orders" ? shown.orders : shown.packages;
      const living = proofs.filter(({ expires }) => expires > now);
      const has = (source: Proof["source"], value = "") =>
        living.some(
          (one) => one.source === source && one.value.toLowerCase() === value.toLowerCase(),
        );
      for (const { level, item } of items) {
        const fields = fieldsAt[String(level)] ?? [];
        for (const field of Object.keys(item)) assert(fields.includes(field), `${level}: ${field}`);
        const own = item.order_number;
        const asked = "userAccount" in question ? question.userAccount : "";
        const isProved = has("signed", asked) || has("code", asked) || has("owned", own);
        if (level === 2) assert(isProved, "everything without a proof of the account");
        if (level === 1) assert(has("typed", own) || has("listed", own), "a number not typed");
        if (level !== 2) assert.equal(policy, "ladder");
        if (level === 0 || level === "package") assert.match(own ?? "", /^····([A-Z0-9]{4})?$/);
      }
    }),
    { numRuns: 2_000 },
  );
});

test("where the shop sends no link the carrier's page is shown, at each level at which the shop's own would be", () => {
  const { tracking_url: _, ...without } = pkg;
  const link = "https://www.ups.com/track?tracknum=1Z999AA10123456784";
  const bare = { ...without, tracking_number: "1Z999AA10123456784" };
  const show = (shop: Package, question: Question, proofs: Proof[]) => {
    const answer: MerchantAnswer = { kind: "packages", packages: [shop], hasNextPage: false };
    const shown = redact(answer, {
      ...{ question, proofs, policy: "ladder", numberAlone: "auto", now },
    });
    assert(shown.kind === "packages");
    return shown.packages[0]?.item.tracking_url;
  };
  const byOrder: Question = { method: "packages", orderNumber: order.order_number, page: 1 };
  const byPackage: Question = { method: "packages", packageNumber: "A1231411", page: 1 };
  assert.equal(show(bare, byOrder, [typed(order.order_number)]), link, "level 1");
  assert.equal(show(bare, byPackage, [typed("A1231411")]), link, "a package's");
  assert.equal(show(bare, byOrder, []), undefined, "level 0");
  // Its number tells the order's: neither link is shown of it.
  const telling = { ...bare, order_number: "107400", tracking_number: "1Z107400AA10123456" };
  assert.equal(show(telling, byPackage, [typed("A1231411")]), undefined);
  const own = { ...bare, tracking_url: "https://shop.example/t" };
  assert.equal(show(own, byPackage, [typed("A1231411")]), "https://shop.example/t");
  assert.equal(show({ ...bare, carrier: "Joe" }, byPackage, [typed("A1231411")]), undefined);
});
