import { fill, loadWindowLanguage } from "@meetbot/presentation";
import { createRef, Fragment, h, render } from "preact";
import type { Chat, Locale } from "../chat/chat.ts";
import type { Field } from "./composer.tsx";
import { loadLate } from "./late/load-late.ts";
import { LiveRegion } from "./live-region.ts";
import type { Late } from "./parts/late.ts";
import { addSheet, dress } from "./parts/sheets.ts";
import { fullScreen } from "./parts/styles/full-screen.ts";
import { windowStyles } from "./parts/styles/window.ts";
import { type ChatWords, createWords } from "./parts/words.ts";
import { type BotLook, Window } from "./window.tsx";

export type { BotLook } from "./window.tsx";

/** A window on the page, open or closed. */
export interface MountedWindow {
  /** `quietly`: without moving the focus, except on a small screen, where the window fills everything. */
  open(quietly?: boolean): void;
  close(): void;
  isOpen(): boolean;
  focus(): void;
  /** Permanently removes everything that the window shows outside itself on the page. */
  stop(): void;
}

/** Puts the window into a shadow root, closed; a full page is open from the start. */
export function mountWindow(options: {
  root: ShadowRoot;
  /** Focus returns here when the window closes. */
  launcher: HTMLElement;
  chat: Chat;
  locale: Locale;
  bot: BotLook;
  fullPage: boolean;
  onClose(): void;
}): MountedWindow {
  const { launcher, chat, locale, bot, fullPage } = options;
  const container = document.createElement("div");
  options.root.append(container);
  // A separate shadow root keeps the styles of the launcher and the window apart.
  const root = container.attachShadow({ mode: "open" });
  dress(root, bot.accent ?? null, windowStyles);
  const shell = createRef<HTMLDialogElement>();
  const field = createRef<Field>();
  const outside = new LiveRegion();
  const late: Partial<Late> = {};
  const stopped = new AbortController();
  const small = matchMedia(fullScreen);
  let words: ChatWords | undefined;
  let spoken: Locale | undefined;
  let isOpen = false;
  let isQuiet = false;
  let unread = 0;
  let renderUnread = (_count: number) => {};

  /** The window speaks as the bot does, which follows the customer. */
  function speak(next: Locale): void {
    if (next === spoken) return;
    spoken = next;
    void loadWindowLanguage(next).then((loaded) => {
      const isFirst = !words;
      words = createWords(loaded, bot.name, late);
      draw();
      if (isFirst && isOpen) appear();
    });
  }

  function draw(): void {
    const state = chat.state();
    speak(state.entries.findLast((entry) => entry.from === "bot")?.locale ?? locale);
    if (!words) return;
    render(
      <>
        <Window
          chat={chat}
          state={state}
          words={words}
          look={bot}
          isPage={fullPage}
          isOpen={isOpen}
          shell={shell}
          field={field}
          onClose={close}
          focus={focus}
        />
        <div class="unseen" role="status" lang={words.reader.language.tag} ref={outside.attach} />
      </>,
      root,
    );
    if (!isOpen && state.unread > unread) {
      outside.announce(fill(words.phrases.unread, { count: state.unread }));
    }
    unread = state.unread;
    renderUnread(isOpen && !document.hidden ? 0 : unread);
  }

  /** Loads the late parts in the background; the window works without them. */
  async function follow(): Promise<void> {
    const { lateStyles, followViewport, attend } = Object.assign(late, await loadLate());
    addSheet(root).replaceSync(lateStyles);
    followViewport(addSheet(root));
    renderUnread = attend(options.root, launcher, close);
    draw();
  }

  /** Shows the window: on a small screen as a modal dialog that makes the page inert, else beside the page. */
  function show(): void {
    if (fullPage || !shell.current || shell.current.open) return;
    if (small.matches) shell.current.showModal();
    // `show()` would move the focus.
    else shell.current.open = true;
  }

  function appear(): void {
    show();
    if (!isQuiet || small.matches) focus();
  }

  function open(quietly = false): void {
    if (isOpen) return;
    isOpen = true;
    if (!late.Menu) follow().catch(() => {});
    isQuiet = quietly;
    chat.start();
    draw();
    appear();
  }

  function close(): void {
    if (!isOpen || fullPage) return;
    isOpen = false;
    const hadFocus = root.activeElement;
    shell.current?.close();
    if (hadFocus) launcher.focus();
    draw();
    options.onClose();
  }

  /** On touch devices, focusing the field would open the keyboard, so the window itself takes the focus. */
  function focus(): void {
    const isTouch = matchMedia("(pointer: coarse)").matches;
    (isTouch ? shell.current : (field.current ?? shell.current))?.focus({ preventScroll: true });
  }

  function changeSize(): void {
    if (!isOpen || fullPage) return;
    const active = root.activeElement as HTMLElement | null;
    shell.current?.close();
    show();
    active?.focus({ preventScroll: true });
  }

  chat.subscribe(draw);
  small.addEventListener("change", changeSize, stopped);
  document.addEventListener("visibilitychange", draw, stopped);
  draw();
  if (fullPage) open();

  return {
    open,
    close,
    isOpen: () => isOpen,
    focus,
    stop() {
      stopped.abort();
      draw();
    },
  };
}
