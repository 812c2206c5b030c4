import { join } from "node:path";
import { mock } from "node:test";
import { chromium } from "playwright-core";
import { createMachine } from "../../packages/meetbot/test/fixtures/machine.ts";
import { launchBrowser } from "../../packages/widget/test/browser.ts";
import { installApart } from "../../scripts/install-apart.ts";
import { type PageFigures, visit } from "../widget/measure.ts";
import { packages } from "../widget/packages.ts";
import { medians } from "../widget/report.ts";

// What Lighthouse says of each page of the console on a desktop, signed in, on the demo's own data.

const visits = Number(process.argv[2] ?? 3);
const botId = "bot_demo";

/** Below `/console`. */
const pages = [
  "/sign-in",
  "/bots",
  ...[
    "overview",
    "conversations",
    "deliveries",
    "webhook",
    "keys",
    "checklist",
    "channels",
    "settings",
    "people",
    "audit",
  ].map((page) => `/bots/${botId}/${page}`),
  "/operators",
  "/account",
  "/api",
];

/** The scores that each page must reach. */
const goals = { performance: 95, accessibility: 100 };

const closing: (() => Promise<void>)[] = [];
try {
  const { lighthouse } = packages;
  const folder = join(installApart("bench-console", { lighthouse }), "node_modules");
  const machine = createMachine({ after: (end) => closing.push(end) });
  const demo = await machine.start(["demo", "--port", "0", "--json"]);
  const cookie = await signIn(demo.url, demo.printed.stdout);

  // Lighthouse starts the same browser in the same way.
  const launch = mock.method(chromium, "launch");
  await (await launchBrowser()).close();
  const browserOptions = launch.mock.calls[0]?.arguments[0] ?? {};

  const seen = pages.map((): PageFigures[] => []);
  for (let round = 1; round <= visits; round++) {
    for (const [index, page] of pages.entries()) {
      const headers = page === "/sign-in" ? {} : { Cookie: cookie };
      const options = ["--preset=desktop", `--extra-headers=${JSON.stringify(headers)}`];
      const url = `${demo.url}/console${page}`;
      const figures = await visit(url, folder, browserOptions, options);
      seen[index]!.push(figures);
      const { performance, accessibility } = figures;
      console.error(`visit ${round} of ${visits}: ${page} ${performance} ${accessibility}`);
    }
  }
  const rows = pages.map((page, index) => ({ page, ...medians(seen[index]!) }));
  console.table(
    Object.fromEntries(
      rows.map(({ page, performance, accessibility, gzBytes, lcpMs, tbtMs, cls }) => [
        page,
        {
          performance,
          a11y: accessibility,
          "gz kB": (gzBytes / 1000).toFixed(1),
          "LCP s": (lcpMs / 1000).toFixed(2),
          "TBT ms": Math.round(tbtMs),
          CLS: cls.toFixed(3),
        },
      ]),
    ),
  );
  const missed = rows.filter(
    ({ performance, accessibility }) =>
      performance < goals.performance || accessibility < goals.accessibility,
  );
  console.log(
    missed.length === 0
      ? `Every page meets its goals: performance ≥ ${goals.performance}, accessibility ${goals.accessibility}.`
      : `These miss a goal: ${missed.map(({ page }) => page).join(", ")}`,
  );
} finally {
  for (const close of closing.reverse()) await close();
}

/** Opens the link that the demo printed, as its operator does. */
async function signIn(url: string, printed: string): Promise<string> {
  const line = printed.split("\n").find((one) => one.includes('"console_url"')) ?? "{}";
  const [, token = ""] = String(JSON.parse(line).console_url).split("#");
  const response = await fetch(`${url}/api/auth/one-time-link/open`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Origin: url },
    body: JSON.stringify({ token }),
  });
  if (!response.ok) throw new Error(`The demo's link opens nothing: HTTP ${response.status}`);
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}
