import type { AllowList } from "@meetbot/network/addresses/allow-list.ts";
import { createMerchantAgent } from "@meetbot/network/exchange/merchant-agent.ts";
import type { Logger } from "pino";
import { createModelGuard } from "../../language-model/create-model-guard.ts";
import { createLanguageModel, type LanguageModel } from "../../language-model/language-model.ts";
import type { ModelEndpoint } from "../../language-model/post-completion.ts";

interface OpenOptions {
  outboundAllow: () => AllowList;
  /** The port that this server listens on. */
  port: number;
  log: Logger;
}

/**
 * Opens a node's way to its language model, and tells the operator where the guard would not let it go. That
 * the model fails, and is well again, is told once each.
 */
export function openLanguageModel(
  endpoint: ModelEndpoint,
  { outboundAllow, port, log }: OpenOptions,
): LanguageModel & { close(): Promise<void> } {
  const { url, model } = endpoint;
  const guard = createModelGuard({ url, allow: outboundAllow, ownPort: port });
  const agent = createMerchantAgent(guard);
  void guard.judge(url).then(({ allowed, reason }) => {
    const facts = { model, reason };
    if (allowed) log.info(facts, "a language model may be asked, by bots that are set so");
    else log.warn(facts, "MEETBOT_LLM_URL leads where Meetbot does not go: see the operator guide");
  });
  const onChange = (change: "opened" | "stays_open" | "closed") => {
    if (change === "opened") log.warn({ model }, "the language model fails and is spared");
    if (change === "closed") log.info({ model }, "the language model answers again");
  };
  return { ...createLanguageModel({ endpoint, agent, onChange }), close: () => agent.close() };
}
