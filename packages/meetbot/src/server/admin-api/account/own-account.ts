import type { Operator } from "@meetbot/model/operator.ts";
import { ApiError } from "../http/api-error.ts";
import type { ApiCaller } from "../http/caller.ts";

/**
 * Returns the operator whose account is read. MEETBOT_ADMIN_TOKEN has no account, and a token for one bot may read
 * nothing else: throws an {@link ApiError} for both.
 */
export function ownAccount({ operator, onlyBot }: ApiCaller): Operator {
  if (!operator) throw noAccount;
  if (onlyBot !== null) throw boundToken;
  return operator;
}

/**
 * Returns the operator and the session that makes the change. Throws like {@link ownAccount}, and also if the route
 * does not require a session.
 */
export function ownSession(caller: ApiCaller): { operator: Operator; sessionId: string } {
  const { sessionId } = caller;
  if (sessionId === null) throw new Error("The route demands no session.");
  return { operator: ownAccount(caller), sessionId };
}

const noAccount = new ApiError(
  404,
  "no_account",
  "MEETBOT_ADMIN_TOKEN belongs to no operator: there is no account to it. Sign in to the console.",
);

const boundToken = new ApiError(
  403,
  "token_for_one_bot",
  "This API token is for one bot only, and sees nothing of its operator's account. Use one for all bots.",
);

/** Returns the error for a thing that does not exist, or is another operator's: both look alike. */
export function notYours(what: string): ApiError {
  return new ApiError(404, "not_found", `You have no such ${what}. It may have ended already.`);
}
