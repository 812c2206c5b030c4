import type { Feedback } from "@meetbot/model/conversation/feedback.ts";
import type { WaitKind } from "@meetbot/model/log/waits.ts";
import type { Mailer } from "@meetbot/model/mail.ts";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { SendingEnd } from "../../outbound/next-step.ts";
import type { Limits } from "../../platform/attempts/limits.ts";
import type { TurnedAway } from "../../platform/limits/turned-away.ts";
import type { Turn } from "../../store/mailbox/turn.ts";
import { type BacklogSizes, createBacklogGauges } from "./backlog-gauges.ts";
import { createChannelCounters, type WebhookOutcome } from "./channel-counters.ts";
import { createDatabaseGauges, type DatabaseSizes } from "./database-gauges.ts";
import { createPeopleMetrics } from "./people-metrics.ts";
import { createWayMetrics, type WayMetrics } from "./way-metrics.ts";

/** The metrics at `/metrics` and the functions that count them. Labels never contain customer data. */
export interface Metrics extends WayMetrics {
  registry: Registry;
  onTurn(turn: { seconds: number; turn: Turn }): void;
  /** Counts requests that were turned away for now, by cause. */
  onTurnedAway(because: TurnedAway): void;
  /** Counts requests from platforms by outcome. */
  onWebhook(channel: string, outcome: WebhookOutcome): void;
  /** Counts message parts sent to platforms, by outcome. */
  onSent(channel: string, end: SendingEnd): void;
  /** Counts customers' ratings of answers; a changed rating counts again. */
  onFeedback(value: Feedback): void;
  /** Counts how long a customer waited for a person, as one node has found it. */
  onWait(wait: { kind: WaitKind; seconds: number }): void;
  /** Counts what limits stop, and passes every call on. */
  watchLimits(limits: Limits): Limits;
  /** Counts how mails end, and hands everything on. */
  watchMailer(mailer: Mailer): Mailer;
}

/** The values read when the metrics are requested. */
export interface Sizes extends DatabaseSizes, BacklogSizes {
  openStreams(): number;
  openBreakers(): number;
  disk: { isLow(): Promise<boolean>; freeBytes(): Promise<number | null> };
  /** The names of the push channels: each has its own counters. */
  channels: readonly string[];
}

export function createMetrics(sizes: Sizes): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const turns = new Histogram({
    name: "meetbot_turn_seconds",
    help: "Time from taking a turn to having stored it, merchant's answer included.",
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  const deliveries = new Counter({
    name: "meetbot_deliveries_total",
    help: "Queries sent to merchants, by method and outcome.",
    labelNames: ["method", "outcome"],
    registers,
  });
  const merchants = new Histogram({
    name: "meetbot_delivery_seconds",
    help: "Time from asking a merchant to having the answer, a second exchange included.",
    labelNames: ["method"],
    buckets: [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8],
    registers,
  });
  const persons = new Counter({
    name: "meetbot_person_requests_total",
    help: "Turns in which a customer asked for a person.",
    registers,
  });
  const outcomes = new Counter({
    name: "meetbot_turn_outcomes_total",
    help: "Turns by what they came to: answered, refused, missed, handed_over, in_progress.",
    labelNames: ["outcome"],
    registers,
  });
  const again = new Counter({
    name: "meetbot_asked_again_total",
    help: "Turns in which a customer asked what they had asked shortly before.",
    registers,
  });
  const topics = new Counter({
    name: "meetbot_topics_total",
    help: "What customers asked besides orders, by topic (own for those of shops), and whether the shop's own words answered it.",
    labelNames: ["topic", "answered"],
    registers,
  });
  const limited = new Counter({
    name: "meetbot_limited_total",
    help: "Lookups and codes that a limit stopped or made less of, by limit.",
    labelNames: ["limit"],
    registers,
  });
  const mails = new Counter({
    name: "meetbot_code_mails_total",
    help: "Mails with a code, by outcome: sent, address_refused or failed.",
    labelNames: ["outcome"],
    registers,
  });
  const modelCalls = new Counter({
    name: "meetbot_llm_requests_total",
    help: "Times a language model was to be asked, by outcome: command, refused, timeout, failed, busy, spared.",
    labelNames: ["outcome"],
    registers,
  });
  const models = new Histogram({
    name: "meetbot_llm_seconds",
    help: "Time from being unsure of an utterance to having a language model's command, or none.",
    buckets: [0.05, 0.1, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 2],
    registers,
  });
  const turnedAway = new Counter({
    name: "meetbot_turned_away_total",
    help: "Requests answered with 503 or 429 and connections that were closed, by what stood in the way.",
    labelNames: ["because"],
    registers,
  });
  const feedback = new Counter({
    name: "meetbot_feedback_total",
    help: "What customers said of answers, by value: up or down. Who changes their mind counts again.",
    labelNames: ["value"],
    registers,
  });
  const { onWait, onRating } = createPeopleMetrics(registers);
  const counters = new Map(
    sizes.channels.map((channel) => [channel, createChannelCounters(channel, registers)]),
  );
  new Gauge({
    name: "meetbot_open_streams",
    help: "Event streams open on this node.",
    registers,
    collect() {
      this.set(sizes.openStreams());
    },
  });
  new Gauge({
    name: "meetbot_open_breakers",
    help: "Endpoints that this node spares, because they failed again and again.",
    registers,
    collect() {
      this.set(sizes.openBreakers());
    },
  });
  createDatabaseGauges(registers, sizes);
  createBacklogGauges(registers, sizes);
  new Gauge({
    name: "meetbot_disk_low",
    help: "1 while the disk is nearly full, and no new conversations are begun; else 0.",
    registers,
    async collect() {
      this.set((await sizes.disk.isLow()) ? 1 : 0);
    },
  });
  new Gauge({
    name: "meetbot_disk_free_bytes",
    help: "Free disk where Meetbot's own database lies; absent with a server of yours.",
    registers,
    async collect() {
      const free = await sizes.disk.freeBytes();
      if (free === null) this.remove();
      else this.set(free);
    },
  });
  return {
    registry,
    onTurnedAway: (because) => turnedAway.inc({ because }),
    onWebhook: (channel, outcome) => counters.get(channel)?.onWebhook(outcome),
    onSent: (channel, end) => counters.get(channel)?.onSent(end),
    ...createWayMetrics(registers),
    onFeedback: (value) => feedback.inc({ value }),
    onWait,
    watchLimits: (limits) => ({
      ...limits,
      async count(botId, attempts) {
        const exceeded = await limits.count(botId, attempts);
        for (const { limit } of exceeded) limited.inc({ limit });
        return exceeded;
      },
    }),
    watchMailer: (mailer) => ({
      async send(mail) {
        const outcome = await mailer.send(mail);
        mails.inc({ outcome });
        return outcome;
      },
    }),
    onTurn({ seconds, turn }) {
      turns.observe(seconds);
      for (const { method, outcome, exchanges, durationMs } of turn.deliveries) {
        deliveries.inc({ method, outcome });
        if (exchanges.length > 0) merchants.observe({ method }, durationMs / 1000);
      }
      if (turn.modelCall) {
        const { outcome, durationMs } = turn.modelCall;
        modelCalls.inc({ outcome });
        if (outcome !== "spared") models.observe(durationMs / 1000);
      }
      if (turn.personAsked) persons.inc();
      if (turn.rating) onRating(turn.rating);
      if (turn.outcome) outcomes.inc({ outcome: turn.outcome });
      if (turn.askedAgain) again.inc();
      if (turn.topic) {
        const { id, answered } = turn.topic;
        // Shops choose the names and number of their own topics, so these share one label.
        topics.inc({ topic: id.startsWith("own_") ? "own" : id, answered: String(answered) });
      }
    },
  };
}
