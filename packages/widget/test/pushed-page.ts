import type { Page } from "playwright-core";
import type { startPushService } from "../../meetbot/src/platform/web-push/push-service.fixture.ts";

/** The push service of the browser is not to be reached from here: the page subscribes with another one. */
export async function standIn(page: Page, service: Awaited<ReturnType<typeof startPushService>>) {
  await page.exposeFunction("standInSubscription", (publicKey: string) => {
    return service.open(publicKey).subscription;
  });
  await page.addInitScript(() => {
    const own = window as unknown as {
      asked: number;
      standInSubscription(key: string): Promise<object>;
    };
    own.asked = 0;
    const ask = Notification.requestPermission.bind(Notification);
    Notification.requestPermission = () => {
      own.asked += 1;
      return ask();
    };
    let kept: object | null = null;
    Object.assign(PushManager.prototype, {
      getSubscription: async () => kept,
      async subscribe(options: { userVisibleOnly: boolean; applicationServerKey: Uint8Array }) {
        if (!options.userVisibleOnly) throw new Error("Chrome wants each push to be seen.");
        const key = btoa(String.fromCharCode(...options.applicationServerKey))
          .replaceAll("+", "-")
          .replaceAll("/", "_")
          .replaceAll("=", "");
        const told = await own.standInSubscription(key);
        kept = { options, toJSON: () => told, unsubscribe: async () => true };
        return kept;
      },
    });
  });
}

/** As the browser's own push service hands it to the worker, which it starts only once it is active. */
export async function deliver(page: Page, data: string): Promise<void> {
  await page.evaluate(async () => {
    for (const {
      installing,
      waiting,
      active,
    } of await navigator.serviceWorker.getRegistrations()) {
      const worker = installing ?? waiting ?? active;
      while (worker && worker.state !== "activated") {
        await new Promise((resolve) =>
          worker.addEventListener("statechange", resolve, { once: true }),
        );
      }
    }
  });
  const devtools = await page.context().newCDPSession(page);
  const found = new Promise<string>((resolve) =>
    devtools.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      const [one] = registrations;
      if (one) resolve(one.registrationId);
    }),
  );
  await devtools.send("ServiceWorker.enable");
  const origin = new URL(page.url()).origin;
  await devtools.send("ServiceWorker.deliverPushMessage", {
    ...{ origin, registrationId: await found, data },
  });
}
