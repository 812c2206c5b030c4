import type { RatingFact } from "@meetbot/model/conversation/waiting.ts";
import type { WaitKind } from "@meetbot/model/log/waits.ts";
import { Counter, Histogram, type Registry } from "prom-client";

const minuteS = 60;
const hourS = 60 * minuteS;

/** Creates the `/metrics` about agents: how long customers wait, and how satisfied they are. */
export function createPeopleMetrics(registers: Registry[]) {
  const waits = {
    first_reply: new Histogram({
      name: "meetbot_first_reply_seconds",
      help: "Time from calling a person to their first reply, within office hours.",
      buckets: [30, ...[1, 2, 5, 10, 20, 30].map((minutes) => minutes * minuteS), hourS, 4 * hourS],
      registers,
    }),
    resolution: new Histogram({
      name: "meetbot_resolution_seconds",
      help: "Time from calling a person to the end of the matter, within office hours.",
      buckets: [5, 15, 30]
        .map((minutes) => minutes * minuteS)
        .concat([1, 2, 4, 8, 24].map((hours) => hours * hourS)),
      registers,
    }),
  } satisfies Record<WaitKind, Histogram>;
  const ratings = new Counter({
    name: "meetbot_ratings_total",
    help: "Ratings of conversations from 1 to 5, by who answered: bot or person.",
    labelNames: ["holder", "value"],
    registers,
  });
  return {
    onWait({ kind, seconds }: { kind: WaitKind; seconds: number }): void {
      waits[kind].observe(seconds);
    },
    onRating(rating: RatingFact): void {
      if (rating.kind !== "rated") return;
      ratings.inc({ holder: rating.holder, value: String(rating.value) });
    },
  };
}
