import { answers, type Behavior } from "./behavior.fixture.ts";
import {
  merchantWords,
  order,
  orderNumber,
  ordersAnswer,
  packagesAnswer,
  pkg,
  response,
} from "./valid-answer.fixture.ts";

type Outcome = Behavior["outcome"];

/** JSON that `JSON.stringify` cannot write. */
class Verbatim {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

function write(value: unknown): string {
  const verbatim: string[] = [];
  const json = JSON.stringify(value, (_, part) =>
    part instanceof Verbatim ? `\uE000${verbatim.push(part.text) - 1}\uE000` : part,
  );
  return json.replace(/"\uE000(\d+)\uE000"/g, (_, index) => verbatim[Number(index)] ?? "");
}

const says = (name: string, outcome: Outcome, value: unknown) =>
  answers(name, outcome, response(write(value)));
const withAnswer = (fields: object) => ({ ...ordersAnswer, ...fields });
const withOrder = (fields: object) => withAnswer({ orders: [{ ...order, ...fields }] });
const withElement = (fields: object) =>
  withOrder({ elements: [{ ...order.elements[0], ...fields }] });
const withTotal = (total_cost: unknown) => withOrder({ summary: { total_cost } });

/** A name for a value in the name of a behavior. */
const show = (value: unknown) => (value === undefined ? "nothing" : write(value).slice(0, 40));
const each = (
  place: string,
  outcome: Outcome,
  put: (value: unknown) => unknown,
  values: unknown[],
): Behavior[] =>
  values.map((value) => says(`has ${show(value)} for ${place}`, outcome, put(value)));

const wrong = "invalid_answer";
const notText = [undefined, null, "", true, 7, [], {}, ["x"]];
const number = (text: string) => new Verbatim(text);

const envelope: Behavior[] = [
  ...each("success", wrong, (success) => withAnswer({ success }), [
    undefined,
    null,
    "",
    "true",
    "false",
    1,
    0,
    [],
    {},
  ]),
  ...each("object", wrong, (object) => withAnswer({ object }), [
    undefined,
    null,
    "Orders",
    "order",
    "packages",
    "test",
    7,
    ["orders"],
  ]),
  ...each("orders", wrong, (orders) => withAnswer({ orders }), [
    undefined,
    null,
    "",
    {},
    { 0: order },
    "none",
    7,
    true,
    [null],
    [[]],
    ["x"],
    [7],
    [{}],
  ]),
  ...each("has_next_page", wrong, (has_next_page) => withAnswer({ has_next_page }), [
    "true",
    1,
    [],
    {},
  ]),
  ...each("has_next_page", "answered", (has_next_page) => withAnswer({ has_next_page }), [
    undefined,
    null,
    "",
    true,
  ]),
];

const required: Behavior[] = [
  ...each("order_number", wrong, (order_number) => withOrder({ order_number }), [
    undefined,
    null,
    "",
    true,
    [],
    {},
    1.5,
    number("1e21"),
    number("12345678902.5"),
    number("123456789012345678.0"),
    "\u200b",
    " ",
  ]),
  ...each("currency", wrong, (currency) => withOrder({ currency }), [
    ...notText,
    "US",
    "DOLLAR",
    "$$$",
    "U$D",
    "усд",
    "USD ",
  ]),
  ...each("timestamp", wrong, (timestamp) => withOrder({ timestamp }), [
    undefined,
    null,
    "",
    true,
    [],
    {},
    -1,
    "-1",
    "yesterday",
    "2026-11-20",
    "2026-11-20T12:00:00Z",
    1e15,
    number("1e400"),
    "9".repeat(16),
    "0x55",
    "1e9",
  ]),
  ...each("status", wrong, (status) => withOrder({ status }), [...notText, "\u202e\u200b", " \n "]),
  ...each("summary", wrong, (summary) => withOrder({ summary }), [
    undefined,
    null,
    "",
    56.14,
    [],
    {},
    "56.14",
  ]),
  ...each("total_cost", wrong, withTotal, [
    undefined,
    null,
    "",
    true,
    [],
    {},
    "$56",
    "56,14",
    "1,056.14",
    "56.14 USD",
    "NaN",
    "1e3",
    1e13,
    -1e13,
    number("1e400"),
    number("12345678901234567890"),
  ]),
  ...each("elements", wrong, (elements) => withOrder({ elements }), [
    {},
    "x",
    7,
    [null],
    ["x"],
    [{}],
  ]),
  ...each("an element's title", wrong, (title) => withElement({ title }), notText),
  ...each("an element's price", wrong, (price) => withElement({ price }), [
    undefined,
    null,
    "",
    "$5",
    true,
    {},
    1e13,
  ]),
  ...each("an element's quantity", wrong, (quantity) => withElement({ quantity }), [
    "two",
    true,
    {},
    1e13,
  ]),
  ...each("adjustments", wrong, (adjustments) => withOrder({ adjustments }), [
    {},
    "x",
    7,
    [null],
    [{ name: "x" }],
    [{ amount: 1 }],
  ]),
  ...each("address", wrong, (address) => withOrder({ address }), [
    [],
    "1 Hacker Way",
    7,
    { city: 7 },
    { city: {} },
  ]),
  ...each("recipient_name", wrong, (recipient_name) => withOrder({ recipient_name }), [
    7,
    {},
    [],
    true,
  ]),
];

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

const askPackages = { question: { method: "packages", orderNumber, page: 1 } } as const;
const aboutPackage = (place: string, outcome: Outcome, values: unknown[], key: keyof typeof pkg) =>
  values.map((value) =>
    answers(
      `has ${show(value)} for a package's ${place}`,
      outcome,
      response(write({ ...packagesAnswer, packages: [{ ...pkg, [key]: value }] })),
      askPackages,
    ),
  );

const packages: Behavior[] = [
  ...aboutPackage("order_number", wrong, [undefined, null, "", {}, 1.5], "order_number"),
  ...aboutPackage("package_number", wrong, [undefined, null, "", [], true], "package_number"),
  ...aboutPackage("package_status", wrong, [undefined, "", 7, {}], "package_status"),
  ...aboutPackage("exp_delivery", wrong, [7, true, {}, []], "exp_delivery"),
  ...aboutPackage(
    "exp_delivery",
    "answered",
    [
      undefined,
      "soon",
      "2017-02-30",
      "12/12/2017",
      "10000-01-01",
      "-001-01-01",
      "0000-00-00",
      "2017-12-12T25:99",
      "2017-12-12T10:00:00Z",
      "9".repeat(5_000),
    ],
    "exp_delivery",
  ),
  ...aboutPackage(
    "tracking_url",
    "answered",
    ["javascript:alert(1)", "data:,x", "ftp://x", "https://www.ups.com/x"],
    "tracking_url",
  ),
  ...aboutPackage("tracking_url", wrong, [7, {}], "tracking_url"),
  ...aboutPackage(
    "tracking_number",
    "answered",
    [number("123456789012345678901234"), null],
    "tracking_number",
  ),
  answers(
    "answers about orders when asked for packages",
    wrong,
    response(write(ordersAnswer)),
    askPackages,
  ),
];

const no = (error: unknown, more: object = {}) => ({ success: false, error, ...more });
const message = merchantWords;
const refusals: Behavior[] = [
  ...[10001, 11001, 14222, 14223, "11001", number("1.1001e4")].map((code) =>
    says(`refuses with ${show(code)}`, "order_not_found", no({ code, message })),
  ),
  ...[
    undefined,
    null,
    "",
    "not found",
    "E11001",
    0,
    -1,
    99999,
    11001.5,
    number("1e400"),
    number("99999999999999999999"),
    true,
    [],
    {},
  ].map((code) =>
    says(`refuses with ${show(code)} for a code`, "refused_otherwise", no({ code, message })),
  ),
  ...[null, undefined, ""].map((error) =>
    says(`refuses with ${show(error)} for an error`, "refused_otherwise", no(error)),
  ),
  ...["not found", 11001, [], true].map((error) =>
    says(`refuses with ${show(error)} for an error`, wrong, no(error)),
  ),
  says("refuses without a message", "order_not_found", no({ code: 11001 })),
  says(
    "refuses with a message of 100 KiB",
    "order_not_found",
    no({ code: 11001, message: "x".repeat(100_000) }),
  ),
  says(
    "refuses with a message of controls",
    "order_not_found",
    no({ code: 11001, message: "\u0000\u202e" }),
  ),
  says("refuses with an object for a message", wrong, no({ code: 11001, message: { en: "x" } })),
  says(
    "refuses and lists the order too",
    "order_not_found",
    no({ code: 11001, message }, { orders: [order], object: "orders" }),
  ),
  says(
    "refuses with another method's object",
    "order_not_found",
    no({ code: 11001, message }, { object: "packages" }),
  ),
];

/** What the merchant echoes is what it was sent, signatures and all. */
const echoes: Behavior[] = [
  {
    name: "sends its query's head back as its body",
    outcome: wrong,
    async act(line) {
      for (;;) {
        const query = await line.query();
        line.send(response(JSON.stringify({ headers: query.split("\r\n") })));
      }
    },
  },
  {
    name: "sends its query's head back as headers",
    outcome: "invalid_json",
    async act(line) {
      for (;;) {
        const [, ...lines] = (await line.query()).split("\r\n\r\n")[0]!.split("\r\n");
        const headers = lines.filter((one) => !/^(content-|host|connection)/i.test(one));
        line.send(response("", { headers }));
      }
    },
  },
];

/** Merchants whose answer is JSON, and no answer or a strange one. */
export const fieldBehaviors: Behavior[] = [
  ...envelope,
  ...required,
  ...strange,
  ...texts,
  ...links,
  ...packages,
  ...refusals,
  ...echoes,
];
