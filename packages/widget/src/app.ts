// The order counts: what is alike stands together in the bundle, and packs better. Styles, window, line.
import "./ui/parts/sheets.ts";
import "./ui/parts/styles/window.ts";
import { type BotLook, mountWindow } from "./ui/mount.tsx";

// The line.

import type { Locale } from "./chat/chat.ts";
import { connectChat } from "./connection/connect-chat.ts";

/** What a page can listen for, with what it is told. */
export type Told = {
  open: [];
  close: [];
  /** A message of the bot came while the window was closed; so many were not seen. */
  unread: [count: number];
  /** The identity was refused, most often because it is too old: `identify` with a fresh one. */
  identity: [];
};

export interface AppOptions {
  root: ShadowRoot;
  launcher: HTMLElement;
  /** Where the server is; ends with a slash. */
  api: string;
  bot: string;
  look: BotLook;
  locale: Locale;
  identity: string | null;
  fullPage: boolean;
  tell<Event extends keyof Told>(event: Event, ...told: Told[Event]): void;
}

/** The chat on a page, as the loader drives it. */
export interface App {
  /** `quietly`: without taking the focus from the page, for nobody asked for it just now. */
  open(quietly?: boolean): void;
  close(): void;
  toggle(): void;
  /** Opens the window and says something for the customer. */
  send(text: string): void;
  identify(identity: string | null): void;
}

/** Puts the line and the window together. */
export function start(options: AppOptions): App {
  const { look, tell } = options;
  const chat = connectChat({ ...options, onIdentityRefused: () => tell("identity") });
  const shown = mountWindow({ ...options, chat, bot: look, onClose: () => tell("close") });
  let unread = 0;
  chat.subscribe(() => {
    const before = unread;
    unread = chat.state().unread;
    if (unread > before && !shown.isOpen()) tell("unread", unread);
  });

  function open(quietly?: boolean): void {
    if (shown.isOpen()) shown.focus();
    else {
      shown.open(quietly);
      tell("open");
    }
  }

  return {
    open,
    close: shown.close,
    toggle: () => (shown.isOpen() ? shown.close() : open()),
    send(text) {
      open();
      chat.write(text);
    },
    identify: chat.identify,
  };
}
