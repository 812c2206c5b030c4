import { Button, Group, Stack } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { ApiProblem } from "../../../api/api-problem.ts";
import { EndpointField } from "../../../parts/form/endpoint-field.tsx";
import { WriteProblem } from "../../../parts/form/write-problem.tsx";
import { useWords } from "../../../words/speaking.tsx";

/** Switches a bot from a connected shop to a webhook and deletes the connection's credentials. */
export function LeaveForm(props: {
  botId: string;
  leave(endpoint: string): Promise<void>;
  onLeft(): void;
  onCancel: (() => void) | undefined;
}) {
  const { botId, leave, onLeft, onCancel } = props;
  const words = useWords("webhook.connected");
  const { cancel } = useWords("shop.main");
  const [url, setUrl] = useState("");
  const leaving = useMutation({ mutationFn: leave, onSuccess: onLeft });
  const isRefused =
    leaving.error instanceof ApiProblem &&
    leaving.error.errors.some(({ pointer }) => pointer === "/endpoint");
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        leaving.mutate(url.trim());
      }}
    >
      <Stack gap="md" maw={640}>
        <EndpointField
          value={url}
          onChange={(typed) => {
            leaving.reset();
            setUrl(typed);
          }}
          botId={botId}
          isRefused={isRefused}
          required
        />
        {leaving.isError && !isRefused && <WriteProblem problem={leaving.error} />}
        <Group gap="sm">
          <Button
            type="submit"
            variant="default"
            className="danger-button"
            loading={leaving.isPending}
          >
            {words.leaveButton}
          </Button>
          {onCancel && (
            <Button variant="default" onClick={onCancel} disabled={leaving.isPending}>
              {cancel}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}
