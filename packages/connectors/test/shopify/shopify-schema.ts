import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { findPackedFile, type PackedFile } from "../packed-file.ts";

/** The schema of its admin API, as Shopify publishes it: 14 MB are loaded, 3 MB stay. */
export const shopifySchema: PackedFile = {
  name: "shopify-schema",
  published: "@shopify/dev-mcp@1.16.0",
  sha512:
    "tqgRnK7sQhjew+htxtleTH23nXB5fZcsrhWgEkomsorGXvLOB2mh2upwZm8uzuTDNTZnqtLMe64yIwh6s2awtw==",
  path: "dist/data/admin_2026-10.json.gz",
  readers: { graphql: "16.15.0" },
};

/** As far as it is used of graphql-js. */
export interface Graphql {
  buildClientSchema(introspection: unknown): object;
  parse(source: string): object;
  validate(schema: object, document: object): readonly { message: string }[];
  execute(args: object): Promise<{ data?: unknown; errors?: readonly object[] }>;
}

export interface ShopifySchema {
  graphql: Graphql;
  schema: object;
}

/** The schema. With `CI` in the environment it is installed; else null means a skip. */
export function findShopifySchema(): ShopifySchema | null {
  const folder = findPackedFile(shopifySchema);
  if (folder === null) return null;
  const graphql: Graphql = createRequire(join(folder, "package.json"))("graphql");
  const text = gunzipSync(readFileSync(join(folder, "admin_2026-10.json.gz"))).toString();
  const introspection = JSON.parse(text);
  return { graphql, schema: graphql.buildClientSchema(introspection.data ?? introspection) };
}

/** Why nothing of it is tested here, and what to do. */
export const leftOut =
  "the schema of Shopify's admin API is not installed: `npm run prove -- shopify` brings it (3 MB below node_modules/.cache) and runs this";
