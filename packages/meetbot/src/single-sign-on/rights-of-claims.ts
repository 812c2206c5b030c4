import { roles as allRoles, type Role } from "@meetbot/model/operator.ts";
import type { GivenRights, SingleSignOnSettings } from "@meetbot/model/single-sign-on.ts";

/** Matches everyone who signs in. */
const everybody = "*";

/** Returns the rights that the claims grant; `null` if no rule matches. */
export function rightsOfClaims(
  claims: Readonly<Record<string, unknown>>,
  { rolesClaim, roles: rules }: Pick<SingleSignOnSettings, "rolesClaim" | "roles">,
): GivenRights | null {
  const values = new Set([everybody, ...textsOf(findClaim(claims, rolesClaim))]);
  const fitting = rules.filter(({ value }) => values.has(value));
  if (fitting.length === 0) return null;
  const roles = new Map<string, Role>();
  for (const { gives } of fitting) {
    if (typeof gives === "string") continue;
    const has = roles.get(gives.botId);
    if (has === undefined || isMore(gives.role, has)) roles.set(gives.botId, gives.role);
  }
  return { administrator: fitting.some(({ gives }) => gives === "administrator"), roles };
}

/** A claim by its name, or by a path such as `realm_access.roles`. */
export function findClaim(claims: Readonly<Record<string, unknown>>, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name];
  return name.split(".").reduce<unknown>((within, step) => {
    if (typeof within !== "object" || within === null) return undefined;
    return Object.hasOwn(within, step) ? (within as Record<string, unknown>)[step] : undefined;
  }, claims);
}

function textsOf(claim: unknown): string[] {
  const all = Array.isArray(claim) ? claim : [claim];
  return all.filter((one) => typeof one === "string");
}

/** Roles are listed from the most to the least. */
const isMore = (one: Role, than: Role) => allRoles.indexOf(one) < allRoles.indexOf(than);
