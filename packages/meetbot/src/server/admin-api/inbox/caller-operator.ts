import type { Operator } from "@meetbot/model/operator.ts";
import type { Context } from "hono";
import type { AdminEnv } from "../http/admin-env.ts";
import { ApiError } from "../http/api-error.ts";

/** Returns the calling operator. Throws an {@link ApiError} when the caller uses MEETBOT_ADMIN_TOKEN. */
export function callerOperator(c: Context<AdminEnv>): Operator {
  const { operator } = c.get("caller");
  if (!operator) throw nobody;
  return operator;
}

const nobody = new ApiError(
  404,
  "no_account",
  "MEETBOT_ADMIN_TOKEN belongs to no operator, and nobody answers customers by it. Sign in to the console, or use an operator's API token.",
);
