import { Button, Group, Text } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { api } from "../../../api/api.ts";
import { WriteProblem } from "../../../parts/form/write-problem.tsx";
import { useWords } from "../../../words/speaking.tsx";

/**
 * Fetches the bot's draft reply to the customer's last message: the agent requests it with a button, reads it, and may
 * insert it into the text. The draft is never sent automatically. `seq`: the message to answer; `null` if there is
 * none.
 */
export function useBotDraft(props: {
  botId: string;
  conversationId: string;
  seq: number | null;
  onUse(text: string): void;
}): { button: ReactNode; view: ReactNode } {
  const { botId, conversationId, seq, onUse } = props;
  const words = useWords("inbox.main").draft;
  const [leftFor, setLeftFor] = useState<number | null>(null);
  const asking = useMutation({
    mutationFn: async (_seq: number) =>
      api("GET /bots/{bot_id}/conversations/{conversation_id}/draft", {
        path: { bot_id: botId, conversation_id: conversationId },
      }),
  });
  // Ignore a draft that was made for an earlier message.
  const isOf = seq !== null && asking.variables === seq && leftFor !== seq;
  const draft = isOf ? asking.data : undefined;
  if (seq === null) return { button: null, view: null };
  return {
    button: !draft && (
      <Button
        size="xs"
        variant="default"
        loading={asking.isPending}
        onClick={() => {
          setLeftFor(null);
          asking.mutate(seq);
        }}
      >
        {words.ask}
      </Button>
    ),
    view: (
      <>
        <div role="status">
          {draft && (
            <div className="bot-draft">
              <Text size="xs" c="dimmed" fw={600}>
                {words.title}
              </Text>
              {draft.text === null ? (
                <Text size="sm">{words.nothing}</Text>
              ) : (
                // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard.
                <section className="bot-draft-text" tabIndex={0} aria-label={words.title}>
                  {draft.text}
                </section>
              )}
              <Group gap={6} mt={6}>
                {draft.text !== null && (
                  <Button
                    size="compact-xs"
                    onClick={() => {
                      onUse(draft.text ?? "");
                      setLeftFor(seq);
                    }}
                  >
                    {words.use}
                  </Button>
                )}
                <Button size="compact-xs" variant="default" onClick={() => setLeftFor(seq)}>
                  {words.leave}
                </Button>
              </Group>
            </div>
          )}
        </div>
        {isOf && asking.error && <WriteProblem problem={asking.error} />}
      </>
    ),
  };
}
