import { type Attributes, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-proto";
import {
  defaultResource,
  detectResources,
  envDetector,
  resourceFromAttributes,
} from "@opentelemetry/resources";
import {
  AlwaysOnSampler,
  BatchSpanProcessor,
  ParentBasedSampler,
  type SpanExporter,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from "@opentelemetry/sdk-trace";
import type { Logger } from "pino";
import type { Trace } from "./trace.ts";
import { inTrace, type SpanStart, type Tracer } from "./tracer.ts";

/**
 * The most spans that wait for the collector, some MB; later ones are dropped. One more batch may be on its way.
 * Nothing waits for any of them.
 */
const maxWaiting = 2_048;

/** How long a stopping node waits for the spans on their way. */
const lastSpansMs = 2_000;

const kinds = {
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  consumer: SpanKind.CONSUMER,
  internal: SpanKind.INTERNAL,
} as const satisfies Record<SpanStart["kind"], SpanKind>;

/** Options for sending spans. */
export interface OpenTelemetryOptions {
  version: string;
  /** The share of traces to send, from 0 to 1, among those that begin in Meetbot. */
  ratio: number;
  log: Pick<Logger, "info" | "warn">;
}

/**
 * Sends spans to a collector by OTLP over HTTP. The OpenTelemetry library reads the collector's address and settings
 * from the environment: `OTEL_EXPORTER_OTLP_…`, `OTEL_SERVICE_NAME`, `OTEL_RESOURCE_ATTRIBUTES`.
 */
export function openTelemetry({ version, ratio, log }: OpenTelemetryOptions): Tracer {
  const named = resourceFromAttributes({ "service.name": "meetbot", "service.version": version });
  const provider = new TracerProvider({
    resource: defaultResource()
      .merge(named)
      .merge(detectResources({ detectors: [envDetector] })),
    sampler: new ParentBasedSampler({
      root: ratio === 1 ? new AlwaysOnSampler() : new TraceIdRatioBasedSampler(ratio),
    }),
    spanProcessors: [
      new BatchSpanProcessor({
        exporter: logOnce(new OTLPTraceExporter(), log),
        maxQueueSize: maxWaiting,
      }),
    ],
  });
  const spans = provider.getTracer("meetbot", version);
  const recorder: Tracer = {
    async under(parent, { name, kind, facts }, work) {
      const start = { kind: kinds[kind], ...(facts && { attributes: facts satisfies Attributes }) };
      const span = spans.startSpan(name, start, contextOf(parent));
      const { traceId, spanId, traceFlags } = span.spanContext();
      const own = { traceId, spanId, isSampled: (traceFlags & 1) === 1 };
      const fail = () => void span.setStatus({ code: SpanStatusCode.ERROR });
      try {
        return await inTrace(own, recorder, () =>
          work({
            set: (more) => void span.setAttributes(more),
            rename: (to) => void span.updateName(to),
            fail,
          }),
        );
      } catch (error) {
        fail();
        throw error;
      } finally {
        span.end();
      }
    },
    async close() {
      const late = AbortSignal.timeout(lastSpansMs);
      const isLate = new Promise<void>((resolve) =>
        late.addEventListener("abort", () => resolve()),
      );
      await Promise.race([provider.shutdown().catch(() => {}), isLate]);
    },
  };
  return recorder;
}

function contextOf(parent: Trace | null) {
  if (!parent) return ROOT_CONTEXT;
  const { traceId, spanId, isSampled } = parent;
  return trace.setSpanContext(ROOT_CONTEXT, {
    ...{ traceId, spanId, isRemote: true },
    traceFlags: isSampled ? 1 : 0,
  });
}

/** Logs once when a collector stops accepting spans and once when it recovers. */
function logOnce(exporter: SpanExporter, log: OpenTelemetryOptions["log"]): SpanExporter {
  let isWell = true;
  return {
    export(batch, onResult) {
      exporter.export(batch, (result) => {
        const wasWell = isWell;
        isWell = result.error === undefined && result.code === 0;
        if (wasWell && !isWell) log.warn(takesNothing);
        if (!wasWell && isWell) log.info("the collector takes traces again");
        onResult(result);
      });
    },
    shutdown: () => exporter.shutdown(),
    forceFlush: () => exporter.forceFlush?.() ?? Promise.resolve(),
  };
}

const takesNothing =
  "the collector takes no traces: they are dropped, and nothing waits for them. See OTEL_EXPORTER_OTLP_ENDPOINT";
