import { join } from "node:path";
import { mock } from "node:test";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { createMachine } from "../../packages/meetbot/test/fixtures/machine.ts";
import { launchBrowser } from "../../packages/widget/test/browser.ts";
import { installApart } from "../../scripts/install-apart.ts";
import { findFaults, type PageFigures, visit } from "./measure.ts";
import { packages } from "./packages.ts";
import { blankPage, meetbotPages, toHtml } from "./pages.ts";
import { medians, printTable } from "./report.ts";
import { rivals, serveRivals } from "./rivals.ts";
import { startSite } from "./site.ts";

// What the chat costs a shop's page, beside rivals. Meetbot, its PostgreSQL and its shop are real
// ones; rivals talk to stubs, and only greet.

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: "boolean" }, only: { type: "string" } },
});
const visits = Number(positionals[0] ?? 3);
const botId = "bot_demo";

const closing: (() => Promise<void>)[] = [];
try {
  const packagesFolder = join(installApart("bench-widget", packages), "node_modules");
  const texts = new Map(await serveRivals(packagesFolder));
  const site = await startSite(texts, packagesFolder);
  closing.push(site.close);
  const machine = createMachine({ after: (end) => closing.push(end) });
  const meetbot = await machine.start(["demo", "--no-samples", "--port", "0", "--json"]);
  const set = await machine.run(["bot", "set", botId, "--origins", site.url]);
  if (set.code !== 0) throw new Error(set.stderr);

  // Lighthouse starts the same browser in the same way.
  const launch = mock.method(chromium, "launch");
  const browser = await launchBrowser();
  closing.push(() => browser.close());
  const browserOptions = launch.mock.calls[0]?.arguments[0] ?? {};

  const pages = [blankPage, ...meetbotPages(meetbot.url, botId), ...rivals]
    .filter(({ name }) => name.includes(values.only ?? ""))
    .map((page, index) => ({ ...page, url: `${site.url}/${index}.html` }));
  if (pages.length === 0) throw new Error(`No page is named like "${values.only}".`);
  for (const page of pages) texts.set(new URL(page.url).pathname, toHtml(page));

  // First all that axe finds: a page on which no chat appears ends the benchmark here.
  const faults: string[][] = [];
  for (const { url, shows } of pages) faults.push(await findFaults(browser, url, shows));
  // In turns: what else the machine does meanwhile meets all pages alike.
  const seen = pages.map((): PageFigures[] => []);
  for (let round = 1; round <= visits; round++) {
    for (const [index, { url, name, state }] of pages.entries()) {
      console.error(`visit ${round} of ${visits}: ${name} ${state}`);
      seen[index]!.push(await visit(url, packagesFolder, browserOptions));
    }
  }
  const rows = pages.map(({ name, state }, index) => ({
    name,
    state,
    ...medians(seen[index]!),
    faults: faults[index]!,
  }));
  if (values.json) for (const row of rows) console.log(JSON.stringify(row));
  else printTable(rows);
} finally {
  for (const close of closing.reverse()) await close();
}
