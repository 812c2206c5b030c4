import { randomBytes } from "node:crypto";
import { webhookRoutes } from "@meetbot/admin-api/contract/webhook.ts";
import { toCurl } from "@meetbot/conformance/inspection/to-curl.ts";
import { groups, type RuleId } from "@meetbot/conformance/rules/ids/rule-ids.ts";
import { rules } from "@meetbot/conformance/rules/rules.ts";
import type { ConformanceRun } from "@meetbot/model/shop/conformance-run.ts";
import type { Context } from "hono";
import { streamSSE } from "hono/streaming";
import type { Runs } from "../../../store/bots/conformance-runs.ts";
import type { LogReading } from "../../../store/logs/readings.ts";
import type { AdminApp } from "../http/admin-app.ts";
import type { AdminEnv } from "../http/admin-env.ts";
import { ApiError, notFound } from "../http/api-error.ts";
import { endWithRights } from "../http/end-with-rights.ts";
import { findBot, findSecret } from "../http/find-secret.ts";
import { recordReading } from "../http/record-reading.ts";
import { recordLookup } from "./record-lookup.ts";
import { readRunCursor, writeRunCursor } from "./run-cursor.ts";
import { formatSummary, serializeRun } from "./serialize-run.ts";
import { type RunDeps, streamRun } from "./stream-run.ts";

/** The rules of conformance, and the runs that test a bot's endpoint by them. */
export function mountRuns({ mount }: AdminApp, deps: RunDeps): void {
  const { bots, runs, readings } = deps;
  const running = new Set<string>();
  const recordRun = async (c: Context<AdminEnv>, reading: LogReading) => {
    const botId = c.req.param("bot_id") ?? "";
    if (!(await recordReading(c, readings.note(botId, reading)))) throw notFound("bot");
  };

  mount(webhookRoutes.listRules, (c) => {
    const data = rules.map(({ id, group, severity, words: { en, zh } }) => ({
      id,
      group,
      severity,
      title: { en: en.title, zh: zh.title },
      why: { en: en.why, zh: zh.why },
      fix: { en: en.fix, zh: zh.fix },
    }));
    return c.json({ data }, 200);
  });

  mount(webhookRoutes.startRun, async (c) => {
    const bot = await findBot(bots, c.req.valid("param").bot_id);
    const wish = c.req.valid("json");
    const only = wish.only && readOnly(wish.only);
    const secret = await findSecret(bots, bot.id, wish.stage);
    if (running.has(bot.id)) throw runInProgress;
    const runId = `run_${randomBytes(6).toString("hex")}`;
    const { account, other_account, order_number, package_number } = wish;
    await recordLookup(c, readings, bot.id, {
      action: "conformance_started",
      detail: { run: runId },
      subject: { account, other_account, order_number, package_number },
    });
    if (running.has(bot.id)) throw runInProgress;
    running.add(bot.id);
    c.header("X-Accel-Buffering", "no");
    const { actor } = c.get("caller");
    return streamSSE(c, async (stream) => {
      const aborting = new AbortController();
      const end = () => aborting.abort();
      stream.onAbort(end);
      const stopLooking = endWithRights(c.get("stillMay"), end, deps.log);
      const webhook = {
        url: bot.endpoint,
        pageId: bot.pageId,
        secret,
        account: wish.account || undefined,
        otherAccount: wish.other_account || undefined,
        orderNumber: wish.order_number || undefined,
        packageNumber: wish.package_number || undefined,
      };
      const { signal } = aborting;
      try {
        await streamRun(stream, { botId: bot.id, runId, actor, webhook, only, signal }, deps);
      } finally {
        stopLooking();
        running.delete(bot.id);
      }
    });
  });

  mount(webhookRoutes.listRuns, async (c) => {
    const { bot_id: botId } = c.req.valid("param");
    const { limit, cursor } = c.req.valid("query");
    const before = cursor === undefined ? undefined : readRunCursor(cursor);
    const found = await runs.list(botId, limit + 1, before);
    const page = found.slice(0, limit);
    const last = found.length > limit ? page.at(-1) : undefined;
    return c.json(
      { data: page.map(formatSummary), next_cursor: last ? writeRunCursor(last) : null },
      200,
    );
  });

  mount(webhookRoutes.readRun, async (c) => {
    const { bot_id: botId, run_id: runId } = c.req.valid("param");
    const run = await findRun(runs, botId, runId);
    return c.json(serializeRun(run, await runs.findBefore(botId, run), true), 200);
  });

  mount(webhookRoutes.revealRun, async (c) => {
    const { bot_id: botId, run_id: runId } = c.req.valid("param");
    const run = await findRun(runs, botId, runId);
    const { actor } = c.get("caller");
    await recordRun(c, { actor, action: "run_revealed", detail: { run: runId } });
    return c.json(serializeRun(run, await runs.findBefore(botId, run), false), 200);
  });

  mount(webhookRoutes.readFindingCode, async (c) => {
    const { bot_id: botId, run_id: runId, rule } = c.req.valid("param");
    const { url, result } = await findRun(runs, botId, runId);
    const { actor } = c.get("caller");
    const finding = result.findings.find((one) => one.rule === rule);
    const shown = finding?.exchanges.flatMap((at) => result.exchanges[at] ?? []) ?? [];
    if (shown.length === 0) throw notFound("finding with an exchange");
    await recordRun(c, { actor, action: "run_revealed", detail: { run: runId, rule } });
    const resent = shown.map(({ recipe, isRepeated }) => ({ recipe, url, isRepeated }));
    return c.json({ curl: toCurl(resent) }, 200);
  });
}

async function findRun(runs: Runs, botId: string, runId: string): Promise<ConformanceRun> {
  const run = await runs.find(botId, runId);
  if (!run) throw notFound("run");
  return run;
}

function readOnly(names: readonly string[]): ReadonlySet<RuleId> {
  const ids = names.flatMap((name, at) => {
    const named = rules.filter(({ id, group }) => id === name || group === name);
    if (named.length > 0) return named.map(({ id }) => id);
    const message = `There is no such rule or group. Groups: ${groups.join(", ")}.`;
    throw new ApiError(422, "unknown_rule", message, [{ pointer: `/only/${at}`, message }]);
  });
  return new Set(ids);
}

const runInProgress = new ApiError(
  409,
  "run_in_progress",
  "This bot's endpoint is being tested at this moment. Wait until that run has ended.",
);
