import { pushChannelOf } from "../channels/registry.ts";
import type { CustomerUpdates } from "../features/customer-updates/opening/open-customer-updates.ts";
import type { RunningFeature } from "../features/form/feature.ts";
import type { Pictures } from "../features/pictures/opening/open-pictures.ts";
import { recordTemplates } from "../operations/channels/publish-templates.ts";
import { createAskBypassingBreaker } from "../operations/endpoint/ask-for-bot.ts";
import { createTurnstile } from "../platform/limits/turnstile.ts";
import { enqueueFacts } from "../turn/work/enqueue-facts.ts";
import { version } from "../version.ts";
import type { AdminApiDeps } from "./admin-api/admin-api.ts";
import { usableAdminToken } from "./admin-api/http/find-caller.ts";
import { createVoucherOf } from "./chat/create-vouch-verifier.ts";
import { rememberCustomers, rememberTokens } from "./chat/remember-conversations.ts";
import type { NodeBase } from "./node/open-base.ts";
import type { Outside } from "./node/open-outside.ts";
import type { Turns } from "./node/start-turns.ts";
import type { RouteDeps } from "./routes.ts";
import type { SignIn } from "./sign-in/create-sign-in.ts";
import { serveSignIn } from "./sign-in/serve-sign-in.ts";
import type { WebhookDeps } from "./webhooks/channel-webhook.ts";

/** The number of streams that read page by page at once, over ten connections. A page takes a few milliseconds. */
const maxReadings = 4;

/** Longest wait for a platform to show that a person is typing. */
const maxShowTypingMs = 5_000;

/** A node with all its parts open. */
export interface OpenNode {
  base: NodeBase;
  outside: Outside;
  turns: Turns;
  updates: CustomerUpdates;
  pictures: Pictures;
  signIn: SignIn;
  features: readonly RunningFeature[];
}

/** Returns the dependencies of a node's routes. */
export function routeDeps(node: OpenNode): RouteDeps {
  const { base, outside, turns, updates, signIn, features } = node;
  const { settings, store, metrics, closing, networkOf, log } = base;
  const { mailbox, hints, waiting } = store;
  const tokens = rememberTokens(mailbox.find);
  const createVouchVerifier = createVoucherOf(base);
  const { onTurnedAway, onRequest, onFeedback, registry } = metrics;
  return {
    ...base,
    ...{ onTurnedAway, onRequest, onFeedback, registry, features, createVouchVerifier },
    ...{ mailbox, links: store.links, movedBots: store.movedBots, feedback: store.feedback },
    ...{ limits: store.limits, readings: store.readings, clock: store.clock, ready: store.ping },
    admin: adminDeps(node),
    webhooks: webhookDeps(node),
    serveSignIn: serveSignIn({
      ...{ ...store, signIn, networkOf, onTurnedAway },
      isOnlyProvider: outside.identityProvider?.settings.isOnlyWay ?? false,
    }),
    closing: closing.signal,
    findRemembered: tokens.find,
    forgetTokens: tokens.forget,
    returnLinks: waiting,
    signalReturn: (ref) => hints.give(ref),
    recordSeen: waiting.recordSeen,
    readInTurn: createTurnstile(maxReadings),
    vouchedBy: (botId, identity) => createVouchVerifier(botId, identity, "chat"),
    transcriptMailer: outside.mailer,
    worker: turns.worker,
    releaseHeld: updates.releaseHeld,
    isSecure: settings.publicUrl?.startsWith("https:") ?? false,
    ...{ hosts: settings.hosts, demoPages: settings.demoPages, tracer: settings.tracer },
    ...{ trustedProxies: settings.trustedProxies, adminNetworks: settings.adminNetworks, log },
  };
}

function adminDeps({ base, outside, turns, signIn, features }: OpenNode): AdminDeps {
  const { settings, store, metrics, log } = base;
  const { channels, publicUrl, secondFactor } = settings;
  const { askers } = base;
  return {
    ...store,
    ...{ features, signIn, secondFactor, publicUrl, version, log },
    ...{ mailsReplies: base.mailsReplies, ownOrigins: base.ownOrigins, disk: base.disk },
    ...{ guard: outside.guard, agentOf: outside.agentOf, apis: outside.apis },
    ...{ connectors: outside.connectors, askMerchant: outside.askMerchant },
    ...{ deskMoves: turns.deskMoves, deskUpkeep: turns.deskUpkeep },
    sendsCodes: outside.mailer !== null,
    adminToken: usableAdminToken(settings.adminToken, log),
    askerOf: askers.findFresh,
    windowHoursOf: (channel) => pushChannelOf(channels, channel)?.personWindowHours ?? null,
    askBypassingBreaker: createAskBypassingBreaker(outside.asking),
    wakeDispatcher: turns.dispatcher.wake,
    showWriting: (ref) => turns.showTyping(ref, AbortSignal.timeout(maxShowTypingMs)),
    closing: base.closing.signal,
    onTurnedAway: metrics.onTurnedAway,
  };
}

type AdminDeps = Omit<AdminApiDeps, "takeBody">;

function webhookDeps({ base, outside, turns, pictures }: OpenNode): WebhookDeps {
  const { settings, store, askers, recordUsage, metrics, log } = base;
  const { mailbox, hints } = store;
  const { enqueue, answeredIn } = store.channels;
  const admitting = {
    ...{ mailbox, hints, worker: turns.worker, wakeDispatcher: turns.dispatcher.wake },
    channels: { enqueue, answeredIn: rememberCustomers(answeredIn) },
  };
  return {
    channels: settings.channels,
    async enqueue(link, facts) {
      const takes = (await askers.find(link.botId))?.bot.pictures ?? false;
      await enqueueFacts(admitting, link, takes ? pictures.mark(facts) : facts);
      if (takes) await pictures.fetch(link, facts);
    },
    recordTemplates: (met, channel, news) =>
      recordTemplates(met.botId, met, news, { ...store.channels, channel }),
    linkOf: outside.linkOf,
    onWebhook: metrics.onWebhook,
    ...{ recordUsage, log },
  };
}
