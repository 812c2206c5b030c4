import { Stack, Table, Text } from "@mantine/core";
import type { CatalogWords } from "../../words/catalogs.ts";
import { useWords } from "../../words/speaking.tsx";
import type { Detail } from "./delivery-detail.ts";
import type { ShownExchange } from "./exchange-choice.tsx";
import { formatDuration } from "./format-duration.ts";

const phases = ["lookup", "connect", "wait", "read"] as const;
type Phase = (typeof phases)[number];

/** How long each phase of an exchange took, as a bar and in numbers. */
export function TimelineTab({ delivery }: { delivery: Detail }) {
  const words = useWords("deliveries");
  const { exchange_log: exchanges } = delivery;
  if (exchanges.length === 0) return <Text c="dimmed">{words.drawer.noExchange}</Text>;
  return (
    <Stack gap="xl">
      {exchanges.map((exchange, at) => (
        <div key={exchange.started_at}>
          <Text size="sm" fw={600} mb={6}>
            {words.drawer.attempt({ nth: at + 1, of: exchanges.length })}
          </Text>
          <Bar exchange={exchange} />
          <Table
            fz="sm"
            mt="sm"
            aria-label={words.drawer.attempt({ nth: at + 1, of: exchanges.length })}
          >
            <Table.Tbody>
              {phases.map((phase) => (
                <Table.Tr key={phase}>
                  <Table.Th scope="row" fw={400}>
                    <span className="timeline-key" data-phase={phase} aria-hidden="true" />
                    {words.drawer.phases[phase]}
                  </Table.Th>
                  <Table.Td ta="end">{describePhase(exchange, phase, words)}</Table.Td>
                </Table.Tr>
              ))}
              <Table.Tr>
                <Table.Th scope="row">{words.drawer.total}</Table.Th>
                <Table.Td ta="end">{formatDuration(exchange.duration_ms, words)}</Table.Td>
              </Table.Tr>
            </Table.Tbody>
          </Table>
        </div>
      ))}
    </Stack>
  );
}

function Bar({ exchange }: { exchange: ShownExchange }) {
  const times = timesOf(exchange);
  return (
    <div className="timeline-bar" aria-hidden="true">
      {phases.map((phase) => (
        <span key={phase} data-phase={phase} style={{ flexGrow: Math.max(0, times[phase] ?? 0) }} />
      ))}
    </div>
  );
}

/** Returns how long each phase took; `null` for a phase that was not reached or not needed. */
function timesOf({ timings, duration_ms }: ShownExchange): Record<Phase, number | null> {
  const { lookup_ms, connect_ms, first_byte_ms } = timings;
  const before = (lookup_ms ?? 0) + (connect_ms ?? 0);
  return {
    lookup: lookup_ms,
    connect: connect_ms,
    wait: Math.max(0, (first_byte_ms ?? duration_ms) - before),
    read: first_byte_ms === null ? null : Math.max(0, duration_ms - first_byte_ms),
  };
}

function describePhase(
  exchange: ShownExchange,
  phase: Phase,
  words: {
    milliseconds: CatalogWords<"deliveries">["milliseconds"];
    seconds: CatalogWords<"deliveries">["seconds"];
    drawer: { reused: string };
  },
): string {
  const ms = timesOf(exchange)[phase];
  if (ms !== null) return formatDuration(ms, words);
  const isReused = phase === "connect" && exchange.timings.first_byte_ms !== null;
  return isReused ? words.drawer.reused : "—";
}
