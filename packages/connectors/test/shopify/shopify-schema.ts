import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { findApart, installApart } from "../../../../scripts/install-apart.ts";

/** The package in which Shopify publishes the schema of its admin API, and what it is made of. */
const published = "@shopify/dev-mcp@1.16.0";
const sha512 =
  "tqgRnK7sQhjew+htxtleTH23nXB5fZcsrhWgEkomsorGXvLOB2mh2upwZm8uzuTDNTZnqtLMe64yIwh6s2awtw==";
const schemaFile = "admin_2026-10.json.gz";
const versions = { graphql: "16.15.0" };

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

/** Fetches the schema and what executes it, apart from the workspace: 14 MB are loaded, 3 MB stay. */
export function installShopifySchema(): string {
  const folder = installApart("shopify-schema", versions);
  if (existsSync(join(folder, schemaFile))) return folder;
  const downloads = mkdtempSync(join(tmpdir(), "meetbot-shopify-"));
  try {
    const args = ["pack", published, "--silent", "--pack-destination", downloads];
    const archive = join(
      downloads,
      execFileSync("npm", args, { cwd: folder, encoding: "utf8" }).trim(),
    );
    const found = createHash("sha512").update(readFileSync(archive)).digest("base64");
    if (found !== sha512) throw new Error(`${published} is not what it was.`);
    const inArchive = `package/dist/data/${schemaFile}`;
    execFileSync("tar", ["-xzf", archive, "-C", folder, "--strip-components=3", inArchive]);
  } finally {
    rmSync(downloads, { recursive: true });
  }
  return folder;
}

/** The schema. With `CI` in the environment it is installed; else null means a skip. */
export function findShopifySchema(): ShopifySchema | null {
  const folder = process.env.CI ? installShopifySchema() : findApart("shopify-schema", versions);
  if (folder === null || !existsSync(join(folder, schemaFile))) return null;
  const graphql: Graphql = createRequire(join(folder, "package.json"))("graphql");
  const text = gunzipSync(readFileSync(join(folder, schemaFile))).toString();
  const introspection = JSON.parse(text);
  return { graphql, schema: graphql.buildClientSchema(introspection.data ?? introspection) };
}

/** Why nothing of it is tested here, and what to do. */
export const leftOut =
  "the schema of Shopify's admin API is not installed: `npm run test:shopify` brings it (3 MB below node_modules/.cache) and runs this";
