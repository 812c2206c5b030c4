import { basename } from "node:path";
import { build } from "esbuild";
import { nameOf } from "./packages.ts";
import type { MeasuredPage } from "./pages.ts";

const greeting = "Hello from Lantern Street";

/** The rivals as their own guides put them on a page, each with the smallest shop it can talk to. */
export const rivals: MeasuredPage[] = [
  {
    name: nameOf("deep-chat"), // has no launcher
    state: "open",
    body: `<script type="module" src="/npm/deep-chat/dist/deepChat.bundle.js"></script>
<deep-chat connect='{"url":"/stub/ok"}' history='[{"role":"ai","text":"${greeting}"}]'></deep-chat>`,
    shows: `text=${greeting}`,
  },
  ...bothStates("@n8n/chat", "css=.chat-window-toggle", (isOpen) => {
    const open = `document.querySelector(".chat-window-toggle").click();`;
    return `<link rel="stylesheet" href="/npm/@n8n/chat/dist/style.css">
<script type="module">
import { createChat } from "/npm/@n8n/chat/dist/chat.bundle.es.js";
createChat({ webhookUrl: "/stub/n8n", initialMessages: ["${greeting}"] });
${isOpen ? open : ""}
</script>`;
  }),
  ...bothStates("react-chatbotify", "css=.rcb-toggle-button", (isOpen) => {
    return `<link rel="stylesheet" href="/react-chatbotify.css">
<div id="chat"></div>
<script type="module">
import { show } from "/react-chatbotify.js";
show(document.getElementById("chat"), ${isOpen}, "${greeting}");
</script>`;
  }),
  ...bothStates("flowise-embed", "css=flowise-chatbot button", (isOpen) => {
    const open = "{ autoOpen: true, openDelay: 0, autoOpenOnMobile: true }";
    return `<script type="module">
import Chatbot from "/npm/flowise-embed/dist/web.js";
Chatbot.init({
  chatflowid: "shop",
  apiHost: location.origin,
  theme: {
    button: { ${isOpen ? `autoWindowOpen: ${open}` : ""} },
    chatWindow: { welcomeMessage: "${greeting}" },
  },
});
</script>`;
  }),
  ...bothStates("@typebot.io/js", "css=typebot-bubble button", (isOpen) => {
    return `<script type="module">
import Typebot from "/npm/@typebot.io/js/dist/web.js";
Typebot.initBubble({ typebot: "shop", apiHost: location.origin });
${isOpen ? "Typebot.open();" : ""}
</script>`;
  }),
];

function bothStates(
  name: Parameters<typeof nameOf>[0],
  launcher: string,
  body: (isOpen: boolean) => string,
): MeasuredPage[] {
  return [
    { name: nameOf(name), state: "closed", body: body(false), shows: launcher },
    { name: nameOf(name), state: "open", body: body(true), shows: `text=${greeting}` },
  ];
}

const typebotStart = {
  sessionId: "session",
  typebot: { id: "shop", version: "6.1", theme: {}, settings: {} },
  messages: [
    {
      id: "greeting",
      type: "text",
      content: { type: "richText", richText: [{ type: "p", children: [{ text: greeting }] }] },
    },
  ],
};

/** What their pages ask for beside their packages, by path. */
export async function serveRivals(packagesFolder: string): Promise<[string, string][]> {
  return [
    ["/stub/ok", JSON.stringify({ text: greeting })],
    ["/stub/n8n", JSON.stringify({ data: [] })],
    ["/api/v1/public-chatbotConfig/shop", "{}"],
    ["/api/v1/chatflows-streaming/shop", JSON.stringify({ isStreaming: false })],
    ["/api/v1/typebots/shop/startChat", JSON.stringify(typebotStart)],
    ...(await bundleReactChatbotify(packagesFolder)),
  ];
}

/** It comes as a component: the page's own build brings React. */
async function bundleReactChatbotify(packagesFolder: string): Promise<[string, string][]> {
  const contents = `
    import { createElement } from "react";
    import { createRoot } from "react-dom/client";
    import ChatBot from "react-chatbotify";
    export const show = (place, defaultOpen, message) => createRoot(place).render(createElement(
      ChatBot, { settings: { chatWindow: { defaultOpen } }, flow: { start: { message } } }));`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: packagesFolder },
    bundle: true,
    minify: true,
    write: false,
    outdir: "/",
    entryNames: "react-chatbotify",
    format: "esm",
    target: "es2022",
    legalComments: "none",
    define: { "process.env.NODE_ENV": '"production"' },
  });
  return outputFiles.map(({ path, text }) => [`/${basename(path)}`, text]);
}
