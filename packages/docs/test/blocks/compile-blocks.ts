import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../../src/site.ts";
import { type Block, placeOf } from "./read-blocks.ts";

/** What the reader's own code brings to the blocks of a page. */
const brought: Readonly<Record<string, string>> = {
  "packages/sdk/README.md": `
    import { createWebhook, type Order, type Package, refuse, type WebhookOptions } from "@meetbot/sdk";
    declare function ordersIn(locale: string): Order[];
    declare const options: WebhookOptions;
    declare const log: { info(facts: object): void };`,
  "docs/merchant-guide.md": `
    declare const form: { link: string; also?: string };
    declare const session: { email: string };
    declare const identitySecret: string, botId: string;
    declare function page(text: string): Response;`,
  "packages/embed/README.md": `
    declare const identity: string;
    declare function renewIdentity(): void;`,
  "packages/protocol/README.md": "declare const body: Uint8Array, headers: Headers;",
  "docs/console.md": "declare function importScripts(...urls: string[]): void;",
};

/** What it brings to those in JavaScript, where each block imports what it uses. */
const broughtToScripts = `
  declare const url: string, secret: string;
  declare const session: { email: string };
  declare const order: { email: string; told: import("@meetbot/sdk").Order };`;

/** A shop's own module, as examples import it. */
const shopModule = `
  import type { OrdersFound, OrdersQuestion, PackagesFound, PackagesQuestion } from "@meetbot/sdk";
  export declare function findOrders(asked: OrdersQuestion): Promise<OrdersFound | undefined>;
  export declare function findPackages(asked: PackagesQuestion): Promise<PackagesFound | undefined>;`;

/** What a subscriber of Medusa's is given, as far as examples use it. Medusa itself runs them in `medusa-server.test.ts`. */
const medusaModule = `
  declare module "@medusajs/framework" {
    interface Found { [name: string]: any }
    export interface SubscriberArgs<Data> {
      event: { name: string; data: Data };
      container: { resolve(name: "query"): { graph(asked: { entity: string; fields: string[]; filters: object }): Promise<{ data: Found[] }> } };
    }
    export interface SubscriberConfig { event: string | string[] }
  }`;

/** What a Vendure server gives, likewise. Vendure itself runs it in `vendure.test.ts`. */
const vendureModule = `
  declare module "@nestjs/common" {
    export interface INestApplicationContext { get<Service>(service: new () => Service): Service }
  }
  declare module "@vendure/core" {
    export class OrderStateTransitionEvent { order: { code: string }; toState: string }
    export class EventBus {
      ofType<Event>(event: new () => Event): { subscribe(told: (event: Event) => void): void };
    }
  }`;

const compilerOptions = {
  ...{ target: "es2024", lib: ["es2024", "dom"], module: "nodenext", jsx: "react-jsx" },
  ...{ types: ["node"], customConditions: ["meetbot-source"], allowImportingTsExtensions: true },
  ...{ strict: true, noEmit: true, skipLibCheck: true, erasableSyntaxOnly: true },
};

/**
 * Compiles blocks as modules beside what the reader brings; what is wrong with them, by their places. Of JavaScript
 * only that is left out that it names no types (TS7006 and the like).
 */
export function compileBlocks(blocks: readonly Block[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), "meetbot-blocks-"));
  try {
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
    writeFileSync(join(folder, "package.json"), '{"type":"module"}');
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions }));
    writeFileSync(join(folder, "shop.d.ts"), shopModule);
    writeFileSync(join(folder, "scripts.d.ts"), broughtToScripts);
    writeFileSync(join(folder, "medusa.d.ts"), medusaModule);
    writeFileSync(join(folder, "vendure.d.ts"), vendureModule);
    const names = blocks.map((block, nth) => {
      const name = `block-${nth}.${block.language === "tsx" ? "tsx" : "ts"}`;
      writeFileSync(join(folder, name), moduleOf(block));
      return name;
    });
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    const { stdout } = spawnSync(process.execPath, [tsc, "-p", folder], { encoding: "utf8" });
    return names.flatMap((name, nth) =>
      stdout
        .split("\n")
        .filter((line) => line.includes(name))
        .filter((line) => blocks[nth]!.language !== "js" || !/ TS70\d\d: /.test(line))
        .map((line) => `${placeOf(blocks[nth]!)}: ${line.replace(/^.*?: error /, "")}`),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A block that answers a request stands in a function, as it would. */
function moduleOf({ file, code, language }: Block): string {
  const lines = code.split("\n");
  const isImport = (line: string) => line.startsWith("import ");
  const rest = lines.filter((line) => !isImport(line)).join("\n");
  const isScript = language === "js" && code.includes('from "@meetbot/sdk');
  const isHandler = /^(?:if .*\) )?return /m.test(rest);
  return [
    ...lines.filter(isImport),
    isScript ? "" : (brought[file.replace("/zh/", "/")] ?? ""),
    isHandler ? `export async function answer() {\n${rest}\n}` : rest,
    "export {};",
  ].join("\n");
}
