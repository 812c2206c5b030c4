import { after, before, type TestContext } from "node:test";
import type { BrowserContextOptions } from "playwright-core";
import { createMachine, type Running } from "../../../packages/meetbot/test/fixtures/machine.ts";
import { lendPage } from "../../../packages/widget/test/lend-page.ts";
import { shareBrowser } from "../../../packages/widget/test/shared-browser.ts";

/** Nothing that a test waits for takes longer, on a busy machine. */
const patienceMs = 60_000;

/** One demo and one browser for all tests of a file; each test is another customer. */
export function useThread() {
  const browser = shareBrowser();
  let demo: Running;
  let url = "";
  const machine = createMachine({ after });
  before(async () => {
    const started = machine.start(["demo", "--messenger", "--no-samples", "--json", "--port", "0"]);
    demo = await started;
    url = JSON.parse(demo.printed.stdout).messenger_url;
  });

  return async function openThread(t: TestContext, options: BrowserContextOptions = {}) {
    const lent = await lendPage(await browser(), {
      locale: "en-US",
      reducedMotion: "reduce",
      viewport: { width: 1200, height: 820 },
      ...options,
    });
    const { page, context } = lent;
    t.after(lent.giveBack);
    context.setDefaultTimeout(patienceMs);
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => {
      if (/error|warning/.test(message.type())) complaints.push(message.text());
    });
    const begun = await fetch(`${url}/acts`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ act: "start_over" }),
    });
    if (begun.status !== 204) throw new Error(`start_over: ${begun.status}`);
    await page.goto(url);
    const tap = (name: string | RegExp) =>
      page.getByRole("button", { name, exact: typeof name === "string" }).click();
    return {
      page,
      url,
      complaints,
      tap,
      log: page.getByRole("log"),
      quickReplies: page.getByRole("list", { name: "Quick replies" }).getByRole("button"),
      travels: page.locator(".travels > li"),
      /** What of all that travels is about this. */
      travelOf: (subject: string) =>
        page.locator(".travels summary").filter({ hasText: subject }).first(),
      async write(text: string) {
        const field = page.getByRole("textbox", { name: "Message" });
        await field.fill(text);
        await field.press("Enter");
      },
      /** The code of the newest mail. */
      async readCode(): Promise<string> {
        const mails = await fetch(url.replace(/messenger$/, "mailbox/mails"));
        const [newest] = (await mails.json()) as { text: string }[];
        return /\d{6}/.exec(newest?.text ?? "")?.[0] ?? "";
      },
    };
  };
}
