import type { Behavior } from "./behavior.fixture.ts";
import { number, says, show, wrong } from "./strange-json.fixture.ts";
import { merchantWords, order, response } from "./valid-answer.fixture.ts";

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
    async act(connection) {
      for (;;) {
        const query = await connection.query();
        connection.send(response(JSON.stringify({ headers: query.split("\r\n") })));
      }
    },
  },
  {
    name: "sends its query's head back as headers",
    outcome: "invalid_json",
    async act(connection) {
      for (;;) {
        const [, ...lines] = (await connection.query()).split("\r\n\r\n")[0]!.split("\r\n");
        const headers = lines.filter((one) => !/^(content-|host|connection)/i.test(one));
        connection.send(response("", { headers }));
      }
    },
  },
];

/** Merchants who say no in their own way, or say back what they heard. */
export const refusalBehaviors: Behavior[] = [...refusals, ...echoes];
