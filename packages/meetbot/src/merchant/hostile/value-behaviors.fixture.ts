import type { Behavior } from "./behavior.fixture.ts";
import {
  each,
  number,
  says,
  Verbatim,
  withAnswer,
  withElement,
  withOrder,
  withTotal,
} from "./strange-json.fixture.ts";
import { merchantWords, order } from "./valid-answer.fixture.ts";

const strange: Behavior[] = [
  ...each("order_number", "answered", (order_number) => withOrder({ order_number }), [
    number("12345678902"),
    number("123456789012345678901234567890"),
    "x".repeat(5_000),
    "../../etc/passwd",
    "' OR 1=1 --",
    "-1",
    "订单",
    number("-12345678902"),
  ]),
  ...each("timestamp", "answered", (timestamp) => withOrder({ timestamp }), [
    0,
    1428444852,
    1428444852123,
    "1428444852123",
    1428444852.9,
    253_402_300_799,
    number("1.428444852e9"),
  ]),
  ...each("total_cost", "answered", withTotal, [
    0,
    number("-0"),
    -5,
    0.1,
    1e-9,
    9_999_999_999_999,
    "56.14",
    "-5",
    number("0.1000000000000000055511151231257827"),
  ]),
  ...each("an element's price", "answered", (price) => withElement({ price }), [
    -50,
    0,
    number("1e-300"),
  ]),
  ...each("an element's quantity", "answered", (quantity) => withElement({ quantity }), [
    -2,
    0,
    1.5,
    1e12,
    null,
  ]),
  ...each("currency", "answered", (currency) => withOrder({ currency }), [
    "usd",
    "ZZZ",
    "XXX",
    "BTC",
    "JPY",
  ]),
  says("has no elements", "answered", withOrder({ elements: undefined })),
  says("has 500 elements", "answered", withOrder({ elements: Array(500).fill(order.elements[0]) })),
  says(
    "has 1,000 adjustments",
    "answered",
    withOrder({ adjustments: Array(1_000).fill({ name: "x", amount: 1 }) }),
  ),
  says(
    "lists more orders than asked",
    "answered",
    withAnswer({
      orders: Array.from({ length: 20 }, (_, i) => ({ ...order, order_number: `${i}` })),
    }),
  ),
  says(
    "lists a broken order behind those asked",
    "answered",
    withAnswer({
      orders: [...Array.from({ length: 10 }, (_, i) => ({ ...order, order_number: `${i}` })), null],
    }),
  ),
  says(
    "lists one order twice",
    "answered",
    withAnswer({ orders: [order, { ...order, status: "lost" }] }),
  ),
  says("lists no orders", "answered", withAnswer({ orders: [] })),
  says("lists another's order", "answered", withOrder({ order_number: "99999999999" })),
  says(
    "lists a right order and an error",
    "answered",
    withAnswer({ error: { code: 11001, message: merchantWords } }),
  ),
];

const texts: Behavior[] = (
  [
    ["control characters", "sh\u0000ip\u0007p\u001bed\u007f\u0085"],
    ["terminal escapes", "\u001b[31mshipped\u001b]0;title\u0007"],
    ["bidi overrides", "\u202edeppihs\u202c \u2066x\u2069"],
    ["zero-width characters", "ship\u200bp\u2060ed\ufeff"],
    ["tag characters", "shipped\u{e0041}\u{e0042}"],
    ["zalgo", `s${"\u0300\u0316\u0489".repeat(600)}hipped`],
    ["lone surrogates", new Verbatim('"ship\\ud800ped\\udfff"')],
    ["line separators", "ship\u2028ped\u2029\r\n\t\v\f"],
    ["emoji and families", "📦 👨‍👩‍👧‍👦 🇺🇸"],
    ["HTML", `<script>alert(1)</script><img src=x onerror=alert(1)>${merchantWords}`],
    ["Markdown", "[click](javascript:alert(1)) ![x](http://169.254.169.254/)"],
    ["a link", "http://169.254.169.254/latest/meta-data/"],
    ["a template", "\u0024{process.env} {{7*7}} {number} %s %n <%= 7 %>"],
    ["SQL", "'; DROP TABLE orders; --"],
    ["a log line", '\n{"level":60,"msg":"forged"}'],
    ["a formula", '=HYPERLINK("http://evil.example","x")'],
    ["10,000 characters", "很".repeat(10_000)],
    ["a million-looking number", "1".repeat(30_000)],
    ["noncharacters", "a\ufffe\uffff\u{1fffe}b"],
    ["private characters", "\ue000\uf8ff"],
  ] as const
).map(([what, status]) =>
  says(
    `writes ${what}`,
    "answered",
    withOrder({ status, elements: [{ title: status, price: 1 }] }),
  ),
);

const links: Behavior[] = [
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "file:///etc/passwd",
  "vbscript:x",
  "//evil.example/x",
  "/orders/1",
  "http://",
  "http:///evil.example",
  "https:evil.example",
  "https://evil.example\\@shop.example",
  "http://[::1",
  "not a link",
  "http://169.254.169.254/latest/meta-data/",
].map((link) =>
  says(
    `links to ${link}`,
    "answered",
    withOrder({ order_url: link, elements: [{ title: "x", price: 1, image_url: link }] }),
  ),
);

/** Merchants whose answer keeps to the protocol, and is strange. */
export const valueBehaviors: Behavior[] = [...strange, ...texts, ...links];
