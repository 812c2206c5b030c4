import { Button, Group, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { api } from "../../api/api.ts";
import { ConfirmDialog } from "../../parts/form/confirm-dialog.tsx";
import { WriteProblem } from "../../parts/form/write-problem.tsx";
import { useWords } from "../../words/speaking.tsx";
import { type Changes, type Destination, useAlertChange } from "./notifications-data.ts";

/** The actions for a destination, and the result of the last one. */
export function CardActions(props: { botId: string; destination: Destination; onEdit(): void }) {
  const { botId, destination, onEdit } = props;
  const { alert_id, name, enabled } = destination;
  const words = useWords("notifications");
  const [isRemoving, removing] = useDisclosure(false);
  const path = { bot_id: botId, alert_id };
  const testing = useAlertChange(botId, () =>
    api("POST /bots/{bot_id}/alerts/{alert_id}/test", { path }),
  );
  const switching = useAlertChange(botId, (body: Changes) =>
    api("PATCH /bots/{bot_id}/alerts/{alert_id}", { path, body }),
  );
  const removal = useAlertChange(botId, () =>
    api("DELETE /bots/{bot_id}/alerts/{alert_id}", { path }),
  );
  const turn = enabled ? words.switchOff : words.switchOn;
  const tested = testing.data;
  return (
    <Stack gap="sm">
      <Group gap="sm">
        <Button
          size="xs"
          aria-label={words.testOf({ name })}
          loading={testing.isPending}
          onClick={() => testing.mutate(undefined)}
        >
          {words.test}
        </Button>
        <Button size="xs" variant="default" aria-label={words.editOf({ name })} onClick={onEdit}>
          {words.edit}
        </Button>
        <Button
          size="xs"
          variant="default"
          aria-label={words.switchOf({ what: turn, name })}
          loading={switching.isPending}
          onClick={() => switching.mutate({ enabled: !enabled })}
        >
          {turn}
        </Button>
        <Button
          size="xs"
          variant="default"
          className="danger-button"
          aria-label={words.removeOf({ name })}
          onClick={removing.open}
        >
          {words.remove}
        </Button>
      </Group>
      {tested && (
        <Text size="sm" role="status" className="any-text">
          {tested.sent ? words.testSent : words.testFailed({ problem: tested.problem ?? "" })}
        </Text>
      )}
      {testing.isError && <WriteProblem problem={testing.error} />}
      {switching.isError && <WriteProblem problem={switching.error} />}
      <ConfirmDialog
        isOpen={isRemoving}
        title={words.removeTitle({ name })}
        text={words.removeText}
        confirm={words.remove}
        isBusy={removal.isPending}
        problem={removal.error}
        onConfirm={() => removal.mutate(undefined, { onSuccess: removing.close })}
        onClose={removing.close}
      />
    </Stack>
  );
}
