import type { ConnectorName } from "../../../../connectors/src/connectors.ts";

/** Links to the platforms' own pages, the same in every language. */
export const platformLinks: Readonly<Record<ConnectorName, string>> = {
  shopify: "https://dev.shopify.com/dashboard/",
  woocommerce: "https://woocommerce.com/document/woocommerce-rest-api/",
  shopware: "https://docs.shopware.com/en/shopware-6-en/settings/system/integrationen",
  shopline:
    "https://help.shopline.com/hc/en-001/articles/13091611056153-Creating-and-Managing-Your-Custom-Store-App",
  shoplazza: "https://www.shoplazza.dev/reference/quick-construction-of-private-apps",
  medusa: "https://docs.medusajs.com/user-guide/settings/developer/secret-api-keys",
  vendure: "https://docs.vendure.io/current/core/developer-guide/api-keys",
  evershop: "https://evershop.io/docs/api/authentication",
};

/** A field's label, and where to find its value. */
export interface FieldWords {
  label: string;
  text: string;
  /** For a choice: the meaning of each value. */
  choices?: Record<string, string>;
}

/** The steps that an owner takes on a platform, and what they find there. */
export interface PlatformWords {
  /** In order; with the least that has to be allowed. */
  steps: Record<string, string>;
  /** The platform's own page about it. */
  link: string;
  fields: Record<string, FieldWords>;
  /** Fields that few shops need. */
  further?: Record<string, FieldWords>;
}
