import type { ConnectorField } from "../connector/connector.ts";
import { ConnectorConfigError } from "../connector/connector-error.ts";
import { readFields } from "../connector/read-fields.ts";
import { readShopHost } from "../connector/read-shop-host.ts";

export const fields = [
  { name: "shop", kind: "text", isRequired: true },
  { name: "clientId", kind: "text", isRequired: false },
  { name: "clientSecret", kind: "secret", isRequired: false },
  { name: "accessToken", kind: "secret", isRequired: false },
  { name: "webhookSecret", kind: "secret", isRequired: false },
] as const satisfies readonly ConnectorField[];

export interface ShopifyConfig {
  /** `example.myshopify.com`. */
  host: string;
  access: ShopifyAccess;
  /** The secret that signs the shop's webhooks; for an app's own webhooks, its client secret. */
  hookSecret: string | null;
}

/** A Dev Dashboard app, whose tokens are renewed, or an older app's permanent token. */
export type ShopifyAccess =
  | { kind: "app"; clientId: string; clientSecret: string }
  | { kind: "token"; accessToken: string };

/** Parses the configuration that an owner pasted. Throws a `ConnectorConfigError`. */
export function readConfig(value: unknown): ShopifyConfig {
  const { shop = "", webhookSecret, ...keys } = readFields(value, fields);
  const hookSecret = webhookSecret ?? keys.clientSecret ?? null;
  return { host: readShopHost(shop, hosted), access: readAccess(keys), hookSecret };
}

const hosted = {
  field: "shop",
  domains: ["myshopify.com"],
  inAdmin: /^admin\.shopify\.com\/store\/([a-z0-9-]+)/,
  where: "Settings, Domains",
} as const;

function readAccess({
  clientId,
  clientSecret,
  accessToken,
}: Partial<Record<"clientId" | "clientSecret" | "accessToken", string>>): ShopifyAccess {
  const ofApp = clientId ?? clientSecret;
  if (ofApp !== undefined && accessToken !== undefined) {
    throw new ConnectorConfigError(
      "accessToken",
      'There is an accessToken beside what belongs to an app. One of both opens the shop: remove the other, in a file by "".',
    );
  }
  if (clientId !== undefined && clientSecret !== undefined) {
    return { kind: "app", clientId, clientSecret };
  }
  if (ofApp !== undefined) {
    const missing = clientId === undefined ? "clientId" : "clientSecret";
    throw new ConnectorConfigError(
      missing,
      `${missing} is missing. Both stand in the Dev Dashboard, in the app's settings.`,
    );
  }
  if (accessToken === undefined) {
    throw new ConnectorConfigError(
      "clientId",
      "There is neither clientId and clientSecret, nor an accessToken. One of both opens the shop.",
    );
  }
  if (/^shpss_/.test(accessToken)) {
    throw new ConnectorConfigError(
      "accessToken",
      "accessToken is an app's secret (shpss_). Give it as clientSecret, with its clientId.",
    );
  }
  return { kind: "token", accessToken };
}
