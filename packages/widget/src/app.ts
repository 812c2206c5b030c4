// The order matters: similar code placed together in the bundle compresses better. Styles, window, line.
import "./ui/parts/sheets.ts";
import "./ui/parts/styles/window.ts";
import { type BotLook, mountWindow } from "./ui/mount.tsx";
import { storeDone } from "./ui/store-done.ts";

// The line.

import type { Locale } from "./chat/chat.ts";
import { connectChat } from "./connection/connect-chat.ts";

/** The events that a page can listen for, with their arguments. */
export type ChatNotice = {
  open: [];
  close: [];
  /** A message from the shop arrived while the window was closed; `count` messages are unread. */
  unread: [count: number];
  /** The identity was refused, most often because it is too old: `identify` with a fresh one. */
  identity: [];
};

/** The commands that a page can send to a chat whose window is loaded. */
export type AppCommand =
  | ["open" | "close"]
  | ["send", text: string]
  | ["identify", identity: string | null];

/** Options with which a chat starts: the attributes of its tag, or those that the page's own code passes. */
export interface BootOptions {
  bot: string;
  /** Signed by the shop's server for who is signed in; none: a guest. */
  identity?: string | null;
  locale?: string;
  /** Whatever it is, even "": the window is open from the start. */
  open?: unknown;
  /** With any value, even "", the chat is a page of its own. */
  page?: unknown;
  scheme?: BotLook["scheme"];
}

export interface AppOptions {
  /** The root's host; the page may have removed it while this file was loading. */
  root: ShadowRoot & { readonly host: { readonly isWanted: boolean } };
  launcher: HTMLElement;
  /** The server's URL; ends with a slash. */
  api: string;
  look: BotLook & { locale: Locale };
  options: BootOptions;
  /** The page's listeners so far; it may add more later. */
  listeners: readonly ["on", event: keyof ChatNotice, listener: (...told: never[]) => void][];
}

/** The chat on a page, as the loader drives it. */
export interface App {
  /** `quietly`: without taking the focus from the page, because the user did not just request it. */
  open(quietly?: boolean): void;
  toggle(): void;
  /** Runs the queued commands and removes them from the queue. */
  obey(waiting: AppCommand[]): void;
  /** Removes the chat from the page; the conversation is unaffected. */
  stop(): void;
}

/** Puts the line and the window together. */
export function start({ root, launcher, api, look, options, listeners }: AppOptions): App {
  const { bot, identity, page, scheme } = options;
  const { locale } = look;
  const fullPage = page !== undefined;
  const chat = connectChat({
    api,
    bot,
    locale,
    identity: identity || null,
    onIdentityRefused: () => tell("identity"),
  });
  const shown = mountWindow({
    root,
    launcher,
    chat,
    locale,
    bot: { ...look, scheme },
    fullPage,
    onClose: () => isDone("close"),
  });
  let unread = 0;
  chat.subscribe(() => {
    const before = unread;
    unread = chat.state().unread;
    if (unread > before && !shown.isOpen()) tell("unread", unread);
  });
  if (fullPage) {
    launcher.remove();
    document.documentElement.lang = locale;
  }

  /** Calls each listener in its own microtask, so an error thrown by one concerns only the page. */
  function tell<Event extends keyof ChatNotice>(event: Event, ...told: ChatNotice[Event]): void {
    for (const [, name, listener] of listeners) {
      if (name === event) queueMicrotask(() => listener(...(told as never[])));
    }
  }

  function isDone(what: "open" | "close"): void {
    launcher.ariaBusy = null;
    launcher.ariaExpanded = String(what === "open");
    storeDone(bot, what);
    tell(what);
  }

  function open(quietly?: boolean): void {
    if (!root.host.isWanted) return;
    if (shown.isOpen()) shown.focus();
    else {
      shown.open(quietly);
      isDone("open");
    }
  }

  return {
    open,
    toggle: () => (shown.isOpen() ? shown.close() : open()),
    obey(waiting) {
      // The waiting commands are meant for the chat that replaced this one.
      if (!root.host.isWanted) return;
      for (const [name, value] of waiting.splice(0)) {
        if (name === "open") open();
        else if (name === "close") shown.close();
        else if (name === "identify") chat.identify(value || null);
        else if (name === "send") {
          open();
          chat.write(String(value));
        } else console.error("Meetbot: there is no command", name);
      }
    },
    stop() {
      chat.stop();
      shown.stop();
    },
  };
}
