import { Button, Group, Paper, Stack, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { settingLimits } from "../../access/setting-limits.ts";
import { api } from "../../api/api.ts";
import { ApiProblem } from "../../api/api-problem.ts";
import type { OutputOf } from "../../api/routes.ts";
import { EndpointField } from "../../parts/form/endpoint-field.tsx";
import { ErrorState } from "../../parts/page/states.tsx";
import { useSpeaking, useWords } from "../../words/speaking.tsx";
import { newBotWords } from "./new-bot-words.ts";

/** What a bot cannot be without. The rest begins as the operator's browser is set. */
export function NewBotForm({ onCreated }: { onCreated(created: OutputOf<"POST /bots">): void }) {
  const words = useWords(newBotWords);
  const { locale } = useSpeaking();
  const [given, setGiven] = useState({ name: "", endpoint: "" });
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const creating = useMutation({
    mutationFn: () => api("POST /bots", { body: { ...given, locale, time_zone: timeZone } }),
    onSuccess: onCreated,
  });
  const problem = creating.error instanceof ApiProblem ? creating.error : null;
  const isWrong = (pointer: string) => problem?.errors.some((one) => one.pointer === pointer);
  const give = (changes: Partial<typeof given>) => {
    // What was refused is not what stands there now.
    if (creating.isError) creating.reset();
    setGiven({ ...given, ...changes });
  };
  const isOfField = isWrong("/name") || isWrong("/endpoint");
  return (
    <Paper
      component="form"
      withBorder
      p="lg"
      maw={640}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        creating.mutate();
      }}
    >
      <Stack gap="md">
        <TextInput
          label={words.name}
          description={words.nameText}
          placeholder={words.namePlaceholder}
          value={given.name}
          onChange={(event) => give({ name: event.currentTarget.value })}
          error={isWrong("/name") && words.nameFault}
          maxLength={settingLimits.nameLength}
          autoComplete="off"
          required
        />
        <EndpointField
          value={given.endpoint}
          onChange={(endpoint) => give({ endpoint })}
          isRefused={isWrong("/endpoint") === true}
          required
        />
        {creating.isError && !isOfField && <ErrorState problem={creating.error} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" renderRoot={(root) => <Link {...root} to="/bots" />}>
            {words.cancel}
          </Button>
          <Button type="submit" loading={creating.isPending}>
            {words.create}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
