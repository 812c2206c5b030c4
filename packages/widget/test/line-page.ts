import assert from "node:assert/strict";
import type { TestContext } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { BrowserContext, Page } from "playwright-core";
import { eventually } from "../../meetbot/test/fixtures/eventually.ts";
import type { ChatState, Phase } from "../src/chat/chat.ts";
import type { ChatConnection } from "../src/connection/connect-chat.ts";
import { startChatServer } from "./chat-server.ts";

declare global {
  interface Window {
    chat: ChatConnection;
    /** How often the page was notified that the server refuses its identity. */
    identityRefused: number;
  }
}

/** Longer than any wait between two tries that a test brings about. */
const patienceMs = 60_000;

/** A page with the line and no window: `/?api=…&bot=…&identity=…`. */
const script = `
  import { connectChat } from "./connection/connect-chat.ts";
  const query = new URLSearchParams(location.search);
  window.identityRefused = 0;
  window.chat = connectChat({
    api: query.get("api"),
    bot: query.get("bot"),
    locale: "en",
    identity: query.get("identity"),
    onIdentityRefused: () => window.identityRefused++,
  });
  window.chat.start();`;

let bundled: Promise<string> | undefined;

/** The page's script, which is the same for all tests. */
async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    conditions: ["meetbot-source"],
    stdin: { contents: script, resolveDir: fileURLToPath(new URL("../src", import.meta.url)) },
    bundle: true,
    format: "esm",
    target: "es2022",
    write: false,
  });
  return outputFiles[0]!.text;
}

/** A server, and pages that talk to its bot. */
export async function startLine(t: TestContext) {
  bundled ??= bundle();
  const server = await startChatServer(t, {
    "/": { type: "text/html", body: '<script type="module" src="/line.js"></script>' },
    "/line.js": { type: "text/javascript", body: await bundled },
  });
  const address = (identity?: string) => {
    const query = { api: `${server.url}/`, bot: server.botId, ...(identity && { identity }) };
    return `${server.siteUrl}/?${new URLSearchParams(query)}`;
  };
  return {
    ...server,
    async open(context: BrowserContext, identity?: string): Promise<Talk> {
      const page = await context.newPage();
      await page.goto(address(identity));
      return talkOn(page);
    },
    /** The same tab at a later page of the shop. */
    goOn: ({ page }: Talk, identity?: string) => page.goto(address(identity)),
  };
}

export type Talk = ReturnType<typeof talkOn>;

function talkOn(page: Page) {
  const state = (): Promise<ChatState> => page.evaluate(() => window.chat.state());
  /** All that stands on the screen: `bot`, a person's name, or the customer's text with its state. */
  const said = async () =>
    (await state()).entries.map((entry) =>
      entry.from === "customer" ? `${entry.text} (${entry.state})` : (entry.name ?? "bot"),
    );
  return {
    page,
    state,
    write: (text: string) => page.evaluate((text) => window.chat.write(text), text),
    /** Waits until just that stands on the screen. */
    reads: (...expected: string[]) =>
      eventually(patienceMs, async () => assert.deepEqual(await said(), expected)),
    /** Waits until just that stands there of the customer, whatever the bot has answered by then. */
    saidByCustomer: (...expected: string[]) =>
      eventually(patienceMs, async () =>
        assert.deepEqual(
          (await said()).filter((line) => line !== "bot"),
          expected,
        ),
      ),
    /** Waits until so much of the bot's was not seen. */
    unread: (count: number) =>
      eventually(patienceMs, async () => assert.equal((await state()).unread, count)),
    /** Waits until the conversation stands there. */
    is: (phase: Phase) =>
      eventually(patienceMs, async () => assert.equal((await state()).phase, phase)),
  };
}
