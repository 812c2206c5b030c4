import type { Connector } from "./connector/connector.ts";
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
} as const satisfies Readonly<Record<string, Connector>>;

export type ConnectorName = keyof typeof connectors;

/** Their names, in the same order. */
export const connectorNames = Object.keys(connectors) as ConnectorName[];

/** Whether a text names a platform that can be connected. */
export function isConnectorName(text: string): text is ConnectorName {
  return Object.hasOwn(connectors, text);
}

/** A platform by its name, its configuration not looked into. */
export function connectorOf(name: ConnectorName): Connector {
  return connectors[name];
}
