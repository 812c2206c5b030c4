import { Button, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useBotId } from "../../../access/bot.ts";
import { useMay } from "../../../access/role.ts";
import { api } from "../../../api/api.ts";
import { WriteProblem } from "../../../parts/form/write-problem.tsx";
import { Section } from "../../../parts/page/section.tsx";
import { type Answers, useWriteAnswers } from "../../../parts/topics/answers-query.ts";
import { useTopicName } from "../../../parts/topics/use-topic-name.ts";
import { useFormats } from "../../../words/formats.ts";
import { useWords } from "../../../words/speaking.tsx";

/** More would push the rest of the page away. */
const firstShown = 10;

/** The sentences whose meaning was taught; each can be removed. */
export function TaughtSection({ answers, only }: { answers: Answers; only?: string }) {
  const { taught: words } = useWords("answers.main");
  const { number } = useFormats();
  const nameOf = useTopicName(answers);
  const [isAll, setAll] = useState(false);
  const meant = answers.taught.filter(({ meaning }) => only === undefined || meaning === only);
  const shown = isAll ? meant : meant.slice(0, firstShown);
  if (only !== undefined && meant.length === 0) return null;
  return (
    <Section id="taught" title={words.title} text={words.text}>
      {meant.length === 0 && <Text size="sm">{words.none}</Text>}
      <Stack component="ul" className="topic-plain-list" gap={0}>
        {shown.map(({ taught_id, text, meaning }) => (
          <li key={text} className="taught-entry">
            <div>
              <Text size="sm" className="topic-any-text">
                <bdi>{text}</bdi>
              </Text>
              {only === undefined && (
                <Text size="xs" c="dimmed">
                  {words.means({ name: nameOf(meaning) })}
                </Text>
              )}
            </div>
            {taught_id !== null && <ForgetButton taughtId={taught_id} text={text} />}
          </li>
        ))}
      </Stack>
      {shown.length < meant.length && (
        <Button variant="default" size="xs" w="fit-content" onClick={() => setAll(true)}>
          {words.more({ count: number(meant.length) })}
        </Button>
      )}
    </Section>
  );
}

function ForgetButton({ taughtId, text }: { taughtId: string; text: string }) {
  const { taught: words } = useWords("answers.main");
  const botId = useBotId();
  const isEditor = useMay(botId)("editor");
  const forgetting = useWriteAnswers(() =>
    api("DELETE /bots/{bot_id}/answers/taught/{taught_id}", {
      path: { bot_id: botId, taught_id: taughtId },
    }),
  );
  if (!isEditor) return null;
  return (
    <Group gap="xs">
      {forgetting.isError && <WriteProblem problem={forgetting.error} />}
      <Button
        size="compact-xs"
        variant="default"
        aria-label={words.forgetOf({ text })}
        loading={forgetting.isPending}
        onClick={() => forgetting.mutate(undefined)}
      >
        {words.forget}
      </Button>
    </Group>
  );
}
