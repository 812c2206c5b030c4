import type { Role } from "../model/operator.ts";
import type { RoleRule } from "../model/single-sign-on.ts";

/** Reads rules such as `admins=administrator` and `support=agent@bot_1`, whose form is checked already. */
export function readRoleRules(entries: readonly string[]): RoleRule[] {
  return entries.map((entry) => {
    // The last one: a value may be a name such as cn=admins.
    const at = entry.lastIndexOf("=");
    const [gives = "", botId] = entry.slice(at + 1).split("@");
    const value = entry.slice(0, at);
    if (botId !== undefined) return { value, gives: { botId, role: gives as Role } };
    return { value, gives: gives === "administrator" ? "administrator" : "operator" };
  });
}
