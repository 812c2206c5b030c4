import type { ChildProcess } from "node:child_process";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { after, before } from "node:test";
import type { Browser } from "playwright-core";
import { launchBrowser } from "./browser.ts";

/** A browser, and whether its process and pipes keep this process alive. */
interface Running {
  browser: Browser;
  keepAlive(isKept: boolean): void;
}

/** The browser of this process, once a test has asked for it. */
let running: Promise<Running> | undefined;

/** How many test files are running: without one, nothing waits for the browser. */
let files = 0;

/**
 * Gives a test file the browser of its process. All files of a process share it: it starts when a test first
 * asks for it, starts again if it has crashed, and ends with the process.
 */
export function shareBrowser(): () => Promise<Browser> {
  before(async () => {
    files += 1;
    (await running)?.keepAlive(true);
  });
  after(async () => {
    files -= 1;
    if (files === 0) (await running)?.keepAlive(false);
  });
  return sharedBrowser;
}

async function sharedBrowser(): Promise<Browser> {
  running ??= start();
  const { browser } = await running;
  if (browser.isConnected()) return browser;
  running = start();
  return (await running).browser;
}

async function start(): Promise<Running> {
  const started: ChildProcess[] = [];
  const note = (message: unknown) => {
    started.push((message as { process: ChildProcess }).process);
  };
  // Playwright hands out no process; what Node reports of new ones does.
  subscribe("child_process", note);
  const browser = await launchBrowser().finally(() => unsubscribe("child_process", note));
  const program = started.find(({ spawnargs }) => spawnargs?.includes("--remote-debugging-pipe"));
  const keepAlive = (isKept: boolean) => {
    for (const handle of [program, ...(program?.stdio ?? [])]) {
      const one = handle as { ref?(): void; unref?(): void } | null | undefined;
      if (isKept) one?.ref?.();
      else one?.unref?.();
    }
  };
  // The tests have ended: it closes as if they had closed it. At an exit before that, Playwright kills it.
  process.once("beforeExit", () => {
    keepAlive(true);
    void browser.close();
  });
  return { browser, keepAlive };
}
