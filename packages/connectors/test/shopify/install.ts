import { installShopifySchema } from "./shopify-schema.ts";

installShopifySchema();
