// Shows what the server pushes while no page of the console is open, and leads a click to the conversation.
// The server makes the words, by ids only: see packages/meetbot/src/alerts/web-push/compose-push.ts.

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("push", (event) => {
  const { title, body, tag, path } = event.data.json();
  // Each push is shown, also while the console is looked at: Safari takes the permission away otherwise.
  const shown = { body, tag, renotify: true, data: { path } };
  event.waitUntil(self.registration.showNotification(title, shown));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data.path));
});

/** In a page of the console that is open, else in a new one. */
async function open(path) {
  const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const page = pages.find(({ url }) => /^\/console(\/|$)/.test(new URL(url).pathname));
  if (!page) return self.clients.openWindow(path);
  page.postMessage({ open: path });
  return page.focus();
}
