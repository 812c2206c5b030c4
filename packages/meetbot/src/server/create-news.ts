import type { Logger } from "pino";
import { type Channels, pushChannelOf } from "../channels/registry.ts";
import { createTakeHook } from "../features/connectors/hook/take-hook.ts";
import { createTakeHint } from "../features/customer-updates/events/take-hint.ts";
import { createTellShop } from "../features/customer-updates/events/tell-shop.ts";
import type { PushDoorDeps } from "../features/customer-updates/http/push-api.ts";
import { tellByTemplate } from "../features/customer-updates/ways/tell-by-template.ts";
import type { AgentOf } from "../merchant/agent-of.ts";
import { askByTracking, isUnknownParcel } from "../merchant/track-parcels.ts";
import type { Question } from "../model/conversation/ask.ts";
import type { ConversationRef } from "../model/conversation/conversation-ref.ts";
import type { createSenders } from "../operations/channels/senders.ts";
import type { createAskForBot } from "../operations/endpoint/ask-for-bot.ts";
import type { createBotCache } from "../operations/endpoint/bot-cache.ts";
import type { createUsageRecorder } from "../operations/endpoint/usage-recorder.ts";
import type { createWatchedCircuits } from "../operations/endpoint/watched-circuits.ts";
import type { Store } from "../store/store.ts";
import type { Metrics } from "./metrics/metrics.ts";
import type { BackgroundDeps } from "./start-background.ts";

/** What customer news need of a node. */
export interface NewsDeps {
  store: Store;
  askers: ReturnType<typeof createBotCache>;
  askMerchant: ReturnType<typeof createAskForBot>;
  agentOf: AgentOf;
  circuits: ReturnType<typeof createWatchedCircuits>;
  senderFor: ReturnType<typeof createSenders>["senderFor"];
  channels: Channels;
  recordUsage: ReturnType<typeof createUsageRecorder>;
  metrics: Metrics;
  closing: AbortSignal;
  /** Looks for what is to be told, once something is there. */
  wake(): void;
  log: Logger;
}

/** Puts together by what customers are told first: what shops push, what carriers hint at, what platforms tell, and each way out. */
export function createNews(deps: NewsDeps): {
  takeHint: ReturnType<typeof createTakeHint>;
  takeHook: ReturnType<typeof createTakeHook>;
  pushDoor: Omit<PushDoorDeps, "addressOf">;
  releaseHeld(ref: ConversationRef): Promise<void>;
  telling: Pick<
    BackgroundDeps,
    "askShop" | "askShopOf" | "tellByTemplate" | "tellShop" | "windowOf"
  >;
} {
  const { store, askers, agentOf, circuits, senderFor, channels, metrics, closing, wake, log } =
    deps;
  const { now } = store.clock;
  const links = store.channels.links.as("server");
  const ask = async (botId: string, question: Question, locale?: string) => {
    const asker = await askers.find(botId);
    return asker
      ? deps.askMerchant(asker, question, closing, { locale })
      : { answer: { kind: "unavailable", reason: "endpoint_stopped" } as const, delivery: null };
  };
  const askShopOf = async (botId: string, question: Question) => {
    const { answer } = await ask(botId, question);
    if (!isUnknownParcel(question, answer)) return answer;
    const found = await askByTracking(question, {
      trackedOrder: (number) => store.trackedOrders.orderOf(botId, number),
      askMerchant: (byOrder) => ask(botId, byOrder),
    });
    return found.answer ?? answer;
  };
  return {
    takeHint: createTakeHint({ pushes: store.pushes, wake, now }),
    takeHook: createTakeHook({
      ...{ pushes: store.pushes, trackedOrders: store.trackedOrders, wake, now },
      ...{ recordUsage: deps.recordUsage, onPush: metrics.onPush },
    }),
    pushDoor: {
      secretsOf: store.bots.pushSecrets,
      isBot: async (botId) => (await askers.find(botId)) !== null,
      originBotsOf: store.bots.takingOriginPushes,
      ...{ pushes: store.pushes, trackedOrders: store.trackedOrders },
      ...{ recordUsage: deps.recordUsage, onPush: metrics.onPush },
      ...{ wake, now, log },
    },
    async releaseHeld(ref) {
      if ((await store.pushes.releaseHeld(ref)) > 0) wake();
    },
    telling: {
      askShopOf,
      async askShop(ref, question, locale) {
        const { answer, delivery } = await ask(ref.botId, question, locale);
        if (delivery) await store.deliveryLog.addLookUp(ref, "push", delivery);
        return answer;
      },
      windowOf(name) {
        const channel = pushChannelOf(channels, name);
        return channel ? { hours: channel.windowHours } : undefined;
      },
      tellByTemplate: (news) =>
        tellByTemplate(news, { templates: store.channels.templates, links, senderFor, log }),
      tellShop: createTellShop({
        noteDelivery: (ref, delivery) => store.deliveryLog.addLookUp(ref, "push", delivery),
        ...{ askers, agentOf, circuits, signal: closing, now },
      }),
    },
  };
}
