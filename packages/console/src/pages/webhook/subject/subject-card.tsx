import { Paper, Select, SimpleGrid, Stack, Text, TextInput, Title } from "@mantine/core";
import { useWords } from "../../../words/speaking.tsx";
import type { Subject } from "../data/use-subject.ts";
import type { Endpoint, WebhookStage } from "../data/webhook-data.ts";

/** The data that queries ask the shop for, and the secret that signs them. */
export function SubjectCard(props: {
  subject: Subject;
  onChange: (changes: Partial<Subject>) => void;
  /** The bot's signing secrets; empty where Meetbot does not show them. */
  secrets: Endpoint["secrets"];
  stage: WebhookStage;
  onStage: (stage: WebhookStage) => void;
}) {
  const { subject, onChange, secrets, stage, onStage } = props;
  const words = useWords("webhook.main");
  const hasNext = secrets.some((secret) => secret.stage === "next");
  const fingerprintOf = (one: WebhookStage) =>
    secrets.find((secret) => secret.stage === one)?.fingerprint ?? "";
  const fields = [
    ["account", "email"],
    ["otherAccount", "email"],
    ["order", "text"],
    ["package", "text"],
  ] as const;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="subject-title">
      <Stack gap="sm">
        <Title order={2} size="h4" id="subject-title">
          {words.subject.title}
        </Title>
        <Text size="sm" c="dimmed">
          {words.subject.text}
        </Text>
        <SimpleGrid cols={{ base: 1, sm: 2, lg: hasNext ? 3 : 4 }} spacing="sm">
          {fields.map(([field, type]) => (
            <TextInput
              key={field}
              label={words.subject[field]}
              type={type}
              value={subject[field]}
              onChange={(event) => onChange({ [field]: event.currentTarget.value })}
              autoComplete="off"
              spellCheck={false}
            />
          ))}
          {hasNext && (
            <Select
              label={words.secretOf}
              data={(["current", "next"] as const).map((one) => ({
                value: one,
                label: `${words.stages[one]} (${fingerprintOf(one)})`,
              }))}
              value={stage}
              onChange={(chosen) => onStage((chosen as WebhookStage | null) ?? "current")}
              allowDeselect={false}
            />
          )}
        </SimpleGrid>
      </Stack>
    </Paper>
  );
}
