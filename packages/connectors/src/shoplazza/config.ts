import type { ConnectorField } from "../connector/connector.ts";
import { readFields } from "../connector/read-fields.ts";
import { readShopHost } from "../connector/read-shop-host.ts";

export const fields = [
  { name: "shop", kind: "text", isRequired: true },
  { name: "accessToken", kind: "secret", isRequired: true },
] as const satisfies readonly ConnectorField[];

export interface ShoplazzaConfig {
  /** `example.myshoplaza.com`. */
  host: string;
  accessToken: string;
}

/** Shops have addresses of both spellings: https://www.shoplazza.dev/reference/api-usage. */
const hosted = {
  field: "shop",
  domains: ["myshoplaza.com", "myshoplazza.com"],
  where: "the address of the shop's admin",
} as const;

/** Parses the configuration that an owner pasted. Throws a `ConnectorConfigError`. */
export function readConfig(value: unknown): ShoplazzaConfig {
  const { shop = "", accessToken = "" } = readFields(value, fields);
  return { host: readShopHost(shop, hosted), accessToken };
}
