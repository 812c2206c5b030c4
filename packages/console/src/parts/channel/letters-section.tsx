import { Anchor, Button, Group, Stack, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { Bot } from "../../access/bot.ts";
import { useFormats } from "../../words/formats.ts";
import { useWords } from "../../words/speaking.tsx";
import { WriteProblem } from "../form/write-problem.tsx";
import { QueryView } from "../page/query-view.tsx";
import { Section } from "../page/section.tsx";
import { ToneBadge } from "../page/tone-badge.tsx";
import type { ChannelName } from "./channel-query.ts";
import { FailureText, type FailureTongue } from "./failure-text.tsx";
import { type DeadLetter, useDeadLetters } from "./use-dead-letters.ts";

/** Texts for a channel's failures, and for the reasons against sending again. */
export interface LetterTongue extends FailureTongue {
  retry: Readonly<Record<DeadLetter["retry"], string>>;
}

/** Undeliverable messages: why they failed, what to do, and a button to send them anyway. */
export function LettersSection(props: { bot: Bot; channel: ChannelName; tongue: LetterTongue }) {
  const { bot, channel, tongue } = props;
  const words = useWords("fields.channel");
  const { query, retryOne, retryAll } = useDeadLetters(channel, bot.bot_id);
  const mayWrite = bot.role !== "viewer";
  const problem = retryOne.error ?? retryAll.error;
  const queued = retryAll.data;
  return (
    <Section id="not-sent" title={words.letters} text={words.lettersText}>
      <div role="status" className="soft-status">
        {retryOne.isSuccess && <Text size="sm">{words.queuedOne}</Text>}
        {queued && (
          <Text size="sm">
            {queued.queued > 0
              ? words.queued({ count: queued.queued, left: queued.left })
              : words.queuedNone}
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
                    tongue={tongue}
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
  tongue: LetterTongue;
  isBusy: boolean;
  /** `null`: the role does not allow it. */
  onRetry: (() => void) | null;
}) {
  const { botId, letter, tongue, isBusy, onRetry } = props;
  const words = useWords("fields.channel");
  const formats = useFormats();
  const { conversation_id: conversationId, seq } = letter;
  const isReady = letter.retry === "ready";
  return (
    <li>
      <Stack gap={6} miw={0}>
        <FailureText
          failure={letter.failure}
          at={formats.dateTime(letter.failed_at)}
          words={tongue}
        />
        <Group gap="sm">
          <ToneBadge tone={isReady ? "good" : "quiet"}>{tongue.retry[letter.retry]}</ToneBadge>
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
