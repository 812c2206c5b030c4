import type { Feature } from "../form/feature.ts";
import { mountConnectors } from "./api/mount-connectors.ts";
import { connectorHook } from "./hook/connector-hook.ts";

/** Queries shops on known platforms through the platforms' own APIs, and accepts the platforms' webhooks. */
export const connectors: Feature = {
  name: "connectors",
  pages: [
    "connectors",
    "README",
    "coming-from",
    "console",
    "faq",
    "secrets",
    "threat-model",
    "watching",
  ],
  start(node) {
    const { store, connectors: host, updates, log } = node;
    return {
      mountApi: (admin) => mountConnectors(admin, { ...store, ...node }),
      hooks: (door) => [
        connectorHook(
          {
            connections: store.connections,
            hear: host.hear,
            take: updates.takeHook,
            onPush: updates.onPush,
            log,
          },
          door,
        ),
      ],
    };
  },
};
