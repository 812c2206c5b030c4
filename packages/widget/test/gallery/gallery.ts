import type { Locale } from "../../src/chat/chat.ts";
import { loadLate } from "../../src/ui/late/load-late.ts";
import { type BotLook, type MountedWindow, mountWindow } from "../../src/ui/mount.tsx";
import "../../src/ui/transcript/transcript-element.tsx";
import { asSent } from "./as-sent.ts";
import { createScriptedChat, type ScriptedChat } from "./scripted-chat.ts";
import { galleryStates, menuOf } from "./states.ts";

declare global {
  interface Window {
    gallery: { chat: ScriptedChat; mounted: MountedWindow; closed: number };
  }
}

/** The page shows one state: `?state=order&locale=zh&scheme=dark&accent=%23ffe600&page=1&closed=1`. */
const query = new URLSearchParams(location.search);
const locale = (query.get("locale") ?? "en") as Locale;
const state = query.get("state") ?? "welcome";
const drawn = galleryStates(locale, location.origin)[state];
if (!drawn) throw new Error(`The gallery has no state "${state}".`);
const found = asSent(drawn);

if (query.has("element")) showElement();
else showWindow();
// What is loaded when the window stands is drawn too by then, since it was asked for first.
void loadLate().then(() =>
  setTimeout(() => document.documentElement.setAttribute("data-whole", "")),
);

function showWindow(): void {
  const host = document.createElement("meetbot-chat");
  const root = host.attachShadow({ mode: "open" });
  const launcher = document.createElement("button");
  launcher.textContent = "Chat";
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    ":host{all:initial!important}button{position:fixed;bottom:20px;right:20px;width:56px;height:56px}",
  );
  root.adoptedStyleSheets.push(sheet);
  root.append(launcher);
  document.body.append(host);
  const chat = createScriptedChat(found);
  const mounted = mountWindow({
    root,
    launcher,
    chat,
    locale,
    fullPage: query.has("page"),
    bot: {
      name: query.get("name") ?? (locale === "zh" ? "北风商店" : "Northwind"),
      accent: query.get("accent"),
      contact: "https://shop.example/contact",
      mails: true,
      menu: { [locale]: menuOf(locale) },
      scheme: (query.get("scheme") ?? "auto") as BotLook["scheme"],
    },
    onClose: () => {
      window.gallery.closed++;
    },
  });
  window.gallery = { chat, mounted, closed: 0 };
  launcher.addEventListener("click", () => mounted.open());
  if (!query.has("closed")) mounted.open();
}

function showElement(): void {
  const element = document.createElement("meetbot-transcript");
  element.setAttribute("locale", locale);
  Object.assign(element, { entries: found.entries ?? [] });
  document.querySelector("main")!.append(element);
}
