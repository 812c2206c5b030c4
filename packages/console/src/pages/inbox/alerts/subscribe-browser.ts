import { pushWorker } from "./push-worker.ts";

/** The data that the server needs to send web push to this browser. */
export interface BrowserSubscription {
  endpoint: string;
  keys: { p256dh: string; auth: string };
}

/** Subscribes this browser once; drops a subscription made with another key, which nobody uses. */
export async function subscribeBrowser(publicKey: string): Promise<BrowserSubscription> {
  const { pushManager } = await register();
  const applicationServerKey = bytesOf(publicKey);
  const before = await pushManager.getSubscription();
  const isSame =
    before !== null && isEqual(before.options.applicationServerKey, applicationServerKey);
  if (!isSame) await before?.unsubscribe();
  const subscription = isSame
    ? before
    : await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey });
  const { endpoint = "", keys = {} } = subscription.toJSON();
  return { endpoint, keys: { p256dh: keys.p256dh ?? "", auth: keys.auth ?? "" } };
}

/** Stops web pushes to this browser. */
export async function unsubscribeBrowser(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration(pushWorker);
  await (await registration?.pushManager.getSubscription())?.unsubscribe();
}

/** The worker, once it is there: only then a browser subscribes. */
async function register(): Promise<ServiceWorkerRegistration> {
  const registration = await navigator.serviceWorker.register(pushWorker);
  const coming = registration.installing ?? registration.waiting;
  if (registration.active || !coming) return registration;
  await new Promise<void>((resolve) => {
    coming.addEventListener("statechange", () => {
      if (coming.state === "activated" || coming.state === "redundant") resolve();
    });
  });
  return registration;
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(text, (one) => one.charCodeAt(0));
}

function isEqual(known: ArrayBuffer | null, wanted: Uint8Array): boolean {
  const bytes = new Uint8Array(known ?? new ArrayBuffer(0));
  return bytes.length === wanted.length && bytes.every((byte, n) => byte === wanted[n]);
}
