import type { StorePart } from "../../../platform/parts/store-part.ts";
import { findOrCreateVapidKeys } from "../../../platform/web-push/vapid-keys.ts";
import { createAlertDestinations, destinationContext } from "./alert-destinations.ts";
import { createAlertQueue } from "./alert-queue.ts";
import { createPushDevices, deviceContext } from "./push-devices.ts";
import { createPushQueue } from "./push-queue.ts";

/** The team's alert destinations and the queue of alerts. */
export const alertsPart = {
  open: (deps) => ({
    destinations: createAlertDestinations(deps),
    queue: createAlertQueue(deps),
  }),
  sealedTables: [
    {
      name: "alert_destinations",
      key: ["bot_id", "destination_id"],
      sealed: "sealed",
      contextOf: ({ bot_id = "", destination_id = "" }) =>
        destinationContext(bot_id, destination_id),
    },
  ],
  pastTables: ["alert_deliveries"],
} satisfies StorePart<unknown>;

/** The operators' browsers and the queue of web pushes. */
export const webPushPart = {
  open: ({ pool, db, keyRing }) => ({
    devices: createPushDevices(db, keyRing),
    queue: createPushQueue({ pool, db, keyRing }),
    keys: () => findOrCreateVapidKeys(db, keyRing),
  }),
  sealedTables: [
    {
      name: "web_push_devices",
      key: ["device_id"],
      sealed: "sealed",
      contextOf: ({ device_id = "" }) => deviceContext(device_id),
    },
  ],
} satisfies StorePart<unknown>;
