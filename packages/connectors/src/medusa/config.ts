import type { ConnectorField } from "../connector/connector.ts";
import { ConnectorConfigError } from "../connector/connector-error.ts";
import { readFields } from "../connector/read-fields.ts";
import { readTimeZone } from "../connector/read-time-zone.ts";

export const fields = [
  { name: "url", kind: "url", isRequired: true },
  { name: "secretKey", kind: "secret", isRequired: true },
  { name: "carrier", kind: "text", isRequired: false },
  { name: "timeZone", kind: "text", isRequired: false },
] as const satisfies readonly ConnectorField[];

export interface MedusaConfig {
  /** The server's URL, possibly with a folder, without a trailing slash. */
  site: string;
  secretKey: string;
  /** The carrier of all parcels: Medusa stores a tracking number but not its carrier. */
  carrier: string | null;
  timeZone: string;
}

/** Parses the configuration that an owner pasted. Throws a `ConnectorConfigError`. */
export function readConfig(value: unknown): MedusaConfig {
  const { url = "", secretKey = "", carrier = null, timeZone } = readFields(value, fields);
  if (/^pk_/.test(secretKey)) {
    throw new ConnectorConfigError(
      "secretKey",
      "secretKey is a publishable key (pk_…), which storefronts have. Make one in Settings, Secret API Keys; it begins with sk_.",
    );
  }
  if (!/^sk_/.test(secretKey)) {
    throw new ConnectorConfigError(
      "secretKey",
      "secretKey does not begin with sk_. Medusa shows a key once, when it is made: what its list shows later is a part of it.",
    );
  }
  const [site = ""] = new URL(url).href.split(/\/(?:admin|app|store)(?=[/?#]|$)/);
  return {
    site: site.replace(/(?<!\/)\/+$/, ""),
    secretKey,
    carrier,
    timeZone: readTimeZone(timeZone),
  };
}
