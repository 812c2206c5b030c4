import type { Answer } from "./answer.ts";
import { refusalCodes } from "./refusal-codes.ts";

/** Writes an answer as it travels back; the merchant's side. */
export function serializeAnswer(answer: Answer): string {
  return JSON.stringify(toWire(answer));
}

function toWire(answer: Answer): object {
  switch (answer.kind) {
    case "test":
      return {
        success: true,
        object: "test",
        test_token: answer.testToken,
        ...(answer.capabilities && { capabilities: answer.capabilities }),
      };
    case "orders":
      return {
        success: true,
        object: "orders",
        has_next_page: answer.hasNextPage,
        orders: answer.orders,
      };
    case "packages":
      return {
        success: true,
        object: "packages",
        has_next_page: answer.hasNextPage,
        packages: answer.packages,
      };
    case "refusal": {
      const code = answer.reason === "other" ? answer.code : refusalCodes[answer.reason];
      return { success: false, error: { code, message: answer.message } };
    }
  }
}
