/** The result of one check, in words for the person who runs Meetbot. */
export interface Check {
  name: CheckName;
  status: "ok" | "warn" | "fail";
  /** The finding of the check. */
  found: string;
  /** What the operator should do; `null` if nothing. */
  todo: string | null;
}

/** Other programs rely on these names, so they never change. */
export type CheckName =
  | "node"
  | "settings"
  | "public_url"
  | "trusted_proxies"
  | "mail"
  | "disk"
  | "database"
  | "version"
  | "encryption"
  | "writable"
  | "role"
  | "pooler"
  | "hints"
  | "standby"
  | "clock"
  | "tables"
  | "master_key"
  | "endpoint";

export const ok = (name: CheckName, found: string): Check => ({
  name,
  status: "ok",
  found,
  todo: null,
});

export const warn = (name: CheckName, found: string, todo: string): Check => ({
  name,
  status: "warn",
  found,
  todo,
});

export const fail = (name: CheckName, found: string, todo: string): Check => ({
  name,
  status: "fail",
  found,
  todo,
});
