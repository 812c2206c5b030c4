import { answers, type Behavior } from "./behavior.fixture.ts";
import { merchantWords, ordersAnswer, response, validBody } from "./valid-answer.fixture.ts";

const KIB = 1_024;
const maxBytes = 256 * KIB;
const says = (name: string, outcome: Behavior["outcome"], body: string) =>
  answers(name, outcome, response(body));
const inner = validBody.slice(1, -1);
const beside = (more: string) => `{${more},${inner}}`;
/** As many as fit into a body, with a valid answer's fields behind them. */
const crowd = (item: (index: number) => string) => {
  const items: string[] = [];
  for (let room = maxBytes - validBody.length - 20; room > 0; ) {
    const next = item(items.length);
    room -= next.length + 1;
    if (room > 0) items.push(next);
  }
  return items.join(",");
};

const noJson: Behavior[] = (
  [
    ["HTML", `<!doctype html><title>${merchantWords}</title>`],
    ["XML", '<?xml version="1.0"?><success>true</success>'],
    ["a form", "success=true&object=orders"],
    ["YAML", "success: true\nobject: orders"],
    ["a PHP warning before its JSON", `<br />\n<b>Warning</b>: ${merchantWords}\n${validBody}`],
    ["JSON cut in the middle", validBody.slice(0, validBody.length / 2)],
    ["JSON without its last brace", validBody.slice(0, -1)],
    ["JSON with junk behind it", `${validBody} ${merchantWords}`],
    ["two JSON texts", validBody + validBody],
    ["JSON lines", `${validBody}\n${validBody}\n`],
    ["NaN", validBody.replace("56.14", "NaN")],
    ["Infinity", validBody.replace("56.14", "Infinity")],
    ["undefined", validBody.replace("56.14", "undefined")],
    ["a hexadecimal number", validBody.replace("56.14", "0x38")],
    ["a number with a zero before it", validBody.replace("56.14", "056.14")],
    ["a number with a plus", validBody.replace("56.14", "+56.14")],
    ["a number that ends in a point", validBody.replace("56.14", "56.")],
    ["a number with a thousands separator", validBody.replace("56.14", "1_056.14")],
    ["comments", validBody.replace("{", "{/* the answer */")],
    ["single quotes", validBody.replaceAll('"', "'")],
    ["keys without quotes", validBody.replace('"success"', "success")],
    ["a comma too many", validBody.replace("}]}", "},]}")],
    ["a line break in a string", validBody.replace("shipped", "ship\nped")],
    ["a tab in a string", validBody.replace("shipped", "ship\tped")],
    ["an escape that is none", validBody.replace("shipped", "\\x41")],
    ["half an escape", validBody.replace("shipped", "\\u12")],
    ["JSONP", `callback(${validBody})`],
    ["a guard before its JSON", `)]}',\n${validBody}`],
    ["Python's words", validBody.replace("true", "True")],
    ["a quote and nothing else", '"'],
    ["backslashes and nothing else", "\\".repeat(1_000)],
    ["a bracket without end", "[".repeat(20)],
    ["a string without end", `"${"x".repeat(200 * KIB)}`],
  ] as const
).map(([what, body]) => says(`sends ${what}`, "invalid_json", body));

const noObject: Behavior[] = (
  [
    ["null", "null"],
    ["true", "true"],
    ["a number", "42"],
    ["a string", `"${merchantWords}"`],
    ["its JSON as a string", JSON.stringify(validBody)],
    ["an array", `[${validBody}]`],
    ["an empty array", "[]"],
    ["an empty object", "{}"],
    [
      "what it was asked",
      '{"request":{"method":"orders"},"params":{"order_number":"12345678902"}}',
    ],
    ["another API's error", `{"error":"${merchantWords}"}`],
    ["another API's data", '{"data":{"orders":[]}}'],
  ] as const
).map(([what, body]) => says(`sends ${what}`, "invalid_answer", body));

const shapes: Behavior[] = [
  says("nests 100,000 arrays", "invalid_answer", "[".repeat(100_000) + "]".repeat(100_000)),
  says("nests 40,000 objects", "invalid_answer", `${'{"a":'.repeat(40_000)}0${"}".repeat(40_000)}`),
  says("opens 100,000 arrays and closes none", "invalid_answer", "[".repeat(100_000)),
  says(
    "nests 33 levels beside its answer",
    "invalid_answer",
    beside(`"x":${"[".repeat(32)}${"]".repeat(32)}`),
  ),
  says(
    "nests 32 levels beside its answer",
    "answered",
    beside(`"x":${"[".repeat(31)}${"]".repeat(31)}`),
  ),
  says("nests in a text only", "answered", beside(`"x":"${"[{".repeat(50_000)}"`)),
  says(
    "sends as many fields as fit",
    "invalid_answer",
    `{${crowd((i) => `"${i.toString(36)}":0`)},${inner}}`,
  ),
  says(
    "sends 5,000 fields too many",
    "answered",
    beside(Array.from({ length: 5_000 }, (_, i) => `"x${i}":${i}`).join()),
  ),
  says("sends as many empty arrays as fit", "invalid_answer", beside(`"x":[${crowd(() => "[]")}]`)),
  says(
    "sends as many orders as fit, all empty",
    "invalid_answer",
    `{"success":true,"object":"orders","orders":[${crowd(() => "{}")}]}`,
  ),
  says(
    "sends as many orders as fit, all right",
    "answered",
    `{"success":true,"object":"orders","orders":[${crowd((i) => JSON.stringify({ ...ordersAnswer.orders[0], order_number: `N${i}` }))}]}`,
  ),
  says(
    "sends the same order as often as fits",
    "answered",
    `{"success":true,"object":"orders","orders":[${crowd(() => JSON.stringify(ordersAnswer.orders[0]))}]}`,
  ),
  says("sends a key of 200 KiB", "answered", beside(`"${"x".repeat(200 * KIB)}":1`)),
  says("sends a text of 200 KiB", "answered", validBody.replace("shipped", "x".repeat(200 * KIB))),
  says(
    "sends a text of 40,000 escapes",
    "answered",
    validBody.replace("shipped", "\\u4e00".repeat(40_000)),
  ),
  says(
    "sends a text of 100,000 backslashes",
    "answered",
    validBody.replace("shipped", `x${"\\\\".repeat(50_000)}`),
  ),
  says("sends a number of 200 KiB", "answered", beside(`"x":${"9".repeat(200 * KIB)}`)),
  says(
    "sends 200 KiB behind a decimal point",
    "answered",
    beside(`"x":0.${"9".repeat(200 * KIB)}`),
  ),
  says("sends a number beyond all doubles", "answered", beside('"x":1e999999')),
  says(
    "sends 10,000 long numbers",
    "answered",
    beside(`"x":[${Array(10_000).fill("1234567890123456").join()}]`),
  ),
  says("repeats a key, the last one right", "answered", beside('"success":false,"orders":7')),
  says("repeats a key, the last one wrong", "invalid_answer", `{${inner},"orders":7}`),
  says("sends __proto__", "answered", beside('"__proto__":{"success":false,"polluted":true}')),
  says("sends __proto__ in escapes", "answered", beside('"\\u005f_proto__":{"polluted":true}')),
  says("hides its answer in __proto__", "invalid_answer", `{"__proto__":${validBody}}`),
  says(
    "sends constructor and prototype",
    "answered",
    beside('"constructor":{"prototype":{"polluted":true}}'),
  ),
  says(
    "sends toString and valueOf",
    "answered",
    beside('"toString":1,"valueOf":2,"hasOwnProperty":3,"toJSON":4'),
  ),
  says("sends a key that is empty", "answered", beside('"":1')),
  says("sends keys of NUL and of emoji", "answered", beside('"\\u0000":1,"📦":2')),
];

/** Merchants whose body is no JSON, no object, or one of a strange shape. */
export const jsonBehaviors: Behavior[] = [...noJson, ...noObject, ...shapes];
