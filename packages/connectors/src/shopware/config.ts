import type { ConnectorField } from "../connector/connector.ts";
import { ConnectorConfigError } from "../connector/connector-error.ts";
import { readFields } from "../connector/read-fields.ts";
import { readTimeZone } from "../connector/read-time-zone.ts";

export const fields = [
  { name: "url", kind: "url", isRequired: true },
  { name: "accessKeyId", kind: "text", isRequired: true },
  { name: "secretAccessKey", kind: "secret", isRequired: true },
  { name: "completedMeans", kind: "choice", isRequired: false, choices: ["past", "on-its-way"] },
  { name: "timeZone", kind: "text", isRequired: false },
] as const satisfies readonly ConnectorField[];

export interface ShopwareConfig {
  /** The shop's URL, possibly with a folder, without a trailing slash. */
  site: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** Whether “done” orders are past: owners set “done” when a parcel leaves, and nothing shows whether it arrived. */
  isCompletedOver: boolean;
  timeZone: string;
}

/** Parses the configuration that an owner pasted. Throws a `ConnectorConfigError` if it is invalid. */
export function readConfig(value: unknown): ShopwareConfig {
  const read = readFields(value, fields);
  const { url = "", accessKeyId = "", secretAccessKey = "", completedMeans } = read;
  if (/^SWSC/.test(accessKeyId)) {
    throw new ConnectorConfigError(
      "accessKeyId",
      "accessKeyId is the key of a sales channel (SWSC…), which answers customers. Make an integration; its key begins with SWIA.",
    );
  }
  const [site = ""] = new URL(url).href.split(/\/(?:api|admin)(?=[/?#]|$)/);
  return {
    site: site.replace(/(?<!\/)\/+$/, ""),
    accessKeyId,
    secretAccessKey,
    isCompletedOver: completedMeans !== "on-its-way",
    timeZone: readTimeZone(read.timeZone),
  };
}
