import assert from "node:assert/strict";
import { test } from "node:test";
import { parseAllowList } from "@meetbot/network/addresses/allow-list.ts";
import type { Page } from "playwright-core";
import { startPushService } from "../../meetbot/src/platform/web-push/push-service.fixture.ts";
import { eventually } from "../../meetbot/test/fixtures/eventually.ts";
import { botId, findFaults, prepareConsoles } from "./open-console.ts";
import { startLogConsole } from "./open-log.ts";

const startConsole = prepareConsoles();
const path = `/bots/${botId}/inbox`;

const says = {
  alerts: "Alerts",
  push: "Notifications while the console is closed",
  test: "Send a test",
  tested: "The test was accepted. See that it arrived.",
  waits: "A customer is waiting for a person",
  noContact: /MEETBOT_PUBLIC_URL has to name/,
  blocked: /The browser blocks notifications/,
  homeScreen: /tap Share, then Add to Home Screen/,
} as const;

/** The push service of the browser is not to be reached from here: the page subscribes with another one. */
async function standIn(page: Page, service: Awaited<ReturnType<typeof startPushService>>) {
  await page.context().grantPermissions(["notifications"]);
  await page.exposeFunction("standInSubscription", (publicKey: string) => {
    return service.open(publicKey).subscription;
  });
  await page.addInitScript(() => {
    // As browsers do, it stays with the address.
    const place = "stand-in";
    const base64url = (bytes: Uint8Array) =>
      btoa(String.fromCharCode(...bytes))
        .replaceAll("+", "-")
        .replaceAll("/", "_")
        .replaceAll("=", "");
    function current() {
      const kept = JSON.parse(localStorage.getItem(place) ?? "null");
      if (kept === null) return null;
      return {
        options: { applicationServerKey: Uint8Array.from(kept.key as number[]).buffer },
        toJSON: () => kept.told,
        unsubscribe: async () => localStorage.removeItem(place),
      };
    }
    Object.assign(PushManager.prototype, {
      getSubscription: async () => current(),
      async subscribe(options: { userVisibleOnly: boolean; applicationServerKey: Uint8Array }) {
        if (!options.userVisibleOnly) throw new Error("Chrome wants each push to be seen.");
        const key = options.applicationServerKey;
        const own = window as unknown as { standInSubscription(key: string): Promise<object> };
        const told = await own.standInSubscription(base64url(key));
        localStorage.setItem(place, JSON.stringify({ key: [...key], told }));
        return current();
      },
    });
  });
}

test("an operator switches it on, is told with the console elsewhere, and a click opens the conversation", async (t) => {
  const service = await startPushService(t);
  const publicUrl = "https://bots.example";
  const server = await startLogConsole(t, (test, options) =>
    startConsole(test, {
      ...{ ...options, publicUrl },
      pushServices: () => parseAllowList([service.host]),
    }),
  );
  const { page, complaints, context } = await server.visit({ as: "agent", path });
  await standIn(page, service);
  await page.reload();
  await page.getByRole("button", { name: says.alerts }).click();
  const toggle = page.getByRole("switch", { name: says.push });
  await toggle.click();
  await page.getByRole("button", { name: says.test }).click();
  await page.getByText(says.tested).waitFor();
  assert.equal(await toggle.isChecked(), true);
  assert.deepEqual(await findFaults(page), []);
  await service.until(1);
  assert.deepEqual(service.faults, []);

  // On another page of the console, so that nobody looks at the inbox.
  await page.goto(`${server.origin}/console/account`);
  const id = await server.converse("I want to talk to a person");
  await eventually(15_000, async () => assert.equal(service.shown.length, 2));
  const news = service.shown[1]!.news;
  assert.deepEqual([news.title, news.path.endsWith(`?conversation=${id}`)], [says.waits, true]);

  const worker = context.serviceWorkers()[0]!;
  assert.equal(new URL(worker.url()).pathname, "/console/push-worker.js");
  await deliver(page, JSON.stringify(news));
  const shown = () =>
    worker.evaluate(async () => {
      const { registration } = globalThis as unknown as ServiceWorkerGlobal;
      return (await registration.getNotifications()).map(({ title, body }) => [title, body]);
    });
  await eventually(15_000, async () => assert.deepEqual(await shown(), [[news.title, news.body]]));
  await worker.evaluate(async () => {
    const { registration, dispatchEvent } = globalThis as unknown as ServiceWorkerGlobal;
    const [notification] = await registration.getNotifications();
    // The browser itself lets nobody come to the front whom no hand clicked.
    dispatchEvent(new NotificationEvent("notificationclick", { notification: notification! }));
  });
  await page.waitForURL(`**/console${path}?conversation=${id}**`);
  await page.locator(".talk-message").first().waitFor();
  assert.deepEqual(await shown(), []);
  assert.equal(context.pages().length, 1, "the page that was open is used");

  await page.getByRole("button", { name: says.alerts }).click();
  await page.getByRole("switch", { name: says.push, checked: true }).click();
  await eventually(15_000, async () =>
    assert.deepEqual(await server.run("select from web_push_devices"), []),
  );
  assert.equal(await page.getByRole("switch", { name: says.push }).isChecked(), false);
  assert.deepEqual(complaints, []);
});

test("where it cannot be, the switch says why", async (t) => {
  const server = await startConsole(t);
  const { page } = await server.visit({ as: "agent", path });
  const saysOnly = async (text: RegExp) => {
    await page.getByRole("button", { name: says.alerts }).click();
    await page.getByText(text).waitFor();
    assert.equal(await page.getByRole("switch", { name: says.push }).isDisabled(), true);
    assert.deepEqual(await findFaults(page), []);
  };
  await page.context().grantPermissions(["notifications"]);
  await saysOnly(says.noContact);
  await page.addInitScript(() =>
    Object.defineProperty(Notification, "permission", { get: () => "denied" }),
  );
  await page.reload();
  await saysOnly(says.blocked);
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, "PushManager");
    Object.defineProperty(navigator, "standalone", { value: false });
  });
  await page.reload();
  await saysOnly(says.homeScreen);
});

interface ServiceWorkerGlobal {
  registration: ServiceWorkerRegistration;
  dispatchEvent(event: Event): boolean;
}
declare class NotificationEvent extends Event {
  constructor(type: string, options: { notification: Notification });
}

/** As if the browser's push service had told it. */
async function deliver(page: Page, data: string): Promise<void> {
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
