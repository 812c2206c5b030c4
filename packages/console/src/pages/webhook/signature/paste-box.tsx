import { Alert, Code, List, Paper, Stack, Text, Textarea, Title } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { api } from "../../../api/api.ts";
import type { OutputOf } from "../../../api/routes.ts";
import { IconOf } from "../../../parts/page/icons.tsx";
import { ErrorState } from "../../../parts/page/states.tsx";
import { useFormats } from "../../../words/formats.ts";
import { useSpeaking, useWords } from "../../../words/speaking.tsx";
import type { RunExchange, WebhookStage } from "../data/webhook-data.ts";

type Diagnosis = OutputOf<"POST /bots/{bot_id}/signature">;

const typingMs = 350;

/** Takes the signature that the merchant's code computed, and names the mistake. */
export function PasteBox(props: { botId: string; exchange: RunExchange; stage: WebhookStage }) {
  const { botId, exchange, stage } = props;
  const words = useWords("webhook.signature");
  const titleId = useId();
  const [pasted, setPasted] = useState("");
  const [settled] = useDebouncedValue(pasted.trim(), typingMs);
  const { request } = exchange;
  const headerOf = (name: string) =>
    request.headers.find((header) => header.name === name)?.value ?? "";
  const body = {
    pasted: settled,
    body: request.body,
    webhook_id: headerOf("webhook-id"),
    webhook_timestamp: headerOf("webhook-timestamp"),
    stage,
  };
  const diagnosis = useQuery({
    queryKey: ["signature", botId, body],
    queryFn: ({ signal }) =>
      api("POST /bots/{bot_id}/signature", { path: { bot_id: botId }, body }, { signal }),
    enabled: settled !== "",
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  });
  return (
    <Paper withBorder p="md" component="section" aria-labelledby={titleId}>
      <Stack gap="sm">
        <Title order={4} size="h5" id={titleId}>
          {words.calculator}
        </Title>
        <Text size="sm" c="dimmed">
          {words.calculatorText}
        </Text>
        <Textarea
          label={words.pasted}
          placeholder={words.placeholder}
          value={pasted}
          onChange={(event) => setPasted(event.currentTarget.value)}
          autosize
          minRows={2}
          maxRows={6}
          spellCheck={false}
          autoComplete="off"
          classNames={{ input: "code-input" }}
        />
        <div role="status">
          {settled !== "" && diagnosis.isPending && (
            <Text size="sm" c="dimmed">
              {words.looking}
            </Text>
          )}
          {settled !== "" && diagnosis.data && <Told diagnosis={diagnosis.data} />}
        </div>
        {diagnosis.isError && <ErrorState problem={diagnosis.error} />}
      </Stack>
    </Paper>
  );
}

function Told({ diagnosis }: { diagnosis: Diagnosis }) {
  const words = useWords("webhook.signature");
  if (diagnosis.result === "match") {
    return (
      <Alert
        color="green"
        variant="light"
        icon={<IconOf icon="check" />}
        title={words.match({ header: diagnosis.header ?? "" })}
      >
        {words.matchText}
      </Alert>
    );
  }
  if (diagnosis.result === "mistake") {
    const { mistakes } = diagnosis;
    return (
      <Alert
        color="red"
        variant="light"
        icon={<IconOf icon="warning" />}
        title={mistakes.length > 1 ? words.several : words.mistake}
      >
        <Mistakes mistakes={mistakes} />
      </Alert>
    );
  }
  return <Unknown diagnosis={diagnosis} />;
}

function Mistakes({ mistakes }: Pick<Diagnosis, "mistakes">) {
  const words = useWords("webhook.signature");
  const { locale } = useSpeaking();
  return (
    <Stack gap="sm">
      {mistakes.map(({ id, what, why, fix }) => (
        <Stack key={id} gap={4}>
          <Text fw={600}>{what[locale]}</Text>
          <Text size="sm">
            <Text span fw={600} size="sm">
              {words.why}:{" "}
            </Text>
            {why[locale]}
          </Text>
          <Text size="sm">
            <Text span fw={600} size="sm">
              {words.fix}:{" "}
            </Text>
            {fix[locale]}
          </Text>
        </Stack>
      ))}
    </Stack>
  );
}

/** Shown when no known mistake explains the value: what to compare, likeliest cause first. */
function Unknown({ diagnosis }: { diagnosis: Diagnosis }) {
  const words = useWords("webhook.signature");
  const formats = useFormats();
  return (
    <Alert color="yellow" variant="light" icon={<IconOf icon="search" />} title={words.unknown}>
      <Stack gap="xs">
        <Text size="sm">{words.unknownText}</Text>
        <List size="sm">
          <List.Item>{words.stepSecret({ fingerprint: diagnosis.secret })}</List.Item>
          <List.Item>{words.stepLength({ bytes: formats.number(diagnosis.body_bytes) })}</List.Item>
          <List.Item>
            {words.stepHash} <Code className="wraps">{diagnosis.body_sha256}</Code>
          </List.Item>
          <List.Item>{words.stepRequest}</List.Item>
        </List>
        {diagnosis.mistakes.length > 0 && (
          <>
            <Text size="sm">{words.hint}</Text>
            <Mistakes mistakes={diagnosis.mistakes} />
          </>
        )}
      </Stack>
    </Alert>
  );
}
