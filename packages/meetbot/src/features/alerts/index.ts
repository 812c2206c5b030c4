import { pushContact } from "../../platform/web-push/push-contact.ts";
import type { Feature } from "../form/feature.ts";
import { mountAlerts } from "./api/mount-alerts.ts";
import { mountPushDevices } from "./api/mount-push-devices.ts";
import { startWebPush } from "./browsers/start-web-push.ts";
import { createAlertCounter } from "./sending/alert-counters.ts";
import { startAlerts } from "./sending/start-alerts.ts";
import { textOfMessage } from "./sending/text-of-message.ts";

/** Alerts the shop's team where they are: in their team chats, by mail, in their browsers. */
export const alerts: Feature = {
  name: "alerts",
  pages: [
    "alerts",
    "README",
    "coming-from",
    "console",
    "faq",
    "secrets",
    "storage",
    "threat-model",
    "watching",
  ],
  start(node) {
    const { store, registers, agents, mailer, botOf, log } = node;
    const onSent = createAlertCounter(registers);
    const publicUrl = node.publicUrl?.replace(/\/$/, "") ?? null;
    const { dueWork } = store;
    const sending = { botOf, dueWork, now: Date.now, random: Math.random, log };
    const { queue } = store.alerts;
    return {
      mountApi(admin) {
        mountAlerts(admin, { ...store, ...node, alertMailer: mailer });
        mountPushDevices(admin, { ...store, ...node });
      },
      startJobs: () => [
        startAlerts({
          ...{ ...sending, agent: agents.alert, queue, mailer, publicUrl, onSent },
          textOf: textOfMessage(store.conversationLog),
        }),
        startWebPush({
          ...{ ...sending, ...store.webPush, agent: agents.web_push, spread: queue.spread },
          contact: pushContact(publicUrl),
          onSent: (outcome) => onSent("web_push", outcome),
        }),
      ],
    };
  },
};
