import type { Role } from "@meetbot/model/operator.ts";
import type { RoleRule, SingleSignOnSettings } from "@meetbot/model/single-sign-on.ts";

/** The settings from the environment, with rules such as `admins=administrator`, whose form is already checked. */
interface Said extends Omit<SingleSignOnSettings, "roles"> {
  roles: readonly string[];
}

/** Reads how operators sign in by their company's identity provider. */
export function readSingleSignOn({ roles, ...said }: Said): SingleSignOnSettings {
  return { ...said, roles: roles.map(readRule) };
}

function readRule(entry: string): RoleRule {
  // The last one: a value may be a name such as cn=admins.
  const at = entry.lastIndexOf("=");
  const value = entry.slice(0, at);
  const [gives = "", botId] = entry.slice(at + 1).split("@");
  if (botId !== undefined) return { value, gives: { botId, role: gives as Role } };
  return { value, gives: gives === "administrator" ? gives : "operator" };
}
