import type { Demand } from "@meetbot/admin-api/contract/shape/admin-route.ts";
import {
  agentScopes,
  scopes as allScopes,
  type Rank,
  type Role,
  type Scope,
} from "@meetbot/model/operator.ts";
import { freshForS } from "../../sign-in/fresh.ts";
import type { ApiCaller } from "./caller.ts";

const ranks: Record<Rank, number> = { viewer: 1, editor: 2, owner: 3 };

/**
 * Whether a role meets or exceeds the demand. An agent counts as an editor in the inbox; elsewhere agents may use only
 * routes that set `agents`.
 */
export function reaches(
  has: Role,
  { role, scope, agents = false }: Pick<Demand, "scope" | "agents"> & { role: Rank },
): boolean {
  if (has !== "agent") return ranks[has] >= ranks[role];
  return scope.startsWith("inbox:") ? ranks.editor >= ranks[role] : agents;
}

/** In which areas a role can read and write anything. */
export function scopesOf(role: Role): readonly Scope[] {
  if (role === "agent") return agentScopes.filter((scope) => scope !== "bots:read");
  return role === "viewer" ? allScopes.filter((scope) => scope.endsWith(":read")) : allScopes;
}

/** Whether it is too long ago that the caller proved who they are. */
export function isStale({ provedAt }: ApiCaller): boolean {
  return Date.now() - provedAt > freshForS * 1000;
}

/** Checks whether the caller's token, if the caller uses one, includes the scope. */
export function mayByScope({ scopes }: ApiCaller, scope: Scope): boolean {
  return scopes === null || scopes.includes(scope);
}
