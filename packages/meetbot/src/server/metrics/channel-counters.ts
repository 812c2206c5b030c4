import { Counter, type Registry } from "prom-client";
import type { SendingEnd } from "../../outbound/next-step.ts";

/** The outcome of a request from a platform. */
export type WebhookOutcome = "stored" | "nothing" | "bad_signature";

/** Counters for requests from a channel's platform and messages sent to it. */
export interface ChannelCounters {
  onWebhook(outcome: WebhookOutcome): void;
  onSent(end: SendingEnd): void;
}

/** Creates the counters of one channel; their names start with the channel's name. */
export function createChannelCounters(channel: string, registers: Registry[]): ChannelCounters {
  const name = channel.replaceAll("-", "_");
  const webhooks = new Counter({
    name: `meetbot_${name}_webhooks_total`,
    help: `Requests of the platform of ${channel}, by outcome: stored, nothing or bad_signature.`,
    labelNames: ["outcome"],
    registers,
  });
  const sent = new Counter({
    name: `meetbot_${name}_sent_total`,
    help: `Messages handed to the platform of ${channel}, by outcome: sent, or the class of the failure.`,
    labelNames: ["outcome"],
    registers,
  });
  return {
    onWebhook: (outcome) => webhooks.inc({ outcome }),
    onSent: (outcome) => sent.inc({ outcome }),
  };
}
