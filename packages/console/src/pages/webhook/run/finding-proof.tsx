import { Button, Collapse, Stack, Text } from "@mantine/core";
import { useId, useState } from "react";
import { useRoute } from "../../../api/use-route.ts";
import { IconOf } from "../../../parts/page/icons.tsx";
import { QueryView } from "../../../parts/page/query-view.tsx";
import { useWords } from "../../../words/speaking.tsx";
import type { RunExchange, RunFinding } from "../data/webhook-data.ts";
import { CodeView } from "../exchange/code-view.tsx";
import { RequestView } from "../exchange/request-view.tsx";
import { ResponseView } from "../exchange/response-view.tsx";
import { Timeline } from "../exchange/timeline.tsx";

/** The requests and responses behind a finding, also as code. */
export function FindingProof(props: {
  botId: string;
  runId: string | null;
  finding: RunFinding;
  exchanges: readonly RunExchange[];
  mayEdit: boolean;
}) {
  const { botId, runId, finding, mayEdit } = props;
  const words = useWords("webhook.run");
  const shown = finding.exchanges.flatMap((at) => props.exchanges[at] ?? []);
  if (shown.length === 0) return null;
  const flawed = finding.pointer ? [finding.pointer] : [];
  return (
    <Stack gap="sm" align="stretch">
      <Disclosure label={words.showExchanges}>
        {shown.map((exchange, at) => (
          <Stack key={exchange.started_at + String(at)} gap="sm">
            <Text size="sm" fw={600}>
              {words.exchange({ at: at + 1, of: shown.length })}
              {exchange.request.is_repeated && ` · ${words.repeated}`}
            </Text>
            <Timeline exchange={exchange} />
            <RequestView exchange={exchange} isWhole={false} />
            <ResponseView exchange={exchange} flawed={flawed} />
          </Stack>
        ))}
      </Disclosure>
      {mayEdit && (
        <Disclosure label={words.showCode}>
          {runId === null ? (
            <Text size="sm" c="dimmed">
              {words.codeLater}
            </Text>
          ) : (
            <FindingCode botId={botId} runId={runId} rule={finding.rule} />
          )}
        </Disclosure>
      )}
    </Stack>
  );
}

function FindingCode({ botId, runId, rule }: { botId: string; runId: string; rule: string }) {
  const path = { bot_id: botId, run_id: runId, rule };
  const code = useRoute(
    "GET /bots/{bot_id}/runs/{run_id}/findings/{rule}/code",
    { path },
    { staleTime: Number.POSITIVE_INFINITY },
  );
  return (
    <QueryView query={code} height={240}>
      {(data) => <CodeView code={data} />}
    </QueryView>
  );
}

/** Expands its content on request. */
function Disclosure({ label, children }: { label: string; children: React.ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <div>
      <Button
        variant="subtle"
        size="compact-sm"
        onClick={() => setOpen(!isOpen)}
        aria-expanded={isOpen}
        aria-controls={id}
        leftSection={
          <span className={isOpen ? "chevron open" : "chevron"}>
            <IconOf icon="chevron" size={14} />
          </span>
        }
      >
        {label}
      </Button>
      <Collapse expanded={isOpen} id={id}>
        {isOpen && (
          <Stack gap="lg" pt="sm">
            {children}
          </Stack>
        )}
      </Collapse>
    </div>
  );
}
