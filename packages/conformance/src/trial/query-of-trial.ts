import { newRequestId, type Query } from "@meetbot/protocol";
import { unknownAccount, unknownNumber } from "../cases/unknown.ts";
import { newTestToken } from "../inspection/new-test-token.ts";
import type { Trial } from "./trial.ts";

/** As customers ask. */
const firstPage = { page: 1, limit: 3 };

/** Returns the query that a trial sends, or, if the request must be refused, the query that it is built from. */
export function queryOfTrial(trial: Trial, pageId: string): Query {
  const orders = { method: "orders", id: newRequestId("orders"), pageId } as const;
  const packages = { method: "packages", id: newRequestId("packages"), pageId } as const;
  switch (trial.kind) {
    case "orders_of_account": {
      const { account: userAccount, filter, pagination } = trial;
      return { ...orders, userAccount, filter, pagination };
    }
    case "unknown_account":
      return { ...orders, userAccount: unknownAccount(), filter: "open", pagination: firstPage };
    case "order":
      return { ...orders, orderNumber: trial.orderNumber };
    case "unknown_order":
      return { ...orders, orderNumber: unknownNumber() };
    case "packages_of_order":
      return { ...packages, orderNumber: trial.orderNumber, pagination: trial.pagination };
    case "package":
      return { ...packages, packageNumber: trial.packageNumber, pagination: trial.pagination };
    case "unknown_package":
      return { ...packages, packageNumber: unknownNumber(), pagination: firstPage };
    case "test":
    case "unsigned":
    case "wrong_secret":
    case "altered_body":
      return { method: "test", id: newRequestId("test"), pageId, testToken: newTestToken() };
  }
}
