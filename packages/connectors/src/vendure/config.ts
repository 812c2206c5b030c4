import type { ConnectorField } from "../connector/connector.ts";
import { ConnectorConfigError } from "../connector/connector-error.ts";
import { readFields } from "../connector/read-fields.ts";
import { readTimeZone } from "../connector/read-time-zone.ts";

export const fields = [
  { name: "url", kind: "url", isRequired: true },
  { name: "apiKey", kind: "secret", isRequired: true },
  { name: "channelToken", kind: "text", isRequired: false },
  { name: "payLaterMethods", kind: "text", isRequired: false },
  { name: "timeZone", kind: "text", isRequired: false },
] as const satisfies readonly ConnectorField[];

export interface VendureConfig {
  /** Of the admin API itself. */
  url: string;
  apiKey: string;
  /** The channel to query; the default channel if absent. */
  channelToken: string | null;
  /** Codes of payment methods with which an order that is only authorized is not paid yet. */
  payLaterMethods: readonly string[];
  timeZone: string;
}

/** Parses the configuration that an owner pasted. Throws a `ConnectorConfigError` if it is invalid. */
export function readConfig(value: unknown): VendureConfig {
  const read = readFields(value, fields);
  const { channelToken = null, payLaterMethods = "", apiKey = "" } = read;
  const url = new URL(read.url ?? "");
  if (url.pathname.endsWith("/shop-api")) {
    throw new ConnectorConfigError(
      "url",
      "url is the shop API, which answers customers. Give the admin API, which ends in /admin-api.",
    );
  }
  if (url.pathname === "/") url.pathname = "/admin-api";
  return {
    url: url.href.replace(/(?<!\/)\/+$/, ""),
    apiKey,
    channelToken,
    payLaterMethods: payLaterMethods.split(",").flatMap((code) => code.trim() || []),
    timeZone: readTimeZone(read.timeZone),
  };
}
