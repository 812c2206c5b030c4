import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../../api/api.ts";
import { ApiProblem } from "../../api/api-problem.ts";
import { Dialog } from "../../parts/form/dialog.tsx";
import { WriteProblem } from "../../parts/form/write-problem.tsx";
import { IconOf } from "../../parts/page/icons.tsx";
import { useWords } from "../../words/speaking.tsx";
import { formatTimeLeft } from "./format-time-left.ts";
import { type Key, keysQuery } from "./keys-data.ts";

interface Promoting {
  botId: string;
  next: Key;
  mayWrite: boolean;
  /** Whether the webhook has been confirmed to have the next secret. */
  isReady: boolean;
  onPromoted(previousEndsAt: string): void;
}

/** The last step: the next secret becomes the current one, if the webhook answers to it. */
export function PromoteStep({ botId, next, mayWrite, isReady, onPromoted }: Promoting) {
  const words = useWords("keys.rotation");
  const { span } = useWords("keys.main");
  const queries = useQueryClient();
  const [isOpen, dialog] = useDisclosure(false);
  const promoting = useMutation({
    mutationFn: (untested: boolean) =>
      api("POST /bots/{bot_id}/keys/signing/promote", {
        path: { bot_id: botId },
        body: { untested },
      }),
    onSuccess({ previous_ends_at }) {
      dialog.close();
      onPromoted(previous_ends_at);
    },
    onSettled: () => queries.invalidateQueries(keysQuery(botId)),
  });
  const overlapS = next.overlap_s ?? 0;
  const isUntested = promoting.variables === true;
  return (
    <Stack gap="xs">
      <Text size="sm" {...(!isReady && { c: "dimmed" })}>
        {overlapS === 0
          ? words.promote.atOnce
          : words.promote.text({ overlap: formatTimeLeft(overlapS * 1_000, span) })}
      </Text>
      {mayWrite && (
        <Group gap="sm">
          <Button
            variant={isReady ? "filled" : "default"}
            onClick={() => promoting.mutate(false)}
            loading={promoting.isPending && !isUntested}
          >
            {words.promote.button}
          </Button>
        </Group>
      )}
      {promoting.isError && !isOpen && (
        <NotPromoted problem={promoting.error} onInsist={dialog.open} />
      )}
      <Dialog
        isOpen={isOpen}
        onClose={() => !promoting.isPending && dialog.close()}
        title={words.insist.title}
      >
        <Stack gap="md">
          <Text size="sm">{words.insist.text}</Text>
          {promoting.isError && isUntested && <WriteProblem problem={promoting.error} />}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={dialog.close} data-autofocus>
              {words.insist.cancel}
            </Button>
            <Button
              color="red.9"
              loading={promoting.isPending}
              onClick={() => promoting.mutate(true)}
            >
              {words.insist.button}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </Stack>
  );
}

/** The step before shows the webhook's answer. */
function NotPromoted({ problem, onInsist }: { problem: unknown; onInsist(): void }) {
  const words = useWords("keys.rotation");
  const code = problem instanceof ApiProblem ? problem.code : null;
  if (code !== "next_secret_refused") return <WriteProblem problem={problem} />;
  return (
    <Alert color="red" variant="light" icon={<IconOf icon="warning" />} role="alert">
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{words.promote.refused}</Text>
        <Button size="xs" variant="default" className="danger-button" onClick={onInsist}>
          {words.insist.open}
        </Button>
      </Stack>
    </Alert>
  );
}
