import {
  type Answer,
  newRequestId,
  type Order,
  type OrderFilter,
  type PackagesAnswer,
  ProtocolError,
  parseAnswer,
  type Query,
} from "@meetbot/protocol";
import type { Inspection, Sent } from "./inspection.ts";
import { recipeOf } from "./recipe.ts";

/** A query as sent, and its answer if it could be parsed. */
export interface Asked {
  query: Query;
  sent: Sent;
  answer: Answer | null;
  /** Why there is no answer. */
  fault: ProtocolError | null;
}

type Unasked<OneQuery> = OneQuery extends Query ? Omit<OneQuery, "id" | "pageId"> : never;

/** The largest page size that Meetbot requests. */
export const LONG_LIMIT = 10;

const wholePage = { page: 1, limit: LONG_LIMIT };

export const filters = ["open", "unpaid", "past"] as const satisfies readonly OrderFilter[];

/** Completes a query with a new id and the page id of the tested webhook. */
export function toQuery(inspection: Inspection, unasked: Unasked<Query>): Query {
  const id = newRequestId(unasked.method);
  return { ...unasked, id, pageId: inspection.webhook.pageId };
}

/** Sends a query as Meetbot would and parses the answer. Rejects with a `GivenUpError` if the run is given up. */
export async function askQuery(inspection: Inspection, unasked: Unasked<Query>): Promise<Asked> {
  const query = toQuery(inspection, unasked);
  return readAsked(query, await inspection.ask(recipeOf(query)));
}

/** Reads an answer as Meetbot will; one that breaks the contract is a `fault` and not thrown. */
export function readAsked(query: Query, sent: Sent): Asked {
  if (sent.outcome.kind === "failed") return { query, sent, answer: null, fault: null };
  try {
    return { query, sent, answer: parseAnswer(query, sent.outcome.text), fault: null };
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error;
    return { query, sent, answer: null, fault: error };
  }
}

export interface ListedOrders {
  filter: OrderFilter;
  asked: Asked;
  orders: readonly Order[];
}

/** Queries the first page of each of the account's filters; returns nothing if no account is known. */
export function findLists(
  inspection: Inspection,
  account = inspection.webhook.account,
): Promise<ListedOrders[]> {
  return inspection.once(`lists ${account}`, async () => {
    if (account === undefined) return [];
    return inspection.each(filters, async (filter) => {
      const asked = await askQuery(inspection, {
        method: "orders",
        userAccount: account,
        filter,
        pagination: wholePage,
      });
      return { filter, asked, orders: ordersIn(asked) };
    });
  });
}

/** Returns the orders of an answer, or none if it is of another kind. */
export function ordersIn({ answer }: Asked): readonly Order[] {
  return answer?.kind === "orders" ? answer.orders : [];
}

/** Returns the packages of an answer, or none if it is of another kind. */
export function packagesIn({ answer }: Asked): PackagesAnswer["packages"] {
  return answer?.kind === "packages" ? answer.packages : [];
}
