import type { Question } from "@meetbot/model/conversation/ask.ts";
import { rulesBroken } from "@meetbot/model/delivery-outcomes.ts";
import type { StoppedFor } from "@meetbot/model/shop/endpoint-health.ts";
import type { MerchantAgent } from "@meetbot/network/exchange/merchant-agent.ts";
import type { QueryContext } from "@meetbot/protocol";
import type { Logger } from "pino";
import type { AgentOf } from "../../merchant/agent-of.ts";
import { askMerchant, type MerchantEndpoint } from "../../merchant/ask.ts";
import type { AskedFor } from "../../merchant/resilience/bulkhead.ts";
import {
  createCircuit,
  type EndpointAnswer,
  type EndpointRuntime,
} from "../../merchant/resilience/endpoint-runtime.ts";
import type { EndpointRef, EndpointRuntimes } from "../../merchant/resilience/endpoint-runtimes.ts";
import { type AnswerKey, createFreshAnswers } from "../../merchant/resilience/fresh-answers.ts";
import { sendProbe } from "../../merchant/send-probe.ts";
import { fingerprintOf } from "../../secrets/fingerprint.ts";
import type { EndpointHealthStore } from "../../store/bots/endpoint-health.ts";
import type { Asker, WorkerParts } from "../../turn/work/work.ts";
import type { BotCache } from "./bot-cache.ts";
import type { RecordUsage } from "./usage-recorder.ts";

/** The dependencies of queries on behalf of bots. */
export interface AskForBotDeps {
  askers: BotCache;
  agentOf: AgentOf;
  circuits: EndpointRuntimes;
  health: EndpointHealthStore;
  recordUsage: RecordUsage;
  /** The clock for signing queries; this machine's by default. */
  now?(): number;
  log: Logger;
}

/**
 * Queries a bot's merchant, with the stored state of the endpoint and the bot. Repeats an answer that the conversation
 * got a moment ago, without a delivery.
 */
export function createAskForBot(deps: AskForBotDeps): WorkerParts["askMerchant"] {
  const fresh = createFreshAnswers();
  return async (asker, question, signal, { askedFor, anew = false, locale } = {}) => {
    const context = contextOf(asker, locale);
    const key = askedFor ? { ...answerKey(asker, question, askedFor), context } : null;
    const known = key && !anew && fresh.of(key);
    if (known) return { answer: known, delivery: null };
    const stopped = stoppedFor(asker);
    const circuit = deps.circuits.of(askedAt(asker));
    const asking = { ...deps, signal, stopped, circuit, askedFor, context };
    const asked = await ask(asker, question, asking);
    if (key) fresh.keep(key, asked.answer);
    return asked;
  };
}

function answerKey(
  asker: Asker,
  question: Question,
  { conversationId }: AskedFor,
): Omit<AnswerKey, "context"> {
  const secretFingerprint = fingerprintOf(asker.secrets.signingSecrets[0] ?? "");
  return { conversationId, ...askedAt(asker), secretFingerprint, question };
}

/**
 * Returns the key for what is cached about an endpoint. A listener's key differs, so that neither uses the other's
 * results, good or bad.
 */
export function askedAt({ bot, listener }: Asker): EndpointRef {
  return { botId: bot.id, url: listener ? `listener:${listener.id}` : bot.endpoint };
}

/** A listener gets queries even while those to the endpoint are stopped. */
export const stoppedFor = ({ health, listener }: Asker): StoppedFor | null =>
  listener ? null : (health.stopped?.for ?? null);

/** Returns the reader's context, if the webhook declared that it accepts it. */
function contextOf({ bot, health }: Asker, locale?: string): QueryContext | undefined {
  if (!health.declares?.context.includes("locale")) return undefined;
  return { locale: locale ?? bot.locale, timeZone: bot.timeZone };
}

/** Sends an operator's query, always to the shop itself. */
export type AskBeside = (
  asker: Asker,
  question: Question,
  signal: AbortSignal,
) => Promise<EndpointAnswer>;

/**
 * Queries on behalf of an operator: at once and alone, bypassing the breaker, and even when the endpoint gets no
 * queries. The outcome still counts for the bot's health.
 */
export function createAskBypassingBreaker(deps: AskForBotDeps): AskBeside {
  return (asker, question, signal) => {
    const circuit = createCircuit();
    const context = contextOf(asker);
    const asking = { signal, stopped: null, circuit, askedFor: null, context };
    return ask(asker, question, { ...deps, ...asking });
  };
}

type AskWith = AskForBotDeps & {
  signal: AbortSignal;
  stopped: StoppedFor | null;
  circuit: EndpointRuntime;
  askedFor: AskedFor | null | undefined;
  context: QueryContext | undefined;
};

async function ask(asker: Asker, question: Question, deps: AskWith): Promise<EndpointAnswer> {
  const { askers, now = Date.now, log, signal, stopped, circuit, askedFor, context } = deps;
  const { id: botId, endpoint: url, pageId } = asker.bot;
  const agent = deps.agentOf(botId, asker.listener?.id);
  const { signingSecrets } = asker.secrets;
  const freshSecrets = async () =>
    (await askers.findFresh(botId))?.secrets.signingSecrets ?? signingSecrets;
  const endpoint = { url, pageId, signingSecrets, stopped };
  const options = { agent, signal, circuit, askedFor, context, freshSecrets, now };
  const asked = await askMerchant(question, endpoint, options);
  // Answers from a developer's machine do not count for the endpoint's health.
  if (asker.listener) return asked;
  recordSecretUse(botId, asked, deps);
  const warn = (error: unknown) => {
    log.warn({ err: error, bot: botId }, "an endpoint's health could not be recorded");
  };
  await recordHealth(asker, asked, deps).catch(warn);
  // Not awaited: the answer does not depend on it.
  if (isGone(asked)) recordGone(botId, endpoint, { ...deps, agent }).catch(warn);
  return asked;
}

/** Records the secret that the webhook accepted, which shows when an old one is no longer needed. */
function recordSecretUse(
  botId: string,
  { answer, delivery }: EndpointAnswer,
  { recordUsage }: Pick<AskForBotDeps, "recordUsage">,
): void {
  const name = delivery.exchanges.at(-1)?.secretFingerprint;
  if (answer.kind === "unavailable" || name === undefined) return;
  recordUsage(botId, { kind: "signature", name });
}

const isRuleBroken = (reason: string) => rulesBroken.some((one) => one === reason);

/** Records what a single answer shows about the endpoint for all nodes; the circuit records failures in a row. */
async function recordHealth(
  { bot, health: known }: Asker,
  { answer }: EndpointAnswer,
  { health }: AskForBotDeps,
): Promise<void> {
  if (answer.kind !== "unavailable") {
    if (known.failingSince) await health.recordAnswering(bot.id, bot.endpoint);
    return;
  }
  if (isRuleBroken(answer.reason)) await health.recordRuleBroken(bot.id, answer.reason);
}

const isGone = ({ answer, delivery }: EndpointAnswer): boolean =>
  answer.kind === "unavailable" && answer.reason === "gone" && delivery.sharedWith === null;

/**
 * Records an endpoint as gone only if it also answers Meetbot's own question with 410: one customer's 410 stops
 * nothing.
 */
async function recordGone(
  botId: string,
  endpoint: MerchantEndpoint,
  { askers, health, log, circuit, agent, now = Date.now }: AskWith & { agent: MerchantAgent },
): Promise<void> {
  if (!(await sendProbe(endpoint, { circuit, agent, now })).isGone) return;
  await health.recordGone(botId, endpoint.url);
  await askers.findFresh(botId);
  log.error({ bot: botId }, "the webhook says that it is gone, and is asked nothing any more");
}
