import type { ConnectorField } from "../connector/connector.ts";
import { ConnectorConfigError } from "../connector/connector-error.ts";
import { readFields } from "../connector/read-fields.ts";

export const fields = [
  { name: "url", kind: "url", isRequired: true },
  { name: "consumerKey", kind: "secret", isRequired: true },
  { name: "consumerSecret", kind: "secret", isRequired: true },
  { name: "webhookSecret", kind: "secret", isRequired: false },
  { name: "completedMeans", kind: "choice", isRequired: false, choices: ["past", "on-its-way"] },
] as const satisfies readonly ConnectorField[];

export interface WooConfig {
  /** The site's URL, possibly with a folder, without a trailing slash. */
  site: string;
  consumerKey: string;
  consumerSecret: string;
  /** The secret that signs the shop's webhooks; null if the connector accepts no webhooks. */
  hookSecret: string | null;
  /**
   * Whether “completed”, which owners set when a parcel ships, means finished; if not, the order is in transit until
   * delivery.
   */
  isCompletedOver: boolean;
}

/** Parses the configuration that an owner pasted. Throws a `ConnectorConfigError` if it is invalid. */
export function readConfig(value: unknown): WooConfig {
  const {
    url = "",
    consumerKey = "",
    consumerSecret = "",
    webhookSecret,
    completedMeans,
  } = readFields(value, fields);
  checkKey("consumerKey", consumerKey, "ck_");
  checkKey("consumerSecret", consumerSecret, "cs_");
  const { protocol, href } = new URL(url);
  if (protocol !== "https:") {
    throw new ConnectorConfigError(
      "url",
      "url begins with http://. WooCommerce takes keys over https alone: give the shop a certificate.",
    );
  }
  const [site = ""] = href.split(/\/wp-(?:json|admin)\b/);
  return {
    site: site.replace(/(?<!\/)\/+$/, ""),
    consumerKey,
    consumerSecret,
    hookSecret: webhookSecret ?? null,
    isCompletedOver: completedMeans !== "on-its-way",
  };
}

function checkKey(name: string, key: string, beginning: string): void {
  if (key.startsWith(beginning)) return;
  throw new ConnectorConfigError(
    name,
    `${name} does not begin with ${beginning}. WooCommerce shows both parts of a key once, when it is made.`,
  );
}
