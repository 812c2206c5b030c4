import type { App, AppCommand, BootOptions, ChatNotice } from "../app.ts";
import type { Locale } from "../chat/chat.ts";
import type { BotLook } from "../ui/window.tsx";
import { lastDone } from "./last-done.ts";
import { drawLauncher } from "./launcher.ts";

/** The commands that a page can send to the chat, before it is loaded and after. */
type Command =
  | AppCommand
  | ["on", event: keyof ChatNotice, listener: (...told: never[]) => void]
  | ["boot" | "update", options: BootOptions]
  | ["shutdown"];

/** `Meetbot(…)`: the page's placeholder function queues commands in `q` until the loader runs. */
interface Commands {
  (...command: Command): void;
  q?: ArrayLike<unknown>[];
  /** The script tag that loaded the loader. */
  tag?: Element;
}

declare global {
  interface Window {
    Meetbot?: Commands;
  }
}

/** The bot's look, as the server returns it for the requested languages. */
interface Look extends BotLook {
  locale: Locale;
  /** The launcher's label. */
  label: string;
}

function warn(reason: unknown): undefined {
  console.error("Meetbot:", reason);
}

/** A chat on the page, and how to remove it. */
interface Booted {
  options: BootOptions;
  /** Runs a command immediately, or once the chat's window is loaded. */
  obey(...command: AppCommand): void;
  stop(): void;
}

/**
 * The chat's element in the page. It is placed next to the body, which Turbo, htmx and routers swap, and reattaches
 * itself when the whole document is replaced.
 */
class Host extends HTMLElement {
  isWanted = true;
  attach(): void {
    if (this.isWanted && !this.isConnected) document.documentElement.append(this);
  }
  disconnectedCallback(): void {
    // Reattaches later, not immediately: a script that removes all children one by one would never finish.
    setTimeout(() => this.attach());
  }
}

/** Handles the page's commands, and boots the chat that its tag names. */
function load(tag: HTMLScriptElement): void {
  const api = new URL("..", tag.src).href;
  const listeners: Extract<Command, ["on", ...unknown[]]>[] = [];
  const waiting: AppCommand[] = [];
  let chat: Booted | undefined;

  /** Puts the launcher on the page; everything else loads when a customer is about to use it. */
  function boot(options: BootOptions): Booted {
    const { bot, locale, open, page } = options;
    const host = new Host();
    const root = host.attachShadow({ mode: "open" });
    const { lang } = document.documentElement;
    const wishes = [locale, page === undefined && lang, ...navigator.languages].join();
    const askLook = () => askFor(`${api}chat/${bot}/look?lang=${encodeURIComponent(wishes)}`);
    let launcher: HTMLButtonElement;
    let app: Promise<App | undefined> | undefined;
    let again = "";

    const drawn = askLook().then((look) => {
      host.attach();
      launcher = drawLauncher(root, look);
      launcher.onpointerenter = launcher.onfocus = () => void getApp();
      launcher.onclick = () => {
        launcher.ariaBusy = "true";
        void getApp().then((app) => app?.toggle());
      };
      return look;
    }, warn);

    /** Loads the app once; after a failure, the next call tries again. Returns `undefined` if there is no chat. */
    async function getApp(): Promise<App | undefined> {
      app ??= drawn
        .then(async (drawn) => {
          if (!drawn) return undefined;
          // A server that was out of reach may be back.
          const look = drawn === unknownLook ? await askLook() : drawn;
          const { start } = await import(new URL(`app.js${again}`, tag.src).href);
          return start({ root, launcher, api, look, listeners, options });
        })
        .catch((error) => {
          app = undefined;
          // Browsers remember that an address failed.
          again = `?${Date.now()}`;
          launcher.ariaBusy = null;
          return warn(error);
        });
      const loaded = await app;
      loaded?.obey(waiting);
      return loaded;
    }

    const done = lastDone(bot);
    // A tap on a notification about an order opens that address.
    if (
      page !== undefined ||
      (done ? done === "open" : open !== undefined || location.hash === "#meetbot")
    ) {
      void getApp().then((app) => app?.open(true));
    }
    return {
      options,
      obey(...command) {
        waiting.push(command);
        if (app || /open|send/.test(command[0])) void getApp();
      },
      stop() {
        host.isWanted = false;
        host.remove();
        void app?.then((app) => app?.stop());
      },
    };
  }

  function obey(...command: Command): void {
    const [name, value] = command;
    if (name === "on") listeners.push(command);
    else if (name === "boot" || name === "update") {
      const options = { ...(value as BootOptions) };
      // The customer moved to another page of the same shop.
      if (chat && name === "boot" && chat.options.bot === options.bot) {
        chat.obey("identify", options.identity ?? null);
      } else {
        chat?.stop();
        chat = boot({ ...(name === "update" && chat?.options), ...options });
      }
    } else if (name === "shutdown") {
      chat?.stop();
      chat = undefined;
    } else if (chat) chat.obey(...(command as AppCommand));
    else waiting.push(command as AppCommand);
  }

  const early = window.Meetbot?.q ?? [];
  window.Meetbot = Object.assign(obey, { tag });
  const { bot } = tag.dataset;
  if (bot) obey("boot", { ...tag.dataset, bot });
  for (const command of early) obey(...(Array.from(command) as Command));
  if (!chat) warn(noBot);
}

const noBot =
  'no bot is named: add data-bot="bot_…" to the tag, or Meetbot("boot", { bot: "bot_…" }).';

/** The look of a bot whose server is unreachable. */
const unknownLook: Look = { name: "Meetbot", label: "Meetbot", locale: "en" };

/** An unreachable server may be back when the customer wants to chat; one that refuses will not change its answer. */
async function askFor(url: string): Promise<Look> {
  const response = await fetch(url, { credentials: "omit", referrerPolicy: "no-referrer" }).catch(
    () => null,
  );
  if (response?.ok) return response.json();
  if (response && response.status < 500) throw (await response.json()).error.message;
  return unknownLook;
}

const tag = (document.currentScript ??
  document.querySelector("script[data-bot]")) as HTMLScriptElement | null;
const loaded = window.Meetbot?.tag;
if (!tag) warn(noBot);
else if (!loaded) {
  customElements.define("meetbot-chat", Host);
  load(tag);
} else if (loaded.isConnected) warn("more than one tag; the first counts.");
// The page was swapped; its new tag has the identity of the shopper who is signed in now.
else window.Meetbot!("boot", { bot: "", ...tag.dataset });
