import type { Feature } from "../form/feature.ts";
import { mountBridge } from "./api/mount-bridge.ts";
import { createBridgeCounters } from "./hook/bridge-counters.ts";
import { bridgeHook } from "./hook/bridge-hook.ts";
import { createTelling } from "./sync/create-telling.ts";
import { receiveFromDesk } from "./sync/receive-from-desk.ts";
import { startBridges } from "./sync/start-bridges.ts";

/** Hands conversations off to the shop's help desk and delivers its answers. */
export const handoff: Feature = {
  name: "handoff",
  pages: [
    "handoff",
    "README",
    "coming-from",
    "console",
    "faq",
    "gdpr",
    "secrets",
    "storage",
    "threat-model",
    "watching",
  ],
  start(node) {
    const { store, registers, agents, mailer, botOf, deskMoves, windowHoursOf, log } = node;
    const { onBridgeCall, onBridgeHeard } = createBridgeCounters(registers);
    const publicUrl = node.publicUrl?.replace(/\/$/, "") ?? null;
    const { settings, heardAt } = store.bridges;
    return {
      mountApi: (admin) => mountBridge(admin, { ...store, ...node, alertMailer: mailer }),
      hooks: (limiting) => [
        bridgeHook(
          {
            bridges: settings,
            hear: (botId, heard) => receiveFromDesk(botId, heard, { heardAt, deskMoves, botOf }),
            onHeard: onBridgeHeard,
            log,
          },
          limiting,
        ),
      ],
      startJobs: () => [
        startBridges({
          ...createTelling(store, { botOf, publicUrl, windowHoursOf }),
          ...{ dueWork: store.dueWork, agent: agents.bridge, mailer, now: Date.now },
          ...{ onCalled: onBridgeCall, log },
        }),
      ],
    };
  },
};
