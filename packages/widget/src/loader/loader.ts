import type { App, AppOptions, Told } from "../app.ts";
import type { Locale } from "../chat/chat.ts";
import { fullScreen } from "../ui/parts/styles/full-screen.ts";
import { chooseLocale } from "./choose-locale.ts";
import { lastDone } from "./last-done.ts";
import { drawLauncher } from "./launcher.ts";

/** What a page may say to the chat, before it is loaded and after. */
type Command =
  | ["open" | "close"]
  | ["send", text: string]
  | ["identify", identity: string | null]
  | ["on", event: keyof Told, listener: (...told: never[]) => void];

/** `Meetbot(…)`: a page's own stand-in gathers commands in `q` until the loader is there. */
interface Commands {
  (...command: Command): void;
  q?: ArrayLike<unknown>[];
  isLoaded?: true;
}

declare global {
  interface Window {
    Meetbot?: Commands;
  }
}

/** How the bot looks, as the server tells it. */
interface Look {
  name: string;
  accent: string | null;
  contact: string | null;
  locale: Locale;
  /** All that it speaks. */
  languages: Locale[];
  /** What the launcher is called in each of them; not known while the server is out of reach. */
  labels?: Partial<Record<Locale, string>>;
}

/** Every language that customers are spoken to, with spaces between; the build puts the text in. */
declare const everyLocale: string;

function warn(reason: unknown): undefined {
  console.warn("Meetbot:", reason);
}

/** Puts the launcher on the page; all else is loaded when somebody is about to use it. */
function load(tag: HTMLScriptElement): void {
  const { bot = "", locale: wish, open, page, scheme } = tag.dataset;
  const api = new URL("..", tag.src).href;
  const fullPage = page !== undefined;
  const host = document.createElement("meetbot-chat");
  const root = host.attachShadow({ mode: "open" });
  const listeners: Extract<Command, ["on", ...unknown[]]>[] = [];
  let launcher: HTMLButtonElement;
  let identity = tag.dataset.identity || null;
  let app: Promise<App | undefined> | undefined;
  let tries = 0;

  const drawn = askLook(`${api}chat/${encodeURIComponent(bot)}/look`).then(async (look) => {
    const { lang } = document.documentElement;
    const locale =
      chooseLocale([wish, fullPage ? undefined : lang, ...navigator.languages], look.languages) ??
      look.locale;
    if (!document.body) {
      await new Promise((done) => document.addEventListener("DOMContentLoaded", done));
    }
    document.body.append(host);
    launcher = drawLauncher(root, { ...look, label: look.labels?.[locale] ?? look.name });
    launcher.onpointerenter = launcher.onfocus = () => void getApp();
    launcher.onclick = () => void getApp().then((app) => app?.toggle());
    if (fullPage) {
      launcher.remove();
      document.documentElement.lang = locale;
    }
    return { look, locale };
  }, warn);

  const tell: AppOptions["tell"] = (event, ...told) => {
    if (event === "open" || event === "close") {
      launcher.ariaExpanded = String(event === "open");
      lastDone(bot, event);
    }
    for (const [, name, listener] of listeners) if (name === event) listener(...(told as never[]));
  };

  /** Loaded once; after a failure, the next wish tries again. Nothing, where there is no chat. */
  function getApp(): Promise<App | undefined> {
    app ??= drawn
      .then(async (drawn) => {
        if (!drawn) return undefined;
        // Browsers remember that an address failed.
        const again = tries++ ? `?${tries}` : "";
        const { start } = await import(new URL(`app.js${again}`, tag.src).href);
        const look = { ...drawn.look, scheme: scheme ?? "auto" };
        const { locale } = drawn;
        return start({ root, launcher, api, bot, look, locale, identity, fullPage, tell });
      })
      .catch((error) => {
        app = undefined;
        return warn(error);
      });
    return app;
  }

  function obey(...command: Command): void {
    const [name, value] = command;
    if (name === "on") listeners.push(command);
    else if (name === "identify") {
      identity = value || null;
      void app?.then((app) => app?.identify(identity));
    } else if (name === "close") void app?.then((app) => app?.close());
    else if (name === "open") void getApp().then((app) => app?.open());
    else if (name === "send") void getApp().then((app) => app?.send(String(value)));
    else warn(`there is no command ${name}.`);
  }

  const early = window.Meetbot?.q ?? [];
  window.Meetbot = Object.assign(obey, { isLoaded: true as const });
  for (const command of early) obey(...(Array.from(command) as Command));
  const done = lastDone(bot);
  // A small screen, which the window would take whole, is given to the shop's next page.
  const isLeftOpen = done === "open" && !matchMedia(fullScreen).matches;
  if (fullPage || (done ? isLeftOpen : open !== undefined)) {
    void getApp().then((app) => app?.open(true));
  }
}

/** A server that is out of reach may be back when somebody wants to chat; one that refuses will not. */
async function askLook(url: string): Promise<Look> {
  const response = await fetch(url, { credentials: "omit", referrerPolicy: "no-referrer" }).catch(
    () => null,
  );
  if (response?.ok) return response.json();
  if (response && response.status < 500) throw (await response.json()).error.message;
  const languages = everyLocale.split(" ") as Locale[];
  return { name: "Meetbot", accent: null, contact: null, locale: "en", languages };
}

const tag = document.currentScript ?? document.querySelector("script[data-bot]");
if (window.Meetbot?.isLoaded) warn("the page has more than one tag; the first one counts.");
else if (tag) load(tag as HTMLScriptElement);
