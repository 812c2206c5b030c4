/**
 * Shows the server's web pushes while no page of the chat is open, and opens the chat when the customer taps one. On a
 * shop's page, the shop's own worker loads this file with one line and may contain other code.
 */
interface News {
  meetbot: 1;
  title: string;
  body: string;
  tag: string;
  url: string;
}

interface PushEvent extends ExtendableEvent {
  data: { json(): unknown } | null;
}

interface ExtendableEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface NotificationEvent extends ExtendableEvent {
  notification: Notification;
}

interface WindowClient {
  url: string;
  focus(): Promise<unknown>;
}

interface Worker {
  location: Location;
  registration: {
    showNotification(title: string, options: object): Promise<void>;
  };
  clients: {
    matchAll(options: object): Promise<WindowClient[]>;
    openWindow(url: string): Promise<unknown>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install", listener: () => void): void;
  addEventListener(type: "push", listener: (event: PushEvent) => void): void;
  addEventListener(type: "notificationclick", listener: (event: NotificationEvent) => void): void;
}

const worker = self as unknown as Worker;

worker.addEventListener("install", () => void worker.skipWaiting());

worker.addEventListener("push", (event) => {
  const news = readNews(event.data);
  if (!news) return;
  const { title, body, tag, url } = news;
  const shown = { body, tag, renotify: true, data: { meetbot: url } };
  event.waitUntil(worker.registration.showNotification(title, shown));
});

worker.addEventListener("notificationclick", (event) => {
  const { notification } = event;
  const { meetbot: url } = (notification.data ?? {}) as { meetbot?: string };
  if (typeof url !== "string") return;
  notification.close();
  event.waitUntil(open(url));
});

/** Parses a web push from Meetbot; ignores all others, which the shop sends to its own worker. */
function readNews(data: PushEvent["data"]): News | null {
  try {
    const news = data?.json() as Partial<News> | null;
    return news?.meetbot === 1 ? (news as News) : null;
  } catch {
    return null;
  }
}

/**
 * Opens the chat's own page, or the shop's page with its chat open. A page that already showed the chat would have
 * shown the news itself.
 */
async function open(url: string): Promise<unknown> {
  const chat = new URL(url);
  if (chat.origin !== worker.location.origin) return worker.clients.openWindow("/#meetbot");
  const pages = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  const page = pages.find((one) => new URL(one.url).pathname === chat.pathname);
  return page ? page.focus() : worker.clients.openWindow(url);
}
