import type { Verdict } from "./endpoint-guard.ts";

const rules: Record<Extract<Verdict, { allowed: false }>["reason"], string> = {
  invalid_url: "it is not an http or https URL in plain spelling",
  credentials_in_url: "it holds a name or a password",
  internal_name: "its host name belongs to an internal network",
  special_address: "its host has an address that is not on the public internet",
  metadata_address: "its host has an address where clouds keep their machines' keys",
  own_port: "it is Meetbot's own port",
  refused_port: "its port belongs to another protocol than the web's",
  plain_http: "it is plain http: use https",
  name_not_found: "its host name cannot be looked up",
};

type Reason = keyof typeof rules;

const neverOpened: ReadonlySet<Reason> = new Set<Reason>([
  "invalid_url",
  "credentials_in_url",
  "own_port",
  "name_not_found",
]);

/** Whether an entry in the operator's allow list mends it. */
export const canBeOpened = (reason: Reason): boolean => !neverOpened.has(reason);

/** Returns which rule refuses an endpoint, and what the operator can do. The text contains no part of the endpoint. */
export function explainVerdict(reason: Reason): string {
  const rule = `the endpoint is refused, because ${rules[reason]} (${reason})`;
  if (!canBeOpened(reason)) return rule;
  const entry =
    reason === "metadata_address" ? "this very address, not a network," : "its host, or host:port,";
  return `${rule}. If it is your own, list ${entry} in MEETBOT_OUTBOUND_ALLOW`;
}
