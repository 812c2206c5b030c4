import { Button, Group, Stack, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useBotId } from "../../../access/bot.ts";
import { api } from "../../../api/api.ts";
import { Section } from "../../../parts/page/section.tsx";
import { ErrorState } from "../../../parts/page/states.tsx";
import { useWords } from "../../../words/speaking.tsx";
import { TriedView } from "./tried-view.tsx";

/** The server's limit for the length of a sentence. */
const maxLength = 4000;

/** Lets the operator try a sentence: shows which topic it matches, why, and what the bot would reply. */
export function TrySection() {
  const { try: words } = useWords("answers.main");
  const botId = useBotId();
  const [text, setText] = useState("");
  const trying = useMutation({
    mutationFn: (sentence: string) =>
      api("POST /bots/{bot_id}/answers/try", {
        path: { bot_id: botId },
        body: { text: sentence },
      }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== "") trying.mutate(text.trim());
  };
  return (
    <Section id="try" title={words.title} text={words.text}>
      <form onSubmit={submit}>
        <Group gap="sm" align="flex-end" wrap="nowrap">
          <TextInput
            aria-label={words.label}
            placeholder={words.placeholder}
            value={text}
            maxLength={maxLength}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
            flex={1}
            miw={0}
          />
          <Button type="submit" loading={trying.isPending}>
            {words.submit}
          </Button>
        </Group>
      </form>
      <Stack gap="md" role="status" aria-label={words.result}>
        {trying.isError && <ErrorState problem={trying.error} />}
        {trying.isSuccess && <TriedView text={trying.variables} tried={trying.data} />}
      </Stack>
    </Section>
  );
}
