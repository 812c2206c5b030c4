import { Code, Group, Progress, Stack, Table, Text, Tooltip } from "@mantine/core";
import type { OutputOf } from "../../api/routes.ts";
import { useFormats } from "../../words/formats.ts";
import { useWords } from "../../words/speaking.tsx";
import { useAnswers } from "../topics/answers-query.ts";
import { useTopicName } from "../topics/use-topic-name.ts";
import { ToneBadge } from "./tone-badge.tsx";

type Explanation = OutputOf<"GET /bots/{bot_id}/unanswered">["data"][number]["explanation"];

const decisionTones = { act: "good", clarify: "wait", none: "quiet", context: "good" } as const;

/** What the bot understood from a customer's message, and why. */
export function ExplanationPanel(props: {
  recognition: Explanation;
  /** Whether the bot understood the sentence from the conversation, although it says little by itself. */
  isKnownFromContext?: boolean;
}) {
  const { recognition, isKnownFromContext = false } = props;
  const words = useWords("recognition.explanation");
  const formats = useFormats();
  const nameOf = useTopicName(useAnswers().data);
  const { intent, confidence, entities, filter, picked, reasons, topic } = recognition;
  const decision = isKnownFromContext ? "context" : recognition.decision;
  return (
    <Stack gap={6}>
      <Group gap="xs">
        <Tooltip label={words.asToday}>
          <Text span size="sm" fw={600} tabIndex={0}>
            {words.intents[intent]}
          </Text>
        </Tooltip>
        <ToneBadge tone={decisionTones[decision]}>{words.decisions[decision]}</ToneBadge>
        <Code fz="xs">{intent}</Code>
      </Group>
      <Group gap="xs" wrap="nowrap">
        <Text size="xs" c="dimmed">
          {words.confidence}
        </Text>
        <Progress
          value={100 * confidence}
          w={80}
          size="sm"
          aria-label={`${words.confidence} ${formats.percent(confidence)}`}
        />
        <Text size="xs">{formats.percent(confidence)}</Text>
      </Group>
      {entities.length === 0 ? (
        <Text size="xs" c="dimmed">
          {words.noEntities}
        </Text>
      ) : (
        <Group gap={6}>
          <Text size="xs" c="dimmed">
            {words.entities}
          </Text>
          {entities.map(({ kind, value, carrier }) => (
            <Text key={`${kind} ${value}`} size="xs" span>
              {words.kinds[kind]} <Code>{value}</Code>
              {carrier && ` ${carrier}`}
            </Text>
          ))}
        </Group>
      )}
      {topic && (
        <Text size="xs">
          {words.topic}: <strong>{nameOf(topic.id)}</strong> {formats.percent(topic.confidence)}
          {topic.example !== null && ` · ${words.near({ text: topic.example })}`}
        </Text>
      )}
      {filter && (
        <Text size="xs">
          {words.filter}: {words.filters[filter]}
        </Text>
      )}
      {picked !== null && (
        <Text size="xs">
          {words.picked}: <Code>{String(picked)}</Code>
        </Text>
      )}
      {reasons.length > 0 && <Reasons reasons={reasons} />}
    </Stack>
  );
}

function Reasons({ reasons }: Pick<Explanation, "reasons">) {
  const words = useWords("recognition.explanation");
  return (
    <details>
      <summary style={{ fontSize: "var(--mantine-font-size-xs)", cursor: "pointer" }}>
        {words.why}
      </summary>
      <Table fz="xs" mt={4} aria-label={words.why} verticalSpacing={2} layout="fixed">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.rule}</Table.Th>
            <Table.Th>{words.effect}</Table.Th>
            <Table.Th>{words.words}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {reasons.map(({ rule, effect, text }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: reasons never move.
            <Table.Tr key={at} style={{ overflowWrap: "anywhere" }}>
              <Table.Td>{rule}</Table.Td>
              <Table.Td>{effect}</Table.Td>
              <Table.Td>{text}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </details>
  );
}
