import { Anchor, Button, Group, Stack, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { Bot } from "../../access/bot.ts";
import { WriteProblem } from "../../parts/form/write-problem.tsx";
import { QueryView } from "../../parts/page/query-view.tsx";
import { Section } from "../../parts/page/section.tsx";
import { ToneBadge } from "../../parts/page/tone-badge.tsx";
import { useFormats } from "../../words/formats.ts";
import { useWords } from "../../words/speaking.tsx";
import { FailureText } from "./failure-text.tsx";
import { failureWords } from "./failure-words.ts";
import type { DeadLetter } from "./messenger-data.ts";
import { messengerWords } from "./messenger-words.ts";
import { useDeadLetters } from "./use-dead-letters.ts";

/** Messages that were given up: why, what to do, and the way to send them after all. */
export function LettersSection({ bot }: { bot: Bot }) {
  const words = useWords(messengerWords);
  const { query, retryOne, retryAll } = useDeadLetters(bot.bot_id);
  const mayWrite = bot.role !== "viewer";
  const problem = retryOne.error ?? retryAll.error;
  const queued = retryAll.data;
  return (
    <Section id="not-sent" title={words.letters} text={words.lettersText}>
      <div role="status" className="soft-status">
        {retryOne.isSuccess && <Text size="sm">{words.queuedOne}</Text>}
        {queued && (
          <Text size="sm">
            {queued.queued > 0 ? words.queued(queued.queued, queued.left) : words.queuedNone}
          </Text>
        )}
      </div>
      {problem !== null && <WriteProblem problem={problem} />}
      <QueryView query={query} height={120}>
        {({ pages }) => {
          const letters = pages.flatMap(({ data }) => data);
          if (letters.length === 0) return <Text c="dimmed">{words.noLetters}</Text>;
          return (
            <Stack gap="sm">
              <ul className="letters">
                {letters.map((letter) => (
                  <Letter
                    key={`${letter.conversation_id}/${letter.seq}`}
                    botId={bot.bot_id}
                    letter={letter}
                    isBusy={retryOne.isPending || retryAll.isPending}
                    onRetry={
                      mayWrite
                        ? () => {
                            retryAll.reset();
                            retryOne.mutate(letter);
                          }
                        : null
                    }
                  />
                ))}
              </ul>
              <Group gap="sm">
                {mayWrite && (
                  <Button
                    loading={retryAll.isPending}
                    disabled={retryOne.isPending}
                    onClick={() => {
                      retryOne.reset();
                      retryAll.mutate();
                    }}
                  >
                    {words.retryAll}
                  </Button>
                )}
                {query.hasNextPage && (
                  <Button
                    variant="default"
                    loading={query.isFetchingNextPage}
                    onClick={() => void query.fetchNextPage()}
                  >
                    {words.more}
                  </Button>
                )}
              </Group>
            </Stack>
          );
        }}
      </QueryView>
    </Section>
  );
}

function Letter(props: {
  botId: string;
  letter: DeadLetter;
  isBusy: boolean;
  /** `null`: the role does not allow it. */
  onRetry: (() => void) | null;
}) {
  const { botId, letter, isBusy, onRetry } = props;
  const words = useWords(messengerWords);
  const { retry } = useWords(failureWords);
  const formats = useFormats();
  const { conversation_id: conversationId, seq } = letter;
  const isReady = letter.retry === "ready";
  return (
    <li>
      <Stack gap={6} miw={0}>
        <FailureText failure={letter.failure} at={formats.dateTime(letter.failed_at)} />
        <Group gap="sm">
          <ToneBadge tone={isReady ? "good" : "quiet"}>{retry[letter.retry]}</ToneBadge>
          <Anchor
            size="sm"
            underline="always"
            renderRoot={(root) => (
              <Link
                {...root}
                to="/bots/$botId/conversations/$conversationId"
                params={{ botId, conversationId }}
                search={{ message: seq }}
              />
            )}
          >
            {words.openConversation}
          </Anchor>
        </Group>
      </Stack>
      {onRetry && isReady && (
        <Button size="xs" variant="default" disabled={isBusy} onClick={onRetry}>
          {words.retryOne}
        </Button>
      )}
    </li>
  );
}
