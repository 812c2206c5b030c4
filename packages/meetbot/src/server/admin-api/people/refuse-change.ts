import type { PeopleRefusal } from "../../../store/operators/change-people.ts";
import { ApiError } from "../http/api-error.ts";

/** Returns the result of a change to people, or throws the error that explains why the change was refused. */
export function orRefuse<Result>(result: Result | PeopleRefusal): Exclude<Result, string> {
  if (typeof result === "string") throw refusals[result as PeopleRefusal];
  return result as Exclude<Result, string>;
}

const refusals: Record<PeopleRefusal, ApiError> = {
  not_allowed: new ApiError(
    403,
    "role_too_low",
    "Your own role was changed a moment ago, and does not allow this any more.",
  ),
  nobody: new ApiError(404, "not_found", "There is nobody and no invitation of this id here."),
  owns_every_bot: new ApiError(
    409,
    "owns_every_bot",
    "This is an administrator, who owns every bot. Another administrator can make them an operator, on the Operators page.",
  ),
  last_administrator: new ApiError(
    409,
    "last_administrator",
    "This is the only administrator. Make somebody else one first.",
  ),
  has_role: new ApiError(
    409,
    "has_role",
    "They have a role on this bot already. Change it in the list of its people.",
  ),
  is_operator: new ApiError(
    409,
    "is_operator",
    "They are an operator already. Give them a role on the People page of a bot.",
  ),
};
