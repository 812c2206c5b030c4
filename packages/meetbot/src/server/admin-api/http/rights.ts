import type { Role, Scope } from "../../../model/operator.ts";
import { freshForS } from "../../sign-in/fresh.ts";
import type { Caller } from "./caller.ts";

const ranks: Record<Role, number> = { viewer: 1, editor: 2, owner: 3 };

/** Whether a role is as much as another one, or more. */
export function reaches(has: Role, wanted: Role): boolean {
  return ranks[has] >= ranks[wanted];
}

/** Whether it is too long ago that the caller proved who they are. */
export function isStale({ provedAt }: Caller): boolean {
  return Date.now() - provedAt > freshForS * 1000;
}

/** Whether the caller's token, if it is one, goes so far. */
export function mayByScope({ scopes }: Caller, scope: Scope): boolean {
  return scopes === null || scopes.includes(scope);
}
