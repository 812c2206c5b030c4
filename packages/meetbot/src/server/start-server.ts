import { type AllowList, parseAllowList } from "@meetbot/network/addresses/allow-list.ts";
import { createEndpointGuard } from "@meetbot/network/addresses/endpoint-guard.ts";
import { createMerchantAgent } from "@meetbot/network/exchange/merchant-agent.ts";
import type { Hono } from "hono";
import type { Logger } from "pino";
import {
  registry as allChannels,
  type Channels,
  pushChannelOf,
  pushChannelsOf,
} from "../channels/registry.ts";
import {
  openShopWays,
  type ShopWaysOptions,
} from "../features/connectors/connecting/open-shop-ways.ts";
import { createPushesOf } from "../features/customer-updates/events/create-pushes-of.ts";
import { features as allFeatures } from "../features/features.ts";
import type { Feature, FeatureNode } from "../features/form/feature.ts";
import { markPictures, startFetchPictures } from "../features/pictures/fetching/fetch-pictures.ts";
import type { Clamd } from "../features/pictures/files/clamd.ts";
import { createReEncode } from "../features/pictures/files/re-encode-process.ts";
import type { ModelEndpoint } from "../language-model/post-completion.ts";
import type { AgentOf } from "../merchant/agent-of.ts";
import type { Mailer } from "../model/mail.ts";
import type { SecondFactorPolicy } from "../model/second-factor.ts";
import type { SingleSignOnSettings } from "../model/single-sign-on.ts";
import { turnLimits } from "../model/turn-limits.ts";
import { createBookCache } from "../operations/answers/book-cache.ts";
import { noteTemplates } from "../operations/channels/publish-templates.ts";
import { createSenders, openApis } from "../operations/channels/senders.ts";
import { createDeskMoves } from "../operations/desk/desk-moves.ts";
import { createDeskUpkeep } from "../operations/desk/desk-upkeep.ts";
import { createAskBypassingBreaker, createAskForBot } from "../operations/endpoint/ask-for-bot.ts";
import { createBotCache } from "../operations/endpoint/bot-cache.ts";
import { openLanguageModel } from "../operations/endpoint/open-language-model.ts";
import { createUsageRecorder } from "../operations/endpoint/usage-recorder.ts";
import { warnOfPolicies } from "../operations/endpoint/warn-of-policies.ts";
import { createWatchedCircuits } from "../operations/endpoint/watched-circuits.ts";
import type { Storage } from "../operations/open-storage.ts";
import { createUsualWait } from "../operations/waiting/usual-wait.ts";
import { startDispatcher } from "../outbound/dispatch.ts";
import { showTyping } from "../outbound/show-typing.ts";
import { createNetworkOf } from "../platform/http/client-network.ts";
import { createAskForWork, type WorkMode } from "../platform/limits/ask-for-work.ts";
import { createDisk } from "../platform/limits/disk.ts";
import { createFloodGate } from "../platform/limits/flood-gate.ts";
import { createProofOfWork } from "../platform/limits/proof-of-work.ts";
import { createStrangerOf } from "../platform/limits/stranger-of.ts";
import { createTurnstile } from "../platform/limits/turnstile.ts";
import { pushContact } from "../platform/web-push/push-contact.ts";
import { newChoiceToken, newCode } from "../secrets/token.ts";
import { idsOnly, type Tracer } from "../tracing/tracer.ts";
import { enqueueFacts } from "../turn/work/enqueue-facts.ts";
import { startWorker } from "../turn/work/work.ts";
import { version } from "../version.ts";
import { usableAdminToken } from "./admin-api/http/find-caller.ts";
import { createConversationHub } from "./chat/conversation-hub.ts";
import { createVoucherOf } from "./chat/create-vouch-verifier.ts";
import { rememberCustomers, rememberTokens } from "./chat/remember-conversations.ts";
import { createNews } from "./create-news.ts";
import { limitQueries } from "./doors/limit-queries.ts";
import { type Listener, openListener } from "./listener/open-listener.ts";
import { createMetrics } from "./metrics/metrics.ts";
import {
  createAgents,
  watchAgent,
  watchApis,
  watchMails,
  watchScan,
} from "./metrics/watch-calls.ts";
import { createRoutes } from "./routes.ts";
import { serveSignIn } from "./sign-in/serve-sign-in.ts";
import { startBackground } from "./start-background.ts";

/** Streams that read page after page at once, over ten connections. A page takes a few milliseconds. */
const mostReadings = 4;

/** A platform that takes longer to show that a person writes is not waited for. */
const showsWritingMs = 5_000;

export interface ServerOptions extends Pick<Storage, "store">, Partial<Pick<Storage, "freeSpace">> {
  /** Sends codes; `null`: they are not offered. */
  mailer: Mailer | null;
  /** Pages of the demo, below `/demo`. */
  demoPages?: Hono;
  host: string;
  /** 0 takes any free port. */
  port: number;
  /** Opened there already, for those who ask while the store is opened; one is opened by default. */
  door?: Listener;
  /** The only `Host` names served; `null`: any. */
  hosts: readonly string[] | null;
  /** Origins of pages that this server shows itself on the port it has. */
  ownOrigins(port: number): readonly string[];
  /** Shops that are called although they are not on the public internet; none by default. */
  outboundAllow?: () => AllowList;
  /** Push services that browsers may name beside the known ones; none by default. */
  pushServices?: () => AllowList;
  /** Addresses and CIDR networks of proxies whose `X-Forwarded-For` counts; none by default. */
  trustedProxies?: readonly string[];
  /** MEETBOT_ADMIN_NETWORKS: addresses and CIDR networks that operators come from; any by default. */
  adminNetworks?: readonly string[];
  /** MEETBOT_PUBLIC_URL; none by default. */
  publicUrl?: string | null;
  /** MEETBOT_PROOF_OF_WORK; on pressure by default. */
  proofOfWork?: WorkMode;
  /** How long a message that asks for nothing waits for what follows; a moment by default. */
  waitForMoreMs?: number;
  /** Ways customers reach bots; all that there are by default. */
  channels?: Channels;
  /** Where the APIs of platforms are, by the names of their channels; the platforms' own by default. */
  apiUrls?: Readonly<Record<string, string | null>>;
  /** What bots may have asked where their engine is unsure; none by default. */
  languageModel?: ModelEndpoint | null;
  /** Looks at what customers send before it is kept; none by default. */
  clamd?: Clamd | null;
  /** Leads what is done under the ids of requests; ids alone by default. */
  tracer?: Tracer;
  /** Platforms that Meetbot asks itself; all that there are by default. */
  connectors?: ShopWaysOptions;
  /** Takes what carriers hint at; has the shop asked about it by default. */
  onCarrierHint?: FeatureNode["takeHint"];
  /** What this node runs besides; all that there is by default. */
  features?: readonly Feature[];
  /** MEETBOT_ADMIN_TOKEN; none by default. */
  adminToken?: string | null;
  /** Sign-in by a company's identity provider; none by default. */
  singleSignOn?: SingleSignOnSettings | null;
  /** MEETBOT_SECOND_FACTOR; off by default. */
  secondFactor?: SecondFactorPolicy;
  log: Logger;
}

export interface RunningServer {
  url: string;
  /** Turns away what comes, ends the streams, finishes the turns in hand, then stops. */
  close(): Promise<void>;
}

/** Starts one node: the routes, and the worker that takes the turns. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const {
    store,
    host,
    hosts,
    ownOrigins,
    demoPages = null,
    outboundAllow = () => parseAllowList([]),
    pushServices = () => parseAllowList([]),
    trustedProxies = [],
    adminNetworks = [],
    publicUrl = null,
    adminToken = null,
    languageModel = null,
    singleSignOn: singleSignOnSettings = null,
    secondFactor = "off",
    clamd = null,
    tracer = idsOnly,
    onCarrierHint,
    features = allFeatures,
    channels = allChannels,
    apiUrls = {},
    proofOfWork = "on-pressure",
    waitForMoreMs = turnLimits.waitForMoreMs,
    log,
  } = options;
  const { mailbox, hints } = store;
  // These may fail, and come before anything runs that nobody would stop.
  await warnOfPolicies(store.bots, options.mailer !== null, log);
  const { door = await openListener(options) } = options;
  const { port } = door;
  const askers = createBotCache(store);
  const guard = createEndpointGuard({ allow: outboundAllow, ownPort: port });
  const pushGuard = createEndpointGuard({ allow: pushServices, ownPort: port });
  const hub = createConversationHub(hints);
  const circuits = createWatchedCircuits(store.health, log);
  const disk = createDisk({ freeSpace: options.freeSpace ?? null, log });
  const pushed = pushChannelsOf(channels).map(({ name }) => name);
  const sizes = {
    openStreams: hub.size,
    openBreakers: circuits.countOpen,
    disk,
    clock: store.clock,
    isHeard: () => hints.isHeard(),
    channels: pushed,
    backlog: store.backlog,
    poolUse: store.poolUse,
  };
  const metrics = createMetrics(sizes);
  const { registry, onCall, onTurn, onTurnedAway, watchLimits, watchMailer } = metrics;
  const wayOut = createMerchantAgent(guard);
  const pushWayOut = createMerchantAgent(pushGuard);
  const agents = createAgents(wayOut, pushWayOut, onCall);
  const shopWays = openShopWays({
    store,
    http: wayOut,
    guard,
    log,
    connectors: options.connectors,
  });
  const agentOf: AgentOf = (botId, listenerId) =>
    watchAgent(shopWays.agentOf(botId, listenerId), "merchant", onCall);
  const mailer = options.mailer && watchMails(options.mailer, onCall);
  const recordUsage = createUsageRecorder(store.usage, log);
  const { now } = store.clock;
  const asking = {
    askers,
    agentOf,
    circuits,
    health: store.health,
    recordUsage,
    now,
    log,
  };
  const work = createAskForWork(
    createProofOfWork({ limits: store.limits, key: store.codeKey }),
    proofOfWork,
  );
  const apis = watchApis(openApis(channels, apiUrls), onCall);
  const { links } = store.channels;
  const { senderFor, linkOf } = createSenders({ links, bots: askers, channels, apis });
  const sending = { outbox: store.channels.outbox, dueWork: store.dueWork, senderFor, log };
  const dispatcher = startDispatcher({
    ...sending,
    links: links.as("server"),
    now,
    random: Math.random,
    onSent: metrics.onSent,
    tracer,
    noteOf: ({ botId, conversationId }) =>
      publicUrl
        ? `${publicUrl}/console/bots/${botId}/conversations/${conversationId}`
        : conversationId,
  });
  const model =
    languageModel &&
    openLanguageModel(languageModel, {
      ...{ outboundAllow, port, log },
      watch: (agent) => watchAgent(agent, "language_model", onCall),
    });
  const askMerchant = createAskForBot(asking);
  const usualWait = createUsualWait(store.waiting, store.presence);
  const canMail = mailer !== null && publicUrl !== null;
  const mailsReplies = (channel: string) => canMail && pushChannelOf(channels, channel) === null;
  const windowHoursOf = (channel: string) => pushChannelOf(channels, channel)?.windowHours ?? null;
  const botOf = async (botId: string) => (await askers.find(botId))?.bot ?? null;
  const worker = startWorker({
    channelOf(name) {
      const channel = pushChannelOf(channels, name);
      return {
        isPushed: channel !== null,
        linksAccounts: channel?.linksAccounts ?? false,
        passesOn: (bot) => channel?.passesOn?.(bot) ?? false,
      };
    },
    mailbox,
    dueWork: store.dueWork,
    hints,
    botFor: askers.find,
    bookOf: createBookCache(store.answers, log),
    askMerchant,
    async waitingOf(bot, channel) {
      return { usualWait: await usualWait(bot), mailsReplies: mailsReplies(channel) };
    },
    pushesOf: createPushesOf(store.pushes),
    newsOutside: { browser: pushContact(publicUrl) !== null, email: canMail },
    languageModel: model,
    trackedOrders: store.trackedOrders,
    limits: work.watch(watchLimits(limitQueries(store.limits, publicUrl))),
    links: store.links,
    noteDelivery: store.deliveryLog.add,
    codes: mailer && { mailer: watchMailer(mailer), hash: store.codeKey, newCode },
    newToken: newChoiceToken,
    onTurn,
    onStored: hub.handOver,
    onCalled: ({ botId: bot }) =>
      void deskUpkeep
        .deal(bot)
        .catch((err: unknown) => log.warn({ err, bot }, "what waits was not dealt yet")),
    onLate: (ref, ended) => void showTyping(sending, ref, ended),
    dispatcher,
    waitForMoreMs,
    tracer,
    now,
    log,
  });
  const keeping = {
    pictures: store.pictures,
    reEncode: createReEncode(),
    scan: clamd && watchScan(clamd, onCall),
  };
  const deskMoves = createDeskMoves({
    ...store,
    windowsOf: (name) => pushChannelOf(channels, name),
    ...{ botOf, mailsReplies },
    wakeWorker: worker.wake,
    wakeDispatcher: dispatcher.wake,
  });
  const deskUpkeep = createDeskUpkeep({ ...store, wakeWorker: worker.wake });
  const admitting = {
    mailbox,
    channels: {
      enqueue: store.channels.enqueue,
      answeredIn: rememberCustomers(store.channels.answeredIn),
    },
    worker,
    hints: store.hints,
    wakeDispatcher: dispatcher.wake,
  };
  const tokens = rememberTokens(mailbox.find);
  const origins = ownOrigins(port);
  const networkOf = createNetworkOf(trustedProxies);
  const createVouchVerifier = createVoucherOf({ askers, recordUsage, now, log });
  const closing = new AbortController();
  const fetchingPictures = startFetchPictures({
    ...{
      channels: store.channels,
      fetches: store.pictureFetches,
      dueWork: store.dueWork,
      keeping,
      limits: store.limits,
      senderFor,
      agent: agents.picture,
    },
    ...{ closing: closing.signal, log },
  });
  // Loaded here: the commands that run no server do without it, which takes a quarter of a second.
  const { createSignIn } = await import("./sign-in/create-sign-in.ts");
  const singleSignOn =
    singleSignOnSettings &&
    (await import("../single-sign-on/single-sign-on.ts")).openSingleSignOn(singleSignOnSettings, {
      ...{ outboundAllow, ownPort: port },
      watch: (agent) => watchAgent(agent, "identity_provider", onCall),
    });
  const signIn = createSignIn({
    ...store,
    ownOrigins: origins,
    isSecure: origins.every((origin) => origin.startsWith("https:")),
    singleSignOn,
    secondFactor,
    onFault: (codes) => log.warn(codes, "the identity provider let nobody in"),
  });
  const news = createNews({
    ...{
      store,
      askers,
      askMerchant,
      agentOf,
      circuits,
      senderFor,
      channels,
      recordUsage,
      metrics,
    },
    ...{ closing: closing.signal, wake: () => background.wakeNotifications(), log },
  });
  const running = features.map((feature) =>
    feature.start({
      ...{ store, botOf, deskMoves, windowHoursOf, agents, guard, pushGuard, mailer },
      ...{ publicUrl, ownOrigins: origins, registers: [registry], log },
      takeHint: onCarrierHint ?? news.takeHint,
    }),
  );
  const routes = createRoutes({
    admin: {
      ...store,
      features: running,
      signIn,
      secondFactor,
      guard,
      sendsCodes: mailer !== null,
      mailsReplies,
      publicUrl,
      adminToken: usableAdminToken(adminToken, log),
      ownOrigins: origins,
      agentOf,
      connectors: shopWays.host,
      askerOf: askers.findFresh,
      askMerchant,
      windowHoursOf: (channel) => pushChannelOf(channels, channel)?.personWindowHours ?? null,
      askBypassingBreaker: createAskBypassingBreaker(asking),
      apis,
      wakeDispatcher: dispatcher.wake,
      wakeNotifications: () => background.wakeNotifications(),
      deskMoves,
      deskUpkeep,
      showWriting: (ref) => void showTyping(sending, ref, AbortSignal.timeout(showsWritingMs)),
      closing: closing.signal,
      onTurnedAway,
      disk,
      version,
      log,
    },
    serveSignIn: serveSignIn({
      ...{ ...store, signIn, networkOf, onTurnedAway },
      isOnlyProvider: singleSignOn?.settings.isOnlyWay ?? false,
    }),
    recordUsage,
    onTurnedAway,
    ...{ onRequest: metrics.onRequest, tracer },
    closing: closing.signal,
    mailbox,
    findRemembered: tokens.find,
    forgetTokens: tokens.forget,
    returnLinks: store.waiting,
    ...{ ways: store.ways, pushGuard, publicUrl },
    giveHint: (ref) => hints.give(ref),
    noteSeen: store.waiting.noteSeen,
    now,
    hub,
    disk,
    readInTurn: createTurnstile(mostReadings),
    botOf,
    movedBots: store.movedBots,
    vouchedBy: (botId, identity) => createVouchVerifier(botId, identity, "chat"),
    createVouchVerifier,
    links: store.links,
    feedback: store.feedback,
    transcriptMailer: mailer,
    keeping,
    limits: store.limits,
    readings: store.readings,
    onFeedback: metrics.onFeedback,
    worker,
    webhooks: {
      channels,
      async enqueue(link, facts) {
        const takes = (await askers.find(link.botId))?.bot.pictures ?? false;
        await enqueueFacts(admitting, link, takes ? markPictures(facts) : facts);
        if (takes) await fetchingPictures.note(link, facts);
      },
      noteTemplates: (met, channel, news) =>
        noteTemplates(met.botId, met, news, { ...store.channels, channel }),
      linkOf,
      recordUsage,
      onWebhook: metrics.onWebhook,
      log,
    },
    features: running,
    connectorHook: {
      connections: store.connections,
      hear: shopWays.host.hear,
      take: news.takeHook,
      onPush: metrics.onPush,
      log,
    },
    pushDoor: news.pushDoor,
    releaseHeld: news.releaseHeld,
    registry,
    ready: store.ping,
    clock: store.clock,
    isHeard: () => hints.isHeard(),
    hosts,
    ownOrigins: origins,
    networkOf,
    strangerOf: createStrangerOf(networkOf, publicUrl),
    floodGate: createFloodGate(),
    isSecure: publicUrl?.startsWith("https:") ?? false,
    work,
    trustedProxies,
    adminNetworks,
    demoPages,
    log,
  });
  const background = startBackground({
    ...{ store, deskMoves, deskUpkeep, botOf, agents, mailer, publicUrl },
    wakeWorker: worker.wake,
    isOpen: hub.isOpen,
    ...news.telling,
    ...{ metrics, tracer, log },
  });
  const jobs = running.flatMap((feature) => feature.startJobs?.() ?? []);

  door.open(routes, onTurnedAway);
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${port}`,
    async close() {
      door.leave();
      closing.abort();
      hub.close();
      // The door answers meanwhile that this node stops.
      await worker.stop();
      await dispatcher.stop();
      await fetchingPictures.stop();
      await background.stop();
      for (const job of jobs) await job.stop();
      await door.close();
      await Promise.all([wayOut.close(), pushWayOut.close()]);
      await shopWays.close();
      await model?.close();
      await singleSignOn?.close();
    },
  };
}
