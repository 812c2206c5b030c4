import type { Chat } from "../../../chat/chat.ts";

/** The result of a tap on the button. */
export type EnablePushResult = "on" | "denied" | "failed";

/** The worker that shows news, and the addresses that it is for: none in which a worker of the shop's could be. */
interface Place {
  script: string;
  scope: string;
}

/** The server's URL: the folder above the one of this file. */
const api = new URL("..", import.meta.url).href;

/**
 * Checks whether this browser can notify the customer while the page is closed, and returns how to turn that on; `null`
 * when it cannot or is no longer allowed to. Asks nobody for permission. iPhones can only where the page is on their
 * Home Screen, and have no `PushManager` elsewhere.
 */
export async function preparePush(
  call: Chat["call"],
  of: string,
): Promise<"on" | (() => Promise<EnablePushResult>) | null> {
  if (!("PushManager" in window && "serviceWorker" in navigator && "Notification" in window)) {
    return null;
  }
  if (Notification.permission === "denied") return null;
  const answer = await call("push", {});
  if (!answer?.ok) return null;
  const { public_key: publicKey }: { public_key: string } = await answer.json();
  const bot = /\/chat\/([^/]+)\/push$/.exec(new URL(answer.url).pathname)?.[1];
  const place = bot && placeOf(bot);
  if (!place) return null;
  const kept = `meetbot-push:${place.scope}`;
  const registration = await navigator.serviceWorker.getRegistration(place.scope);
  const isThere = registration?.scope === place.scope && (await subscriptionOf(registration));
  if (isThere && Notification.permission === "granted" && recall(kept) === of) return "on";
  return async () => {
    // Must come first: browsers count a tap as consent only for a moment.
    if ((await Notification.requestPermission()) !== "granted") return "denied";
    const subscription = await subscribe(place, publicKey);
    const body = JSON.stringify(subscription);
    const taken = await call("push", { method: "POST", body });
    if (!taken?.ok) return "failed";
    remember(kept, of);
    return "on";
  };
}

/** The chat's own page has the server's worker; a shop's page has one of the shop's, where its tag names it. */
function placeOf(bot: string): Place | null {
  const chat = `${api}chat/${bot}`;
  if (location.href.startsWith(chat)) {
    return { script: `${api}widget/news-worker.js`, scope: `${chat}/news/` };
  }
  const worker = document.querySelector<HTMLElement>("script[data-worker]")?.dataset.worker;
  const script = worker && new URL(worker, document.baseURI);
  if (!script || script.origin !== location.origin) return null;
  return { script: script.href, scope: new URL(`meetbot-news/${bot}/`, script).href };
}

async function subscribe(place: Place, publicKey: string): Promise<PushSubscription> {
  const registration = await navigator.serviceWorker.register(trusted(place.script), {
    scope: place.scope,
  });
  await isActive(registration);
  const applicationServerKey = bytesOf(publicKey);
  const known = await subscriptionOf(registration);
  const isSame = String(new Uint8Array(known?.options.applicationServerKey ?? new ArrayBuffer(0)));
  if (known && isSame === String(applicationServerKey)) return known;
  // The subscription has another key, with which the server no longer signs.
  await known?.unsubscribe();
  return registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey });
}

const subscriptionOf = ({ pushManager }: ServiceWorkerRegistration) =>
  pushManager.getSubscription();

/** Waits until the worker is active. The page is outside its scope, so nothing else signals that it is ready. */
function isActive({ active, waiting, installing }: ServiceWorkerRegistration): Promise<void> {
  const worker = waiting ?? installing;
  if (active || !worker) return Promise.resolve();
  return new Promise((resolve, reject) => {
    worker.onstatechange = () => {
      if (worker.state === "activated") resolve();
      else if (worker.state === "redundant") reject(new Error("The worker was not installed."));
    };
  });
}

/** Pages that trust no text as an address of code have to name this policy: the chat's own page does. */
function trusted(script: string): string {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy("meetbot-push", { createScriptURL: (url) => url });
  return policy?.createScriptURL(script) ?? script;
}

/**
 * The part of the Trusted Types API used here; its result is typed as a string, so it is accepted wherever a string is.
 */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

/** A page may lack permission to use storage. */
function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // It is offered again.
  }
}
