import type { OrderNumberFormat } from "@meetbot/model/bot/order-number-format.ts";
import type { Recognition } from "@meetbot/model/conversation/recognition.ts";
import { type AllowList, parseAllowList } from "@meetbot/network/addresses/allow-list.ts";
import {
  createMerchantAgent,
  type MerchantAgent,
} from "@meetbot/network/exchange/merchant-agent.ts";
import type { Logger } from "pino";
import type { Config } from "../../config.ts";
import { askModel, type ModelReading, modelDeadlineMs } from "../../language-model/ask-model.ts";
import { createModelGuard } from "../../language-model/create-model-guard.ts";
import { isUnsure } from "../../language-model/is-unsure.ts";
import { createLanguageModel, type LanguageModel } from "../../language-model/language-model.ts";
import type { ModelEndpoint } from "../../language-model/post-completion.ts";

interface WayOptions {
  outboundAllow: () => AllowList;
  /** The port that this server listens on. */
  port: number;
}

interface OpenOptions extends WayOptions {
  /** Wraps the model's HTTP agent with monitoring of its calls. */
  watch(agent: MerchantAgent): MerchantAgent;
  log: Logger;
}

/**
 * Opens a node's connection to its language model, and logs a warning when the guard refuses its URL. Logs once when
 * the model fails and once when it recovers.
 */
export function openLanguageModel(
  endpoint: ModelEndpoint,
  { outboundAllow, port, watch, log }: OpenOptions,
): LanguageModel & { close(): Promise<void> } {
  const { model, url } = endpoint;
  const { guard, agent } = openWay(endpoint, { outboundAllow, port });
  void guard.judge(url).then(({ allowed, reason }) => {
    const facts = { model, reason };
    if (allowed) log.info(facts, "a language model may be asked, by bots that are set so");
    else log.warn(facts, "MEETBOT_LLM_URL leads where Meetbot does not go: see the operator guide");
  });
  const onChange = (change: "opened" | "stays_open" | "closed") => {
    if (change === "opened") log.warn({ model }, "the language model fails and is spared");
    if (change === "closed") log.info({ model }, "the language model answers again");
  };
  return {
    ...createLanguageModel({ endpoint, agent: watch(agent), onChange }),
    close: () => agent.close(),
  };
}

/**
 * A language model for trying lines: called for each line that a bot would send it, whatever the last call's outcome.
 */
export interface ModelTrial {
  /** Returns the model's reading; `null` if the engine is sure and the model is not called. */
  read(said: Recognition, format?: OrderNumberFormat | null): Promise<ModelReading | null>;
  close(): Promise<void>;
}

/**
 * Opens the language model for a trial. The trial treats each line as written by a guest, in a shop without topics of
 * its own.
 */
export function openModelTrial(
  { languageModel, outboundAllow, port }: Config,
  deadlineMs = modelDeadlineMs,
): ModelTrial | null {
  if (!languageModel) return null;
  const allow = parseAllowList(outboundAllow);
  const { agent } = openWay(languageModel, { outboundAllow: () => allow, port });
  const context = { askedFor: null, ownTopics: [], isSignedIn: false };
  return {
    async read(said, orderNumberFormat = null) {
      if (!isUnsure(said)) return null;
      const question = { said, orderNumberFormat, ...context };
      return askModel(question, languageModel, { agent, deadlineMs });
    },
    close: () => agent.close(),
  };
}

function openWay({ url }: ModelEndpoint, { outboundAllow, port }: WayOptions) {
  const guard = createModelGuard({ url, allow: outboundAllow, ownPort: port });
  return { guard, agent: createMerchantAgent(guard) };
}
