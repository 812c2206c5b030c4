import { pushChannelOf, pushChannelsOf } from "../../channels/registry.ts";
import { createBotCache } from "../../operations/endpoint/bot-cache.ts";
import { createUsageRecorder } from "../../operations/endpoint/usage-recorder.ts";
import { createWatchedCircuits } from "../../operations/endpoint/watched-circuits.ts";
import { createNetworkOf } from "../../platform/http/client-network.ts";
import { createAskForWork } from "../../platform/limits/ask-for-work.ts";
import { createDisk } from "../../platform/limits/disk.ts";
import { createFloodGate } from "../../platform/limits/flood-gate.ts";
import { createProofOfWork } from "../../platform/limits/proof-of-work.ts";
import { createStrangerOf } from "../../platform/limits/stranger-of.ts";
import { createConversationHub } from "../chat/conversation-hub.ts";
import { createMetrics } from "../metrics/metrics.ts";
import type { NodeSettings } from "./server-options.ts";

/** The foundation that every part of a node uses. */
export type NodeBase = ReturnType<typeof openBase>;

/** Opens the caches, limits and metrics of a node that listens on this port. Starts no background work yet. */
export function openBase(settings: NodeSettings, port: number) {
  const { store, channels, publicUrl, mailer, trustedProxies, log } = settings;
  const askers = createBotCache(store);
  const hub = createConversationHub(store.hints);
  const circuits = createWatchedCircuits(store.health, log);
  const disk = createDisk({ freeSpace: settings.freeSpace, log });
  const isHeard = () => store.hints.isHeard();
  const metrics = createMetrics({
    openStreams: hub.size,
    openBreakers: circuits.countOpen,
    disk,
    clock: store.clock,
    isHeard,
    channels: pushChannelsOf(channels).map(({ name }) => name),
    backlog: store.backlog,
    poolUse: store.poolUse,
  });
  const canMail = mailer !== null && publicUrl !== null;
  const networkOf = createNetworkOf(trustedProxies);
  return {
    ...{ settings, store, log, port, askers, hub, circuits, disk, isHeard, metrics, canMail },
    ownOrigins: settings.ownOrigins(port),
    now: store.clock.now,
    closing: new AbortController(),
    networkOf,
    strangerOf: createStrangerOf(networkOf, publicUrl),
    floodGate: createFloodGate(),
    recordUsage: createUsageRecorder(store.usage, log),
    work: createAskForWork(
      createProofOfWork({ limits: store.limits, key: store.codeKey }),
      settings.proofOfWork,
    ),
    botOf: async (botId: string) => (await askers.find(botId))?.bot ?? null,
    mailsReplies: (channel: string) => canMail && pushChannelOf(channels, channel) === null,
    windowHoursOf: (channel: string) => pushChannelOf(channels, channel)?.windowHours ?? null,
  };
}
