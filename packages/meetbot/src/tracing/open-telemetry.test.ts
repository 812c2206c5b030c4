import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import pino from "pino";
import { startCollector } from "../../test/fixtures/collector.ts";
import { hasTrace } from "../../test/fixtures/traces.ts";
import { createCustomer, startTelegram, token } from "../server/webhooks/telegram.fixture.ts";
import { openTelemetry } from "./open-telemetry.ts";
import { newTrace } from "./trace.ts";
import { inSpan } from "./tracer.ts";

/** The library reads the environment when it is opened. */
function open(t: TestContext, url: string) {
  const before = process.env.OTEL_EXPORTER_OTLP_ENDPOINT;
  process.env.OTEL_EXPORTER_OTLP_ENDPOINT = url;
  const logged: string[] = [];
  const log = pino({}, { write: (line: string) => logged.push(line) });
  const tracer = openTelemetry({ version: "1.2.3", ratio: 1, log });
  if (before === undefined) delete process.env.OTEL_EXPORTER_OTLP_ENDPOINT;
  else process.env.OTEL_EXPORTER_OTLP_ENDPOINT = before;
  t.after(() => tracer.close());
  return { tracer, logged };
}

test("a collector reads one trace from the platform's request to the message, and nothing of the customer", async (t) => {
  const collector = await startCollector(t);
  const { tracer } = open(t, collector.url);
  const { telegram, shopper, rests, close } = await startTelegram(t, { tracer });
  const customer = createCustomer(telegram);
  const number = shopper.orders[0]!.order_number;
  await customer.say(`show order ${number}, it is for lena@posteo.net`);
  await customer.reads(1);
  await rests();
  await close();
  await tracer.close();
  const { traceId } = collector.spans.find(({ name }) => name.startsWith("ask "))!;
  const own = collector.spans.filter((span) => span.traceId === traceId);
  const bySpan = new Map(own.map((span) => [span.spanId, span]));
  const line = (name: string): string[] => {
    const names: string[] = [];
    for (let span = own.find((one) => one.name === name); span; ) {
      names.unshift(span.name);
      span = bySpan.get(span.parentSpanId);
    }
    return names;
  };
  const webhook = "POST /channels/telegram/:bot_id";
  const asked = own.find(({ name }) => name.startsWith("ask "))!;
  assert.deepEqual(line("call merchant"), [webhook, "turn", asked.name, "call merchant"]);
  assert.equal(line("send")[0], webhook);
  const sent = own
    .filter(({ name }) => name === "call telegram")
    .map((span) => bySpan.get(span.parentSpanId)?.name);
  assert(sent.includes("send"), `${sent}`);
  assert.match(asked.attributes["meetbot.delivery"] ?? "", /^\w/);
  assert.equal(collector.resources[0]?.["service.name"], "meetbot");
  const told = Buffer.concat(collector.bodies);
  for (const secret of [number, "lena@posteo.net", "show order", token, String(customer.id)]) {
    assert(!hasTrace(secret, told), `${secret} was told`);
  }
});

test("while a collector does not answer nothing waits for it, and no more than a queue is kept", async (t) => {
  const collector = await startCollector(t);
  const release = collector.hold();
  const { tracer } = open(t, collector.url);
  const made = 20_000;
  for (let nth = 0; nth < made; nth += 1) {
    await tracer.under(null, { name: "request", kind: "server" }, async () => {});
  }
  assert.equal(collector.spans.length, 0);
  release();
  await tracer.close();
  // What waited, and the batches that were on their way.
  assert(collector.spans.length > 0 && collector.spans.length < 4_096, `${collector.spans.length}`);
});

test("work goes on, and its errors come through, whatever a span is told", async (t) => {
  const { tracer } = open(t, (await startCollector(t)).url);
  const parent = { ...newTrace(), isSampled: true };
  const doing = tracer.under(parent, { name: "turn", kind: "consumer" }, () =>
    inSpan({ name: "within", kind: "internal" }, async () => {
      throw new Error("as before");
    }),
  );
  await assert.rejects(doing, /as before/);
});
