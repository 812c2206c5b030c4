import { Alert, Button, Paper, ScrollArea, Stack, Tabs, Text, Title } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { IconOf } from "../../../parts/page/icons.tsx";
import { useWords } from "../../../words/speaking.tsx";
import type { RunFinding, RunRule, Tried, WebhookStage } from "../data/webhook-data.ts";
import { CodeView } from "../exchange/code-view.tsx";
import { RequestView } from "../exchange/request-view.tsx";
import { ResponseView } from "../exchange/response-view.tsx";
import { Timeline } from "../exchange/timeline.tsx";
import { FindingList } from "../findings/finding-list.tsx";
import { SignatureView } from "../signature/signature-view.tsx";
import { PreviewView } from "./preview-view.tsx";

const tabs = ["findings", "request", "signature", "response", "preview", "code"] as const;
type Tab = (typeof tabs)[number];

/** Tabs that matter only for shops queried over HTTP. */
const ofWebhooks: readonly Tab[] = ["signature", "code"];

/** The full result of one query. */
export function QueryResult(props: {
  botId: string;
  botName: string;
  isConnected: boolean;
  tried: Tried;
  stage: WebhookStage;
  rules: ReadonlyMap<string, RunRule>;
}) {
  const { botId, botName, isConnected, tried, stage, rules } = props;
  const words = useWords("webhook.query");
  const [tab, setTab] = useState<Tab>("findings");
  const shown = tabs.filter((one) => !isConnected || !ofWebhooks.includes(one));
  const broken = tried.findings.filter(isBroken);
  const flawed = broken.flatMap(({ pointer }) => pointer ?? []);
  const panels: Record<Tab, () => ReactNode> = {
    findings: () => <Findings findings={tried.findings} rules={rules} />,
    request: () => <RequestView exchange={tried.exchange} isWhole />,
    signature: () => <SignatureView botId={botId} tried={tried} stage={stage} />,
    response: () => <ResponseView exchange={tried.exchange} flawed={flawed} />,
    preview: () => <PreviewView previews={tried.preview} botName={botName} />,
    code: () => <CodeView code={tried.code} />,
  };
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="result-title">
      <Stack gap="md">
        <Title order={3} size="h5" id="result-title">
          {words.result}
        </Title>
        <Summary tried={tried} isConnected={isConnected} />
        <Timeline exchange={tried.exchange} />
        <Tabs value={tab} onChange={(chosen) => setTab(chosen as Tab)} keepMounted={false}>
          <ScrollArea type="auto" scrollbarSize={6}>
            <Tabs.List aria-label={words.parts} className="one-line">
              {shown.map((one) => (
                <Tabs.Tab key={one} value={one}>
                  {words.tabs[one]}
                  {one === "findings" && broken.length > 0 && ` (${broken.length})`}
                </Tabs.Tab>
              ))}
            </Tabs.List>
          </ScrollArea>
          {shown.map((one) => (
            <Tabs.Panel key={one} value={one} pt="md">
              {panels[one]()}
            </Tabs.Panel>
          ))}
        </Tabs>
      </Stack>
    </Paper>
  );
}

function Summary({ tried, isConnected }: { tried: Tried; isConnected: boolean }) {
  const words = useWords("webhook.query");
  const outcomes = useWords("fields.outcomes");
  const { answer, findings } = tried;
  const count = (status: RunFinding["status"]) =>
    findings.filter((finding) => finding.status === status).length;
  const [failed, warned] = [count("fail"), count("warn")];
  const isGood = failed + warned === 0;
  const title = failed > 0 ? words.broken({ count: failed }) : words.warned({ count: warned });
  // A shop's own "not found" answer needs no explanation.
  const isNo = answer === "user_not_found" || answer === "order_not_found";
  const isSilent = isConnected && answer === "http_status";
  const means = isSilent ? words.silent : outcomes.means[answer as keyof typeof outcomes.means];
  const meaning = isNo ? null : means;
  const takenFor = words.answers[answer as keyof typeof words.answers] ?? answer;
  return (
    <Alert
      color={isGood ? "green" : failed > 0 ? "red" : "yellow"}
      variant="light"
      icon={<IconOf icon={isGood ? "check" : "warning"} />}
      title={isGood ? words.allKept({ count: findings.length }) : title}
      role="status"
    >
      <Text size="sm">{words.takenFor({ what: takenFor })}</Text>
      {meaning && <Text size="sm">{meaning}</Text>}
    </Alert>
  );
}

function Findings(props: { findings: readonly RunFinding[]; rules: ReadonlyMap<string, RunRule> }) {
  const { findings, rules } = props;
  const words = useWords("webhook.query");
  const broken = findings.filter(isBroken);
  const kept = findings.filter((one) => !isBroken(one));
  const [open, setOpen] = useState(broken.slice(0, 1).map(({ rule }) => rule));
  const [showsKept, setShowsKept] = useState(false);
  if (findings.length === 0) return <Text c="dimmed">{words.noFindings}</Text>;
  const shown = showsKept ? [...broken, ...kept] : broken;
  return (
    <Stack gap="sm" align="stretch">
      <FindingList findings={shown} rules={rules} open={open} onOpen={setOpen} />
      {kept.length > 0 && (
        <Button
          variant="subtle"
          size="compact-sm"
          w="fit-content"
          aria-expanded={showsKept}
          onClick={() => setShowsKept(!showsKept)}
        >
          {showsKept ? words.hideKept : words.showKept({ count: kept.length })}
        </Button>
      )}
    </Stack>
  );
}

function isBroken({ status }: RunFinding): boolean {
  return status === "fail" || status === "warn";
}
