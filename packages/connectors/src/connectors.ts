import type { Connector } from "./connector/connector.ts";
import { evershop } from "./evershop/evershop.ts";
import { medusa } from "./medusa/medusa.ts";
import { shopify } from "./shopify/shopify.ts";
import { shoplazza } from "./shoplazza/shoplazza.ts";
import { shopline } from "./shopline/shopline.ts";
import { shopware } from "./shopware/shopware.ts";
import { vendure } from "./vendure/vendure.ts";
import { woocommerce } from "./woocommerce/woocommerce.ts";

/** Every platform that can be connected, in the order in which they are offered. */
export const connectors = {
  shopify,
  woocommerce,
  shopware,
  shopline,
  shoplazza,
  medusa,
  vendure,
  evershop,
} as const satisfies ConnectorTable;

export type ConnectorName = keyof typeof connectors;

export type ConnectorTable = Readonly<Record<string, Connector>>;

/** Returns a platform by name, without checking its configuration; `undefined` if there is none. */
export function connectorOf(
  name: string,
  table: ConnectorTable = connectors,
): Connector | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
