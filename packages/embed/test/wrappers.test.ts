import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { eventually } from "../../meetbot/test/fixtures/eventually.ts";
import { type Pages, startChatServer } from "../../widget/test/chat-server.ts";
import { prepareWatchedPages } from "../../widget/test/watched-page.ts";

const openPage = prepareWatchedPages();

/** Shop pages whose own code shows and removes the chat; `change` sets what the page shows now. */
const apps = {
  react: `
    import { createElement, StrictMode, useState } from "react";
    import { createRoot } from "react-dom/client";
    import { MeetbotChat } from "@meetbot/embed/react";
    globalThis.heard = [];
    function App() {
      const [{ isShown, ...props }, become] = useState({ isShown: true, ...globalThis.first });
      globalThis.change = (next) => become((before) => ({ ...before, ...next }));
      const onUnread = (count) => heard.push("unread");
      return isShown && createElement(MeetbotChat, { ...props, onOpen: () => heard.push("open"), onUnread });
    }
    createRoot(document.querySelector("main")).render(
      createElement(StrictMode, null, createElement(App)),
    );`,
  vue: `
    import { createApp, h, reactive } from "vue";
    import { MeetbotChat } from "@meetbot/embed/vue";
    globalThis.heard = [];
    const state = reactive({ isShown: true, ...globalThis.first });
    globalThis.change = (next) => Object.assign(state, next);
    createApp({
      render() {
        const { isShown, ...props } = state;
        return isShown
          ? h(MeetbotChat, { ...props, onOpen: () => heard.push("open"), onUnread: () => heard.push("unread") })
          : null;
      },
    }).mount("main");`,
};

async function bundle(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: fileURLToPath(new URL(".", import.meta.url)) },
    bundle: true,
    write: false,
    format: "iife",
    conditions: ["meetbot-source"],
    define: {
      "process.env.NODE_ENV": '"development"',
      __VUE_OPTIONS_API__: "true",
      __VUE_PROD_DEVTOOLS__: "false",
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false",
    },
    logLevel: "error",
  });
  return outputFiles[0]!.text;
}

for (const [name, app] of Object.entries(apps)) {
  test(`the chat comes and goes with a component, and learns who is signed in: ${name}`, async (t) => {
    const pages: Pages = {};
    const shop = await startChatServer(t, pages);
    const first = { server: shop.url, bot: shop.botId, locale: "en" };
    pages["/"] = {
      type: "text/html; charset=utf-8",
      body: `<!doctype html><html lang="en"><title>Shop</title><main></main><script>first=${JSON.stringify(first)}</script><script src="/app.js"></script></html>`,
    };
    pages["/app.js"] = { type: "text/javascript", body: await bundle(app) };
    const { page, told } = await openPage(t);
    await page.goto(shop.siteUrl);
    const change = (next: object) =>
      page.evaluate((next) => (globalThis as unknown as Page).change(next), next);

    await page.getByRole("button", { name: "Chat with Lantern Street" }).click();
    await page.getByRole("dialog").getByRole("textbox").waitFor();
    await eventually(5_000, async () => assert.equal((await shop.count()).conversations, 1));
    assert.deepEqual(await page.evaluate("heard"), ["open"]);

    await change({ identity: shop.identify("ann@shop.example") });
    await eventually(5_000, async () => assert.equal((await shop.count()).conversations, 2));
    // The browser has the token too: a chat that is taken away before that opens another conversation.
    await page.waitForFunction(() =>
      JSON.stringify({ ...localStorage }).includes('\\"token\\":\\"'),
    );

    await change({ isShown: false });
    await page.locator("meetbot-chat").waitFor({ state: "detached" });
    await change({ isShown: true, scheme: "dark" });
    await page.locator("meetbot-chat").waitFor({ state: "attached" });
    await eventually(5_000, async () => {
      assert.match((await page.locator(".window").getAttribute("class"))!, /dark/);
    });
    assert.equal((await shop.count()).conversations, 2);
    assert.deepEqual(told, []);
  });
}

interface Page {
  change(next: object): void;
}
