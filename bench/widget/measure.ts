import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { AxeResults } from "axe-core";
import type { Browser, LaunchOptions } from "playwright-core";

/** What is measured of one page. */
export interface PageFigures {
  rawBytes: number;
  gzBytes: number;
  performance: number;
  accessibility: number;
  ttiMs: number;
  tbtMs: number;
  cls: number;
  lcpMs: number;
}

interface Report {
  categories: Record<"performance" | "accessibility", { score: number }>;
  audits: Record<string, { numericValue: number; details: { items: Transfer[] } }>;
}

interface Transfer {
  resourceType: string;
  resourceSize: number;
  transferSize: number;
}

/** Fonts and the like of some rivals lie elsewhere: no figure may hang on how far away that is. */
const hostsOff = "--host-resolver-rules='MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'";

/**
 * One visit of Lighthouse, in a browser of its own: as a mid-range phone on slow 4G, unless further
 * options of its command line say otherwise.
 */
export async function visit(
  url: string,
  packagesFolder: string,
  launch: LaunchOptions,
  options: readonly string[] = [],
): Promise<PageFigures> {
  const { executablePath, env, args = [] } = launch;
  const flags = ["--headless=new", "--no-sandbox", hostsOff];
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      join(packagesFolder, "lighthouse/cli/index.js"),
      url,
      "--output=json",
      "--quiet",
      "--only-categories=performance,accessibility",
      `--chrome-flags=${[...args, ...flags].join(" ")}`,
      ...options,
    ],
    {
      env: { ...process.env, ...env, CHROME_PATH: executablePath },
      maxBuffer: 64 * 1024 * 1024,
    },
  ).catch(({ stderr }) => {
    // It asks for this itself: the browser's trace came without its beginning.
    if (String(stderr).includes("NO_NAVSTART")) return { stdout: null };
    throw new Error(`Lighthouse cannot measure ${url}: ${stderr}`);
  });
  if (stdout === null) return visit(url, packagesFolder, launch, options);
  return toFigures(JSON.parse(stdout) as Report);
}

function toFigures({ categories, audits }: Report): PageFigures {
  const number = (audit: string) => audits[audit]!.numericValue;
  const code = audits["network-requests"]!.details.items.filter(({ resourceType }) =>
    ["Script", "Stylesheet"].includes(resourceType),
  );
  const sum = (size: (transfer: Transfer) => number) =>
    code.reduce((total, transfer) => total + size(transfer), 0);
  return {
    rawBytes: sum(({ resourceSize }) => resourceSize),
    gzBytes: sum(({ transferSize }) => transferSize),
    performance: Math.round(100 * categories.performance.score),
    accessibility: Math.round(100 * categories.accessibility.score),
    ttiMs: number("interactive"),
    tbtMs: number("total-blocking-time"),
    cls: number("cumulative-layout-shift"),
    lcpMs: number("largest-contentful-paint"),
  };
}

const axe = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** The rules that axe finds broken on a phone, once the chat is seen: a page without it fails here. */
export async function findFaults(browser: Browser, url: string, shows: string): Promise<string[]> {
  const page = await browser.newPage({
    viewport: { width: 412, height: 823 },
    reducedMotion: "reduce", // a color still being blended in would be measured as too faint
  });
  try {
    await page.goto(url);
    await page.locator(shows).first().waitFor();
    await page.evaluate(axe);
    const { violations } = await page.evaluate<AxeResults>(
      `axe.run({ runOnly: ${JSON.stringify(tags)} })`,
    );
    return violations.map(({ id }) => id);
  } finally {
    await page.close();
  }
}
