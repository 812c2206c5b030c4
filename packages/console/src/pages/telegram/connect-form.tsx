import { Button, Group, PasswordInput, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../api/api.ts";
import { telegramQuery } from "../../parts/channel/channel-query.ts";
import { FailedChecks } from "../../parts/channel/failed-checks.tsx";
import { WriteProblem } from "../../parts/form/write-problem.tsx";
import { useWords } from "../../words/speaking.tsx";
import type { Connected } from "./telegram-data.ts";

/** A form with only the bot token. It closes once the bot is connected, and does not keep the token. */
export function ConnectForm(props: {
  botId: string;
  onConnected(told: Connected): void;
  onCancel?: () => void;
}) {
  const { botId, onConnected, onCancel } = props;
  const words = useWords("telegram.main");
  const { cancel } = useWords("fields.channel");
  const queries = useQueryClient();
  const [token, setToken] = useState("");
  const connecting = useMutation({
    mutationFn: (takesOver: boolean) =>
      api("PUT /bots/{bot_id}/telegram/bot", {
        path: { bot_id: botId },
        body: { token, take_over: takesOver },
      }),
    // The input is a secret, so nothing caches it.
    gcTime: 0,
    onSuccess(told) {
      if (!told.connected) return;
      queries.setQueryData(telegramQuery(botId).queryKey, told.state);
      void queries.invalidateQueries({ queryKey: ["bots", botId] });
      onConnected(told);
    },
  });
  const failed = connecting.data?.connected === false ? connecting.data.checks : null;
  const isElsewhere = failed?.some(({ problem }) => problem?.kind === "other_webhook") === true;
  const isGiven = token.trim() !== "";
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isGiven) connecting.mutate(false);
      }}
    >
      <Stack gap="md" maw={560}>
        <PasswordInput
          label={words.token}
          description={words.tokenText}
          value={token}
          onChange={(event) => {
            setToken(event.currentTarget.value);
            // The result belongs to another token.
            connecting.reset();
          }}
          autoComplete="new-password"
          required
          spellCheck={false}
        />
        <FailedChecks checks={failed} words={words} />
        {isElsewhere && (
          <Text size="sm" className="any-text">
            {words.takeOverText({ button: words.takeOver })}
          </Text>
        )}
        {connecting.isError && <WriteProblem problem={connecting.error} />}
        <Group gap="sm">
          <Button type="submit" loading={connecting.isPending} disabled={!isGiven}>
            {words.submit}
          </Button>
          {isElsewhere && (
            <Button
              variant="default"
              className="danger-button"
              disabled={connecting.isPending}
              onClick={() => connecting.mutate(true)}
            >
              {words.takeOver}
            </Button>
          )}
          {onCancel && (
            <Button variant="default" onClick={onCancel} disabled={connecting.isPending}>
              {cancel}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}
