import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { Question } from "@meetbot/model/conversation/ask.ts";
import type { ConversationRef } from "@meetbot/model/conversation/conversation-ref.ts";
import type { Mailer } from "@meetbot/model/mail.ts";
import type { Logger } from "pino";
import type { Registry } from "prom-client";
import { type Channels, pushChannelOf } from "../../../channels/registry.ts";
import type { AgentOf } from "../../../merchant/agent-of.ts";
import type { EndpointRuntimes } from "../../../merchant/resilience/endpoint-runtimes.ts";
import { askByTracking, isUnknownParcel } from "../../../merchant/track-parcels.ts";
import type { createAskForBot } from "../../../operations/endpoint/ask-for-bot.ts";
import type { BotCache } from "../../../operations/endpoint/bot-cache.ts";
import type { RecordUsage } from "../../../operations/endpoint/usage-recorder.ts";
import type { SenderFor } from "../../../outbound/sender.ts";
import type { Job } from "../../../platform/parts/job.ts";
import type { Agents } from "../../../server/metrics/watch-calls.ts";
import type { Store } from "../../../store/store.ts";
import type { Tracer } from "../../../tracing/tracer.ts";
import { createPushCounters, type PushCounters } from "../events/push-counters.ts";
import { createTellShop } from "../events/send-push-status.ts";
import { createTakeHint } from "../events/take-hint.ts";
import { createTakeHook } from "../events/take-hook.ts";
import type { PushDoorDeps } from "../http/push-api.ts";
import { startNotifications } from "../sending/start-notifications.ts";
import { startPushStatus } from "../sending/start-push-status.ts";
import type { OutsideWay } from "../sending/tell-lease.ts";
import { sendByTemplate } from "../ways/send-by-template.ts";
import { createTellByEmail } from "../ways/tell-by-email.ts";
import { createTellByWebPush } from "../ways/tell-by-web-push.ts";

/** What customer updates need from a node. */
export interface CustomerUpdatesDeps {
  store: Store;
  askers: BotCache;
  askMerchant: ReturnType<typeof createAskForBot>;
  agentOf: AgentOf;
  circuits: EndpointRuntimes;
  senderFor: SenderFor;
  channels: Channels;
  recordUsage: RecordUsage;
  agents: Agents;
  mailer: Mailer | null;
  /** MEETBOT_PUBLIC_URL; `null`: not set. */
  publicUrl: string | null;
  botOf(botId: string): Promise<Bot | null>;
  wakeWorker(ref: ConversationRef): void;
  /** Whether the customer has the chat open on this node. */
  isOpen(ref: ConversationRef): boolean;
  registers: Registry[];
  closing: AbortSignal;
  tracer: Tracer;
  log: Logger;
}

/** Customer updates, as other parts of the node use them. */
export interface CustomerUpdates {
  /** Accepts a carrier webhook and queries the shop about the parcel. */
  takeHint: ReturnType<typeof createTakeHint>;
  /** Accepts a webhook of a shop's platform as shop events. */
  takeHook: ReturnType<typeof createTakeHook>;
  onPush: PushCounters["onPush"];
  /** Sends the updates that were held until the customer opened the chat. */
  releaseHeld(ref: ConversationRef): Promise<void>;
  /** Looks for updates to send, now. */
  wake(): void;
  pushDoor: Omit<PushDoorDeps, "addressOf">;
  startJobs(): Job[];
}

/** Opens the intake of shop events and prepares the jobs that send updates. */
export function openCustomerUpdates(deps: CustomerUpdatesDeps): CustomerUpdates {
  const { store, askers, recordUsage, log } = deps;
  const { pushes, trackedOrders } = store;
  const { now } = store.clock;
  const { onPush, onNotification } = createPushCounters(deps.registers);
  let wakeSending = () => {};
  const wake = () => wakeSending();
  return {
    ...{ onPush, wake },
    takeHint: createTakeHint({ pushes, wake, now }),
    takeHook: createTakeHook({ pushes, trackedOrders, wake, now, recordUsage, onPush }),
    async releaseHeld(ref) {
      if ((await pushes.releaseHeld(ref)) > 0) wake();
    },
    pushDoor: {
      secretsOf: store.bots.pushSecrets,
      isBot: async (botId) => (await askers.find(botId)) !== null,
      originBotsOf: store.bots.takingOriginPushes,
      ...{ pushes, trackedOrders, recordUsage, onPush, wake, now, log },
    },
    startJobs() {
      const { dueWork } = store;
      const sending = startNotifications({
        ...{ pushes, dueWork, ...createQueries(deps), ways: createWays(deps) },
        ...{ botOf: deps.botOf, isOpen: deps.isOpen, wakeWorker: deps.wakeWorker },
        windowOf(name) {
          const channel = pushChannelOf(deps.channels, name);
          return channel ? { hours: channel.windowHours } : undefined;
        },
        ...{ now: Date.now, onTold: onNotification, tracer: deps.tracer, log },
      });
      wakeSending = sending.wake;
      const sendPushStatus = createTellShop({
        recordDelivery: (ref, delivery) => store.deliveryLog.addLookUp(ref, "push", delivery),
        ...{ askers, agentOf: deps.agentOf, circuits: deps.circuits, signal: deps.closing, now },
      });
      return [sending, startPushStatus({ pushes, dueWork, sendPushStatus, log })];
    },
  };
}

/** Creates the queries to the shop: for a conversation, which logs them, and for a parcel's order, with no log. */
function createQueries({ store, askers, askMerchant, closing }: CustomerUpdatesDeps) {
  const ask = async (botId: string, question: Question, locale?: string) => {
    const asker = await askers.find(botId);
    return asker
      ? askMerchant(asker, question, closing, { locale })
      : { answer: { kind: "unavailable", reason: "endpoint_stopped" } as const, delivery: null };
  };
  return {
    async askShop(ref: ConversationRef, question: Question, locale?: string) {
      const { answer, delivery } = await ask(ref.botId, question, locale);
      if (delivery) await store.deliveryLog.addLookUp(ref, "push", delivery);
      return answer;
    },
    async askShopOf(botId: string, question: Question) {
      const { answer } = await ask(botId, question);
      if (!isUnknownParcel(question, answer)) return answer;
      const found = await askByTracking(question, {
        trackedOrder: (number) => store.trackedOrders.orderOf(botId, number),
        askMerchant: (byOrder) => ask(botId, byOrder),
      });
      return found.answer ?? answer;
    },
  };
}

/** Returns the ways to reach customers who do not have the chat open, in the order in which they are tried. */
function createWays(deps: CustomerUpdatesDeps): OutsideWay[] {
  const { store, botOf, agents, mailer, senderFor, log } = deps;
  const { templates, links } = store.channels;
  const templated = { templates, links: links.as("server"), senderFor, log };
  const publicUrl = deps.publicUrl?.replace(/\/$/, "") ?? null;
  const outside = { ...store, botOf, publicUrl };
  return [
    { way: "template", tell: (news) => sendByTemplate(news, templated) },
    {
      way: "web_push",
      tell: createTellByWebPush({ ...outside, agent: agents.web_push, now: Date.now }),
    },
    { way: "email", tell: createTellByEmail({ ...outside, mailer }) },
  ];
}
