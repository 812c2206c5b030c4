import { Paper, SimpleGrid, Stack, Table, Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { OutcomeBadge } from "../../parts/page/outcome-badge.tsx";
import { useFormats } from "../../words/formats.ts";
import { useWords } from "../../words/speaking.tsx";
import type { Overview } from "./data/overview-data.ts";

/** How the line to the shop did: by method, and by how its deliveries ended. */
export function ShopTables({ botId, overview }: { botId: string; overview: Overview }) {
  const words = useWords("overview.main");
  return (
    <Paper withBorder p="md" component="section" aria-label={words.shop}>
      <Stack gap="sm">
        <div>
          <Title order={2} size="h5">
            {words.shop}
          </Title>
          <Text size="sm" c="dimmed">
            {words.shopText}
          </Text>
        </div>
        {overview.methods.length === 0 ? (
          <Text size="sm">{words.noDeliveries}</Text>
        ) : (
          <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
            <MethodsTable overview={overview} />
            <OutcomesTable botId={botId} overview={overview} />
          </SimpleGrid>
        )}
      </Stack>
    </Paper>
  );
}

function MethodsTable({ overview: { methods } }: { overview: Overview }) {
  const words = useWords("overview.main");
  const { number, percent } = useFormats();
  const ms = (value: number | null) =>
    value === null ? words.none : words.ms({ value: number(value) });
  return (
    <Table.ScrollContainer
      minWidth={420}
      type="native"
      tabIndex={0}
      role="region"
      aria-label={words.method}
    >
      <Table horizontalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{words.method}</Table.Th>
            {[words.deliveries, words.answeredRate, "p50", "p95", "p99"].map((label) => (
              <Table.Th key={label} scope="col" ta="right">
                {label}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {methods.map((row) => (
            <Table.Tr key={row.method}>
              <Table.Th scope="row" ff="monospace" fw={500}>
                {row.method}
              </Table.Th>
              <Table.Td ta="right" className="number-cell">
                {number(row.deliveries)}
              </Table.Td>
              <Table.Td ta="right" className="number-cell">
                {percent(row.answered_rate ?? 0)}
              </Table.Td>
              <Table.Td ta="right" className="number-cell">
                {ms(row.p50_ms)}
              </Table.Td>
              <Table.Td ta="right" className="number-cell">
                {ms(row.p95_ms)}
              </Table.Td>
              <Table.Td ta="right" className="number-cell">
                {ms(row.p99_ms)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function OutcomesTable(props: { botId: string; overview: Overview }) {
  const { botId, overview } = props;
  const words = useWords("overview.main");
  const { names } = useWords("fields.outcomes");
  const { number } = useFormats();
  return (
    <Table horizontalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{words.ended}</Table.Th>
          <Table.Th scope="col" ta="right">
            {words.deliveries}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {overview.outcomes.map(({ outcome, deliveries }) => (
          <Table.Tr key={outcome}>
            <Table.Th scope="row" fw={400}>
              <Link
                to="/bots/$botId/deliveries"
                params={{ botId }}
                search={{ outcome }}
                aria-label={words.showDeliveries({ outcome: names[outcome] })}
              >
                <OutcomeBadge outcome={outcome} />
              </Link>
            </Table.Th>
            <Table.Td ta="right" className="number-cell">
              {number(deliveries)}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
