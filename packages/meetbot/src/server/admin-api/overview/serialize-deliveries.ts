import { outcomeGroups } from "@meetbot/model/delivery-outcomes.ts";
import type { DeliveryTally } from "@meetbot/model/log/figures.ts";
import { type DurationCount, durationAt } from "../../../store/overview/duration-class.ts";

/** Returns the shop's response times, without deliveries that never reached the shop. */
export function durationsOf(deliveries: readonly DeliveryTally[]): DurationCount[] {
  return deliveries
    .filter(({ outcome }) => outcomeGroups[outcome] !== "unasked")
    .map(({ durationClass, deliveries: count }) => ({ durationClass, count }));
}

/** Returns the results of each method. */
export function serializeMethods(deliveries: readonly DeliveryTally[]) {
  const methods = [...new Set(deliveries.map(({ method }) => method))].sort();
  return methods.map((method) => {
    const own = deliveries.filter((tally) => tally.method === method);
    const durations = durationsOf(own);
    const total = sum(own);
    return {
      method,
      deliveries: total,
      answered_rate: total === 0 ? null : sum(own.filter(isAnswer)) / total,
      p50_ms: durationAt(0.5, durations),
      p95_ms: durationAt(0.95, durations),
      p99_ms: durationAt(0.99, durations),
    };
  });
}

/** How deliveries ended, the most frequent first. */
export function serializeOutcomes(deliveries: readonly DeliveryTally[]) {
  const outcomes = [...new Set(deliveries.map(({ outcome }) => outcome))];
  return outcomes
    .map((outcome) => ({
      outcome,
      deliveries: sum(deliveries.filter((tally) => tally.outcome === outcome)),
    }))
    .sort((one, other) => other.deliveries - one.deliveries);
}

const isAnswer = ({ outcome }: DeliveryTally) =>
  outcomeGroups[outcome] === "answered" || outcomeGroups[outcome] === "no";

const sum = (tallies: readonly DeliveryTally[]) =>
  tallies.reduce((total, { deliveries }) => total + deliveries, 0);
