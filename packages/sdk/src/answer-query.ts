import {
  type Answer,
  type Order,
  type Package,
  parseAnswer,
  type Query,
  type Refusal,
  serializeAnswer,
} from "@meetbot/protocol";
import {
  type OrdersQuestion,
  type PackagesQuestion,
  toOrdersQuestion,
  toPackagesQuestion,
} from "./question.ts";

export interface OrdersFound {
  orders: Order[];
  /** False where absent. */
  hasNextPage?: boolean;
}

export interface PackagesFound {
  packages: Package[];
  /** False where absent. */
  hasNextPage?: boolean;
}

/** The shop's own lookups: all that a merchant writes. */
export interface LookUps {
  orders(question: OrdersQuestion): OrdersFound | Refusal | Promise<OrdersFound | Refusal>;
  packages(question: PackagesQuestion): PackagesFound | Refusal | Promise<PackagesFound | Refusal>;
}

/**
 * Asks the shop and writes its answer. Reads it once more as Meetbot will: a missing field is the
 * merchant's to see here, by name, and not only in Meetbot's log. Throws a `ProtocolError` that
 * names such a field, a TypeError where a lookup returns no object, and what a lookup throws.
 */
export async function answerQuery(query: Query, lookUps: LookUps): Promise<string> {
  const body = serializeAnswer(await toAnswer(query, lookUps));
  parseAnswer(query, body);
  return body;
}

async function toAnswer(query: Query, lookUps: LookUps): Promise<Answer> {
  switch (query.method) {
    case "test":
      return { kind: "test", testToken: query.testToken };
    case "orders": {
      const found = await lookUps.orders(toOrdersQuestion(query));
      if (isRefusal(found, "orders")) return found;
      return { kind: "orders", hasNextPage: false, ...found };
    }
    case "packages": {
      const found = await lookUps.packages(toPackagesQuestion(query));
      if (isRefusal(found, "packages")) return found;
      return { kind: "packages", hasNextPage: false, ...found };
    }
  }
}

function isRefusal(found: object, name: keyof LookUps): found is Refusal {
  if (typeof found !== "object" || found === null) {
    throw new TypeError(
      `${name}() returned no object. Return { ${name}: […] }, or refuse.orderNotFound() where there is none.`,
    );
  }
  return "kind" in found;
}
