import { Badge, Group, Stack, Text } from "@mantine/core";
import { useFormats } from "../../../words/formats.ts";
import { useWords } from "../../../words/speaking.tsx";
import type { RunExchange } from "../data/webhook-data.ts";

type Phase = "lookup" | "connect" | "wait" | "download";

interface Span {
  phase: Phase;
  fromMs: number;
  ms: number;
}

/** How long each phase of an exchange took, as a bar and a number. */
export function Timeline({ exchange }: { exchange: RunExchange }) {
  const { timeline: words } = useWords("webhook.query");
  const formats = useFormats();
  const total = Math.max(exchange.duration_ms, 0.001);
  const spans = spansOf(exchange);
  const isKept = exchange.timings.connect_ms === null && exchange.timings.first_byte_ms !== null;
  const ms = (value: number) => words.ms({ ms: formats.number(Math.round(value * 10) / 10) });
  return (
    <Stack gap={6}>
      <Stack gap={4} component="ol" className="plain-list" aria-label={words.title}>
        {spans.map(({ phase, fromMs, ms: length }) => (
          <li key={phase} className="timeline-row">
            <Text size="sm">{words[phase]}</Text>
            <div className="bar-track" aria-hidden="true">
              <div
                className="bar"
                style={{
                  left: `${(fromMs / total) * 100}%`,
                  width: `${Math.min(100 - (fromMs / total) * 100, (length / total) * 100)}%`,
                }}
              />
            </div>
            <Text size="sm" ta="right">
              {ms(length)}
            </Text>
          </li>
        ))}
      </Stack>
      <Group gap="xs">
        <Badge variant="light" className="state-badge">
          {words.total} {ms(exchange.duration_ms)}
        </Badge>
        {isKept && (
          <Text size="sm" c="dimmed">
            {words.kept}
          </Text>
        )}
      </Group>
    </Stack>
  );
}

/** Returns the phases that the request reached, in order. */
function spansOf({ timings, duration_ms: total }: RunExchange): Span[] {
  const lookup = timings.lookup_ms ?? 0;
  const connect = timings.connect_ms ?? 0;
  const connected = lookup + connect;
  const firstByte = timings.first_byte_ms;
  const spans: Span[] = [];
  if (timings.lookup_ms !== null) spans.push({ phase: "lookup", fromMs: 0, ms: lookup });
  if (timings.connect_ms !== null) spans.push({ phase: "connect", fromMs: lookup, ms: connect });
  const waited = (firstByte ?? total) - connected;
  spans.push({ phase: "wait", fromMs: connected, ms: Math.max(0, waited) });
  if (firstByte !== null) {
    spans.push({ phase: "download", fromMs: firstByte, ms: Math.max(0, total - firstByte) });
  }
  return spans;
}
