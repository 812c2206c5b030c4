/** How a chat is put on a page. */
export interface ChatOptions {
  /** URL of the Meetbot server, such as `https://chat.example.com`. */
  server: string;
  /** The bot's id, `bot_…`. */
  bot: string;
  /** Signed by the shop's server for the shopper who is signed in; none: a guest. */
  identity?: string | null | undefined;
  /** One of the bot's languages, such as `en` or `de-AT`; default: the page's, else the browser's. */
  locale?: string | undefined;
  /** Default: the customer's device setting. */
  scheme?: "light" | "dark" | undefined;
  /** The window is open from the start. */
  open?: boolean | undefined;
}

/** Events to listen for, with their arguments. */
export interface ChatEvents {
  open: [];
  close: [];
  /** Number of unread messages. */
  unread: [count: number];
  /** The identity was refused, most often because it is too old: `identify` with a fresh one. */
  identity: [];
}

type Listener<Event extends keyof ChatEvents> = (...told: ChatEvents[Event]) => void;

interface Commands {
  (...command: unknown[]): void;
  q?: unknown[][];
}
type Page = typeof globalThis & { Meetbot?: Commands };

/** Runs a command at once if the loader is present, or else as soon as it loads. */
function say(...command: unknown[]): void {
  const page: Page = globalThis;
  page.Meetbot ??= Object.assign((...later: unknown[]) => void gather().push(later), { q: [] });
  page.Meetbot(...command);
}

function gather(): unknown[][] {
  const commands = (globalThis as Page).Meetbot!;
  commands.q ??= [];
  return commands.q;
}

/**
 * Puts the chat on the page. There is only one chat: booting another bot replaces it, and booting the same bot only
 * updates who is signed in.
 */
export function bootChat({ server, open, identity, ...options }: ChatOptions): void {
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  say("boot", {
    ...Object.fromEntries(given),
    ...(identity && { identity }),
    ...(open && { open }),
  });
  loadOnce(server);
}

/** Removes the chat from the page. Its conversation continues when the chat is booted again. */
export function shutdownChat(): void {
  say("shutdown");
}

/**
 * Call with the identity when a shopper signs in, with `null` when they sign out. Another shopper gets a separate
 * conversation.
 */
export function identify(identity: string | null): void {
  say("identify", identity);
}

/** Opens the window. */
export function openChat(): void {
  say("open");
}

/** Closes the window. */
export function closeChat(): void {
  say("close");
}

/** Opens the window and sends a text on the customer's behalf. */
export function sendToChat(text: string): void {
  say("send", text);
}

const listeners: { [Event in keyof ChatEvents]?: Set<Listener<Event>> } = {};

/** Listens; returns how to stop. */
export function onChat<Event extends keyof ChatEvents>(
  event: Event,
  listener: Listener<Event>,
): () => void {
  let all: Set<Listener<Event>> | undefined = listeners[event];
  if (!all) {
    const known = new Set<Listener<Event>>();
    all = known;
    Object.assign(listeners, { [event]: known });
    say("on", event, (...told: ChatEvents[Event]) => {
      for (const one of known) one(...told);
    });
  }
  const heard = all;
  heard.add(listener);
  return () => void heard.delete(listener);
}

/** A page that enforces trusted types must allow the policy `meetbot` in its own policy. */
interface TrustedTypes {
  createPolicy(name: string, rules: object): { createScriptURL(url: string): unknown };
}

let loaded = false;

/** The server's own loader, of whatever version it is. */
function loadOnce(server: string): void {
  if (loaded) return;
  loaded = true;
  const url = new URL("widget/loader.js", server.endsWith("/") ? server : `${server}/`).href;
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy("meetbot", { createScriptURL: (url: string) => url });
  const script = document.createElement("script");
  script.async = true;
  script.src = (policy?.createScriptURL(url) ?? url) as string;
  document.head.append(script);
}
