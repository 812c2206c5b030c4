import type { Demand, FieldDemand } from "@meetbot/admin-api/contract/shape/admin-route.ts";
import type { Context } from "hono";
import type { AdminEnv } from "./admin-env.ts";
import { ApiError } from "./api-error.ts";
import { isStale, mayByScope, reaches } from "./rights.ts";

/**
 * Refuses requests with fields that the caller may not use: some fields need more rights than their route. Throws an
 * {@link ApiError} that points at each such field.
 */
export function meetFieldDemands(
  c: Context<AdminEnv>,
  { fields = {}, reveal }: Demand,
  { body, query }: { body: unknown; query: unknown },
): void {
  const named = Object.entries(body ?? {}).flatMap(([name, value]): Named[] => {
    const demand = value === undefined ? undefined : fields[name];
    return demand ? [{ name, pointer: `/${name}`, demand }] : [];
  });
  if (reveal && Object.entries(query ?? {}).some(isReveal)) {
    named.push({ name: "reveal", pointer: "/reveal", demand: reveal });
  }
  for (const find of [lowRole, noScope, staleProof]) {
    const faults = named.flatMap((one) => find(c, one) ?? []);
    const [first] = faults;
    if (!first) continue;
    const errors = faults.map(({ pointer, message }) => ({ pointer, message }));
    throw new ApiError(403, first.code, `Nothing is done. ${first.message}`, errors);
  }
}

const isReveal = ([name, value]: [string, unknown]) => name === "reveal" && value !== "false";

interface Named {
  name: string;
  pointer: string;
  demand: FieldDemand;
}

interface Fault {
  code: string;
  pointer: string;
  message: string;
}

function lowRole(c: Context<AdminEnv>, { name, pointer, demand }: Named): Fault | null {
  const has = c.get("role");
  if (reaches(has, demand)) return null;
  const message = `${name} takes the role ${demand.role} on this bot, and yours is ${has}. Ask an owner of the bot.`;
  return { code: "role_too_low", pointer, message };
}

function noScope(c: Context<AdminEnv>, { name, pointer, demand }: Named): Fault | null {
  if (mayByScope(c.get("caller"), demand.scope)) return null;
  const message = `${name} takes the scope ${demand.scope}, and this API token has it not. Make one that has.`;
  return { code: "scope_missing", pointer, message };
}

function staleProof(c: Context<AdminEnv>, { name, pointer, demand }: Named): Fault | null {
  if (!demand.fresh || !isStale(c.get("caller"))) return null;
  const message = `${name} takes a sign-in of the last quarter of an hour, and yours is older. Sign in again before you do this.`;
  return { code: "reauthentication_required", pointer, message };
}
