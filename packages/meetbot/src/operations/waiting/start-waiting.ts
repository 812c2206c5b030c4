import type { Logger } from "pino";
import type { DueWork } from "../../store/due-work/due-work.ts";
import type { WorkKind } from "../../store/due-work/work-kinds.ts";
import { type AskRatingsDeps, createRatingRounds } from "./ask-ratings.ts";
import { type CountWaitsDeps, countWaits } from "./count-waits.ts";
import { type ReplyMailDeps, sendReplyMails } from "./send-reply-mails.ts";

/** The dependencies of a node's work for customers who wait for agents. */
export interface WaitingDeps extends AskRatingsDeps, CountWaitsDeps {
  waiting: AskRatingsDeps["waiting"] & CountWaitsDeps["waiting"];
  /** `null` if this node sends no mails or does not know its public address. */
  replyMails: ReplyMailDeps | null;
  dueWork: DueWork;
  log: Pick<Logger, "warn">;
}

/** This work is not urgent to the second. */
const everyMs = 5_000;

/** Mails agents' replies, asks customers how satisfied they are, and counts how long they waited. */
export function startWaiting(deps: WaitingDeps): { stop(): Promise<void> } {
  const { replyMails, dueWork, log } = deps;
  const ifDue = (kind: WorkKind, work: () => Promise<unknown>) => async () => {
    if (await dueWork.has(kind)) await work();
  };
  const works: [string, () => Promise<unknown>][] = [
    ["how long customers waited could not be counted", ifDue("waits", () => countWaits(deps))],
    // Has no check for due work: only the bots themselves show whether any of them asks for ratings, and they are not
    // searched more often than this.
    ["customers could not be asked how satisfied they are", createRatingRounds(deps)],
  ];
  if (replyMails) {
    const mail = ifDue("replyMails", () => sendReplyMails(replyMails));
    works.push(["what people answered could not be mailed", mail]);
  }
  let working: Promise<void> | null = null;
  const work = async () => {
    for (const [failure, one] of works) {
      await one().catch((error: unknown) => log.warn({ err: error }, failure));
    }
  };
  const timer = setInterval(() => {
    working ??= work().finally(() => {
      working = null;
    });
  }, everyMs);
  return {
    async stop() {
      clearInterval(timer);
      await working;
    },
  };
}
