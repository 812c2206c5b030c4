import type { MiddlewareHandler } from "hono";
import { limitFlood } from "../../platform/limits/limit-flood.ts";
import type { Feature } from "../form/feature.ts";
import { mountNotifications } from "./api/mount-notifications.ts";
import { inPushForm } from "./http/push-answers.ts";
import { createPushDoor } from "./http/push-api.ts";
import { showStopPage, stopMails } from "./http/stop-mails-api.ts";
import { changePushDevice, getPushKey } from "./http/web-push-api.ts";

/** Accepts events from shops, and sends customers one update per parcel and status. */
export const customerUpdates: Feature = {
  name: "customer-updates",
  pages: ["logs", "README", "coming-from", "inbox", "questions", "storage"],
  start(node) {
    const { store, updates, log } = node;
    return {
      mountApi: (admin) =>
        mountNotifications(admin, { ...store, wakeNotifications: updates.wake, log }),
      forms: [
        { path: "/push/*", form: inPushForm },
        { path: "/api", form: inPushForm },
      ],
      hooks(door) {
        const { push, read, origin } = createPushDoor({ ...updates.pushDoor, ...door }, door);
        // The signature covers the body, so the server must read it before it can refuse a caller.
        const hook = { door: "push", refuseStrangers: passOn };
        return [
          { ...hook, path: "/push/:bot_id", hook: push },
          { ...hook, method: "GET", path: "/push/:bot_id/:push_id", hook: read },
          { ...hook, path: "/api", hook: origin },
        ];
      },
      chat(door) {
        const deps = { ...door, ...node, ways: store.ways };
        return {
          mountForAnyPage(app) {
            app.get("/chat/:bot_id/u/:token", limitFlood(door), (c) => showStopPage(c, deps));
            app.post("/chat/:bot_id/u/:token", (c) => stopMails(c, deps));
          },
          mount(app) {
            app.get("/chat/:bot_id/push", limitFlood(door), (c) => getPushKey(c, deps));
            app.on(["POST", "DELETE"], "/chat/:bot_id/push", (c) => changePushDevice(c, deps));
          },
        };
      },
      startJobs: updates.startJobs,
    };
  },
};

const passOn: MiddlewareHandler = (_, next) => next();
