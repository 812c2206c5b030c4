import { Alert, Code, Stack, Table, Text, Title } from "@mantine/core";
import { FactList } from "../../parts/page/fact-list.tsx";
import { groupOf, OutcomeBadge } from "../../parts/page/outcome-badge.tsx";
import { useWords } from "../../words/speaking.tsx";
import type { Detail } from "./delivery-detail.ts";
import { formatDuration } from "./format-duration.ts";

const colors = { ok: "green", no: "gray", failed: "red" } as const;

/** How Meetbot interpreted the answer, why, and what to do. */
export function ValidationTab({ delivery }: { delivery: Detail }) {
  const words = useWords("deliveries");
  const { means, names } = useWords("fields.outcomes");
  const { outcome, detail, trouble, exchange_log: exchanges } = delivery;
  const error = readError(exchanges.at(-1)?.response_body ?? "");
  return (
    <Stack gap="md">
      {!trouble && (
        <Alert
          color={colors[groupOf(outcome)]}
          variant="light"
          title={names[outcome]}
          styles={{ title: { color: "var(--mantine-color-text)" } }}
        >
          {means[outcome]}
        </Alert>
      )}
      {!trouble && (
        <FactList
          facts={[
            [words.drawer.detail, detail],
            [words.drawer.errorCode, error && <Code key="code">{error.code}</Code>],
            [words.drawer.errorMessage, error?.message ?? null],
          ]}
        />
      )}
      {exchanges.length > 0 && (
        <div>
          <Title order={3} size="h5" mb={4}>
            {words.drawer.each}
          </Title>
          <Table fz="sm" aria-label={words.drawer.each}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>#</Table.Th>
                <Table.Th>{words.http}</Table.Th>
                <Table.Th>{words.outcome}</Table.Th>
                <Table.Th>{words.duration}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {exchanges.map(({ started_at, ...exchange }, at) => (
                <Table.Tr key={started_at}>
                  <Table.Td>{at + 1}</Table.Td>
                  <Table.Td>{exchange.http_status ?? "—"}</Table.Td>
                  <Table.Td>
                    {exchange.outcome === "received" ? (
                      "✓"
                    ) : (
                      <OutcomeBadge outcome={exchange.outcome} />
                    )}
                    {exchange.detail && !trouble && (
                      <Text size="xs" c="dimmed">
                        {exchange.detail}
                      </Text>
                    )}
                  </Table.Td>
                  <Table.Td>{formatDuration(exchange.duration_ms, words)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
    </Stack>
  );
}

/** The merchant's own error, if the answer is one. */
function readError(body: string): { code: string; message: string | null } | null {
  try {
    const { error } = JSON.parse(body) as { error?: { code?: unknown; message?: unknown } };
    if (error?.code === undefined) return null;
    return {
      code: String(error.code),
      message: error.message === undefined ? null : String(error.message),
    };
  } catch {
    return null;
  }
}
