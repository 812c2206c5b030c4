import type { AuditAction } from "@meetbot/model/log/audit.ts";
import type { PageRequest } from "@meetbot/model/log/log-page.ts";
import type { PushFilter, SubscriptionFilter } from "@meetbot/model/push/push-log.ts";
import { inTime } from "../../../platform/postgres/statement-time.ts";
import { endSubscription } from "./end-subscription.ts";
import { findPush, listPushes } from "./list-pushes.ts";
import { countLiving, followedBy, isFollowed, listSubscriptions } from "./list-subscriptions.ts";
import type { PushStoreDeps } from "./push-deps.ts";
import { readPushFigures } from "./read-figures.ts";

/** The dependencies of the push log. */
export interface PushLogDeps extends PushStoreDeps {
  /** Who looks, ends and tests. */
  actor: string;
}

const testedStatement = {
  name: "push-tested",
  ...inTime,
  text: `
    insert into audit (bot_id, actor, action, detail)
    values ($1, $2, '${"push_tested" satisfies AuditAction}', $3)`,
};

/** Creates the operators' log of what shops pushed and which customers get it. */
export function createPushLog(deps: PushLogDeps): PushLog {
  return {
    ...logOf(deps),
    as: (actor) => createPushLog({ ...deps, actor }),
  };
}

export interface PushLog extends ReturnType<typeof logOf> {
  /** Returns the same log, which records this actor with its changes. */
  as(actor: string): PushLog;
}

function logOf(deps: PushLogDeps) {
  const { pool, actor } = deps;
  return {
    list: (botId: string, filter: PushFilter, page: PageRequest) =>
      listPushes(pool, botId, filter, page),
    find: (botId: string, pushId: string) => findPush(pool, botId, pushId),
    subscriptions: (botId: string, filter: SubscriptionFilter, page: PageRequest) =>
      listSubscriptions(deps, botId, filter, page),
    countLiving: (botId: string) => countLiving(deps, botId),
    followedBy: (botId: string, conversationId: string) => followedBy(deps, botId, conversationId),
    isFollowed: (botId: string, number: string) => isFollowed(deps, botId, number),
    /** Ends a subscription with its waiting notifications. False when none has that id. */
    endSubscription: (botId: string, id: string) => endSubscription(deps, botId, { id, actor }),
    /** Logs that an operator is about to send a test push. */
    async recordTestPush(botId: string, detail: Record<string, unknown>): Promise<void> {
      await pool.query({ ...testedStatement, values: [botId, actor, JSON.stringify(detail)] });
    },
    figures: (botId: string, days: number) => readPushFigures(pool, botId, days),
  };
}
