import { answers, type Behavior } from "./behavior.fixture.ts";
import { number, type StrangeOutcome, show, write, wrong } from "./strange-json.fixture.ts";
import {
  orderNumber,
  ordersAnswer,
  packagesAnswer,
  pkg,
  response,
} from "./valid-answer.fixture.ts";

const askPackages = { question: { method: "packages", orderNumber, page: 1 } } as const;
const aboutPackage = (
  place: string,
  outcome: StrangeOutcome,
  values: unknown[],
  key: keyof typeof pkg,
) =>
  values.map((value) =>
    answers(
      `has ${show(value)} for a package's ${place}`,
      outcome,
      response(write({ ...packagesAnswer, packages: [{ ...pkg, [key]: value }] })),
      askPackages,
    ),
  );

/** Merchants who answer strangely when asked for packages. */
export const packageBehaviors: Behavior[] = [
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
