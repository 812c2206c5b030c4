import type { TestedWebhook } from "@meetbot/conformance/inspection/inspection.ts";
import { collectRun } from "@meetbot/conformance/results/collect-run.ts";
import type { RuleId } from "@meetbot/conformance/rules/ids/rule-ids.ts";
import { rules } from "@meetbot/conformance/rules/rules.ts";
import { CouldNotRunError } from "@meetbot/conformance/run/could-not-run-error.ts";
import { runConformance } from "@meetbot/conformance/run/run-conformance.ts";
import type { EndpointGuard } from "@meetbot/network/addresses/endpoint-guard.ts";
import type { SSEStreamingApi } from "hono/streaming";
import type { Logger } from "pino";
import { withConnectors } from "../../../features/connectors/connecting/with-connectors.ts";
import type { AgentOf } from "../../../merchant/agent-of.ts";
import { fingerprintOf } from "../../../secrets/fingerprint.ts";
import type { Runs } from "../../../store/bots/conformance-runs.ts";
import type { Readings } from "../../../store/logs/readings.ts";
import type { Store } from "../../../store/store.ts";
import { runAsTest } from "./run-as-test.ts";
import { serializeExchange } from "./serialize-exchange.ts";
import { formatFinding, formatSummary, serializeDiff } from "./serialize-run.ts";

/** Proxies close a connection that is silent for a minute; a slow case may take that long. */
const heartbeatEveryMs = 10_000;

export interface RunOrder {
  botId: string;
  runId: string;
  actor: string;
  webhook: TestedWebhook;
  only?: ReadonlySet<RuleId> | undefined;
  signal: AbortSignal;
}

export interface RunDeps extends Pick<Store, "bots" | "health"> {
  runs: Runs;
  readings: Readings;
  agentOf: AgentOf;
  guard: Pick<EndpointGuard, "judge">;
  log: Logger;
}

/** Runs the rules and sends each finding as it is made; stores the whole run at its end. */
export async function streamRun(
  stream: SSEStreamingApi,
  { botId, runId: id, actor, webhook, only, signal }: RunOrder,
  { runs, bots, health, agentOf, guard, log }: RunDeps,
): Promise<void> {
  const tell = (event: string, data: object) =>
    stream.writeSSE({ event, data: JSON.stringify(data) });
  const startedAt = performance.now();
  const collection = collectRun();
  const heartbeat = setInterval(() => void stream.write(": still here\n\n"), heartbeatEveryMs);
  try {
    const ids = rules.map((rule) => rule.id).filter((rule) => only?.has(rule) ?? true);
    await tell("started", { run_id: id, rules: ids });
    for await (const finding of runConformance(webhook, {
      agent: agentOf(botId),
      guard: withConnectors(guard),
      ...{ only, signal },
    })) {
      const { finding: kept, from, exchanges } = collection.add(finding);
      await tell("finding", {
        finding: formatFinding(kept, false),
        from,
        exchanges: exchanges.map((exchange) => serializeExchange(exchange, webhook.url, false)),
      });
    }
    const { pageId, account, otherAccount, orderNumber, packageNumber } = webhook;
    const { findings, exchanges, counts } = collection;
    const run = {
      id,
      actor,
      url: webhook.url,
      secretFingerprint: fingerprintOf(webhook.secret),
      counts,
      durationMs: performance.now() - startedAt,
      isPart: only !== undefined,
      result: {
        subject: { pageId, account, otherAccount, orderNumber, packageNumber },
        findings,
        exchanges,
      },
    };
    const kept = await runs.keep(botId, run);
    const noted = runAsTest(run);
    if (kept && noted) {
      await bots.as(actor).recordTest(botId, noted);
      await health.recordAnswering(botId, webhook.url);
    }
    const before = kept && (await runs.findBefore(botId, kept));
    if (kept)
      await tell("done", { ...formatSummary(kept), diff: before && serializeDiff(run, before) });
  } catch (error) {
    if (signal.aborted) return;
    if (error instanceof CouldNotRunError) {
      return tell("failed", { code: error.code, detail: error.message });
    }
    log.error({ err: error, bot: botId, run: id }, "a conformance run failed");
    await tell("failed", { code: "internal", detail: `Something went wrong here: ${id}.` });
  } finally {
    clearInterval(heartbeat);
  }
}
