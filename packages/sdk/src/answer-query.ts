import {
  type Answer,
  type Capabilities,
  parseAnswer,
  type Query,
  type Refusal,
  serializeAnswer,
} from "@meetbot/protocol";
import { type OrderFound, type PackageFound, toOrder, toPackage } from "./answers/to-order.ts";
import {
  type OrdersQuestion,
  type PackagesQuestion,
  toOrdersQuestion,
  toPackagesQuestion,
} from "./question.ts";

export interface OrdersFound {
  orders: OrderFound[];
  /** Default: false. */
  hasNextPage?: boolean;
}

export interface PackagesFound {
  packages: PackageFound[];
  /** Default: false. */
  hasNextPage?: boolean;
}

/** The shop's own lookups: all that a merchant writes. */
export interface LookUps {
  orders(question: OrdersQuestion): OrdersFound | Refusal | Promise<OrdersFound | Refusal>;
  packages(question: PackagesQuestion): PackagesFound | Refusal | Promise<PackagesFound | Refusal>;
}

/** What a webhook declares alongside the token of a `test`; Meetbot treats undeclared features as unsupported. */
export interface Declaration {
  /**
   * What the webhook supports beyond the origin of the protocol, such as `{ context: ["locale"], fields: ["codes",
   * "fees"] }`. Meetbot reads this at each passed test of the endpoint, and sends nothing that was not declared.
   */
  capabilities?: Partial<Capabilities>;
}

/**
 * Queries the shop and serializes its answer. Parses the answer again as Meetbot will, so that the merchant sees a
 * missing field here, by name, and not only in Meetbot's log. Throws a `ProtocolError` that names such a field, a
 * TypeError if a lookup returns no object, and whatever a lookup throws.
 */
export async function answerQuery(query: Query, lookUps: LookUps & Declaration): Promise<string> {
  const body = serializeAnswer(await toAnswer(query, lookUps));
  parseAnswer(query, body);
  return body;
}

async function toAnswer(query: Query, lookUps: LookUps & Declaration): Promise<Answer> {
  switch (query.method) {
    case "test":
      return { kind: "test", testToken: query.testToken, ...declared(lookUps) };
    case "orders": {
      const found = await lookUps.orders(toOrdersQuestion(query));
      if (isRefusal(found, "orders")) return found;
      const orders = each(found.orders, toOrder);
      return { kind: "orders", hasNextPage: false, ...found, orders };
    }
    case "packages": {
      const found = await lookUps.packages(toPackagesQuestion(query));
      if (isRefusal(found, "packages")) return found;
      const packages = each(found.packages, toPackage);
      return { kind: "packages", hasNextPage: false, ...found, packages };
    }
  }
}

/** Returns a value that is not a list unchanged, so that the second read reports it. */
function each<Found, Told>(found: Found[], tell: (one: Found) => Told): Told[] {
  return Array.isArray(found) ? found.map(tell) : found;
}

function declared({ capabilities }: Declaration): { capabilities?: Capabilities } {
  if (!capabilities) return {};
  return { capabilities: { accounts: [], context: [], fields: [], ...capabilities } };
}

function isRefusal(found: object, name: keyof LookUps): found is Refusal {
  if (typeof found !== "object" || found === null) {
    throw new TypeError(
      `${name}() returned no object. Return { ${name}: […] }, or refuse.orderNotFound() where there is none.`,
    );
  }
  return "kind" in found;
}
