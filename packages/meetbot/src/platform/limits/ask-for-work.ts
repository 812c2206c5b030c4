import type { Context } from "hono";
import type { Limits } from "../attempts/limits.ts";
import type { ProofOfWork, WorkChallenge } from "./proof-of-work.ts";

/** When clients are asked to prove work: `on-pressure` while more codes are requested than usual. */
export type WorkMode = "off" | "on-pressure" | "always";

/** By then the callers who put a bot under pressure have gone, or have exceeded the limits again. */
const pressureLastsMs = 10 * 60 * 1000;

/** The request header with the solution of a challenge from an earlier answer. */
const workHeader = "meetbot-work";

const pressing = /^(?:network|bot)_(?:\w+_)?codes$/;

/** Sends proof-of-work challenges to clients and checks the solutions. No request is refused for lacking one. */
export interface AskForWork {
  /** Sees by it which bots are under pressure, on this node, and hands everything on. */
  watch(limits: Limits): Limits;
  /** Returns the fields to add to a response to a bot's customer: a challenge, if one is worth solving. */
  offer(botId: string): { challenge?: WorkChallenge };
  /** Returns the challenge to send when a flood is refused; its solution lets the same request through. */
  offerInFlood(botId: string): { challenge?: WorkChallenge };
  /** Whether a request of a bot's customer brings work that was not brought before. */
  isDone(c: Context, botId: string): Promise<boolean>;
}

export function createAskForWork(
  work: ProofOfWork,
  mode: WorkMode,
  now: () => number = Date.now,
): AskForWork {
  const pressedUntil = new Map<string, number>();
  return {
    watch: (limits) => ({
      ...limits,
      async count(botId, attempts) {
        const exceeded = await limits.count(botId, attempts);
        if (exceeded.some(({ limit }) => pressing.test(limit))) {
          pressedUntil.set(botId, now() + pressureLastsMs);
        }
        return exceeded;
      },
    }),
    offer(botId) {
      const isAsked =
        mode === "always" || (mode === "on-pressure" && (pressedUntil.get(botId) ?? 0) > now());
      return isAsked ? { challenge: work.challenge(botId) } : {};
    },
    offerInFlood: (botId) => (mode === "off" ? {} : { challenge: work.challenge(botId) }),
    async isDone(c, botId) {
      const solution = c.req.header(workHeader);
      return mode !== "off" && solution !== undefined && work.accept(botId, solution);
    },
  };
}
