import type { ConnectorField } from "../connector/connector.ts";
import { readFields } from "../connector/read-fields.ts";
import { readShopHost } from "../connector/read-shop-host.ts";

export const fields = [
  { name: "shop", kind: "text", isRequired: true },
  { name: "accessToken", kind: "secret", isRequired: true },
] as const satisfies readonly ConnectorField[];

export interface ShoplineConfig {
  /** `example.myshopline.com`. */
  host: string;
  accessToken: string;
}

/** `open001.myshopline.com`: the handle is the part before the first dot. */
const hosted = {
  field: "shop",
  domains: ["myshopline.com"],
  where: "the address of the shop's admin",
} as const;

/** Parses the configuration that an owner pasted. Throws a `ConnectorConfigError` if it is invalid. */
export function readConfig(value: unknown): ShoplineConfig {
  const { shop = "", accessToken = "" } = readFields(value, fields);
  return { host: readShopHost(shop, hosted), accessToken };
}
