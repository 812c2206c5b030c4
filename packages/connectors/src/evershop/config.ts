import type { ConnectorField } from "../connector/connector.ts";
import { ConnectorConfigError } from "../connector/connector-error.ts";
import { readFields } from "../connector/read-fields.ts";

export const fields = [
  { name: "url", kind: "url", isRequired: true },
  { name: "email", kind: "text", isRequired: true },
  { name: "password", kind: "secret", isRequired: true },
] as const satisfies readonly ConnectorField[];

export interface EvershopConfig {
  /** The shop's URL, possibly with a folder, without a trailing slash. */
  site: string;
  /** Of a user of the admin. */
  email: string;
  password: string;
}

/** Parses the configuration that an owner pasted. Throws a `ConnectorConfigError`. */
export function readConfig(value: unknown): EvershopConfig {
  const { url = "", email = "", password = "" } = readFields(value, fields);
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) {
    throw new ConnectorConfigError(
      "email",
      "email is none. Give the one with which a user signs in at the admin of the shop.",
    );
  }
  const [site = ""] = new URL(url).href.split(/\/(?:admin|api)(?=[/?#]|$)/);
  return { site: site.replace(/(?<!\/)\/+$/, ""), email, password };
}
