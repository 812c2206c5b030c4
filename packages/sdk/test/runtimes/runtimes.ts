import { findApart, installApart, type Versions } from "../../../../scripts/install-apart.ts";

/** Where the programs of one platform lie, below `node_modules`. */
interface Programs {
  bun: string;
  deno: string;
  workerd: string;
}

/** The platforms for which npm has all three programs; their names differ on each. */
const programs: Readonly<Record<string, Programs>> = {
  "linux-x64": {
    bun: "@oven/bun-linux-x64-baseline",
    deno: "@deno/linux-x64-glibc",
    workerd: "@cloudflare/workerd-linux-64",
  },
  "linux-arm64": {
    bun: "@oven/bun-linux-aarch64",
    deno: "@deno/linux-arm64-glibc",
    workerd: "@cloudflare/workerd-linux-arm64",
  },
};
const names = programs[`${process.platform}-${process.arch}`];

/** What the examples run in that is no part of the workspace: it would make `npm ci` slow. */
const versions: Versions = {
  "@koa/bodyparser": "6.1.0",
  "@nestjs/common": "12.5.1",
  "@nestjs/core": "12.5.1",
  "@nestjs/platform-express": "12.5.1",
  "@types/node": "24.10.1",
  "@types/react": "19.3.0",
  koa: "3.3.0",
  next: "16.4.6",
  react: "19.3.1",
  "react-dom": "19.3.1",
  "reflect-metadata": "0.2.2",
  rxjs: "7.8.2",
  typescript: "7.0.2",
  ...(names && {
    [names.bun]: "1.4.5",
    [names.deno]: "2.9.6",
    [names.workerd]: "1.20261117.1",
  }),
};

/** The folder that holds their `node_modules`, and the three programs. */
export interface Runtimes extends Programs {
  folder: string;
}

/** Where the runtimes are. With `CI` in the environment they are installed; else null means a skip. */
export function findRuntimes(): Runtimes | null {
  if (names === undefined) return null;
  const folder = process.env.CI
    ? installApart("runtimes", versions)
    : findApart("runtimes", versions);
  if (folder === null) return null;
  return {
    folder,
    bun: `${folder}/node_modules/${names.bun}/bin/bun`,
    deno: `${folder}/node_modules/${names.deno}/deno`,
    workerd: `${folder}/node_modules/${names.workerd}/bin/workerd`,
  };
}

/** Why nothing of it is tested here, and what to do. */
export const leftOut = names
  ? "Next.js, NestJS, Koa's body parser, Cloudflare's workerd, Deno and Bun are not installed: `npm run prove -- runtimes` brings them (600 MB below node_modules/.cache) and runs this"
  : "there is no set of runtimes for this platform: these tests run on Linux";
