import { Button, Group, PasswordInput, Stack, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../api/api.ts";
import { messengerQuery } from "../../parts/channel/channel-query.ts";
import { FailedChecks } from "../../parts/channel/failed-checks.tsx";
import { CopyButton } from "../../parts/code/copy-button.tsx";
import { WriteProblem } from "../../parts/form/write-problem.tsx";
import { useWords } from "../../words/speaking.tsx";
import { newVerifyToken } from "./new-verify-token.ts";

const nothing = { page_id: "", page_token: "", app_secret: "" };

/** Form for the page and its secrets. It closes once the page is connected, and keeps nothing of them. */
export function ConnectForm(props: {
  botId: string;
  /** The page that is connected already. */
  pageId?: string;
  onConnected(verifyToken: string): void;
  onCancel?: () => void;
}) {
  const { botId, pageId = "", onConnected, onCancel } = props;
  const words = useWords("messenger.main");
  const { cancel } = useWords("fields.channel");
  const queries = useQueryClient();
  const [given, setGiven] = useState({
    ...nothing,
    page_id: pageId,
    verify_token: newVerifyToken(),
  });
  const connecting = useMutation({
    mutationFn: () =>
      api("PUT /bots/{bot_id}/messenger/page", { path: { bot_id: botId }, body: given }),
    // The input is a secret, so nothing caches it.
    gcTime: 0,
    onSuccess({ connected, state }) {
      if (!connected) return;
      queries.setQueryData(messengerQuery(botId).queryKey, state);
      void queries.invalidateQueries({ queryKey: ["bots", botId] });
      onConnected(given.verify_token);
    },
  });
  const isDigits = /^\d{0,30}$/.test(given.page_id.trim());
  const isWhole = isDigits && Object.values(given).every((one) => one.trim() !== "");
  const field = (name: keyof typeof given) => ({
    value: given[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      setGiven({ ...given, [name]: event.currentTarget.value }),
    autoComplete: "off",
    required: true,
    spellCheck: false,
  });
  const failed = connecting.data?.connected === false ? connecting.data.checks : null;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isWhole) connecting.mutate();
      }}
    >
      <Stack gap="md" maw={560}>
        <TextInput
          label={words.pageId}
          description={words.pageIdText}
          inputMode="numeric"
          error={!isDigits && words.pageIdFault}
          {...field("page_id")}
        />
        <PasswordInput label={words.token} {...field("page_token")} autoComplete="new-password" />
        <PasswordInput
          label={words.appSecret}
          {...field("app_secret")}
          autoComplete="new-password"
        />
        <TextInput
          label={words.verifyToken}
          description={words.verifyTokenText}
          styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)" } }}
          rightSection={<CopyButton value={given.verify_token} name={words.verifyToken} />}
          {...field("verify_token")}
        />
        <FailedChecks checks={failed} words={words} />
        {connecting.isError && <WriteProblem problem={connecting.error} />}
        <Group gap="sm">
          <Button type="submit" loading={connecting.isPending} disabled={!isWhole}>
            {words.submit}
          </Button>
          <Button
            variant="default"
            onClick={() => setGiven({ ...given, verify_token: newVerifyToken() })}
          >
            {words.generate}
          </Button>
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
