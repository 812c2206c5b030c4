import { Button, Group, Stack } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useWords } from "../../words/speaking.tsx";
import { WriteProblem } from "../form/write-problem.tsx";
import { IconOf } from "../page/icons.tsx";
import { type ChannelName, channelKey } from "./channel-query.ts";
import { CheckList, type CheckTongue, type ListedCheck } from "./check-list.tsx";

/** Checks a link at the platform; if its events are lost, points them back here. */
export function CheckNow<Checked extends { checks: readonly ListedCheck[] }>(props: {
  botId: string;
  channel: ChannelName;
  words: CheckTongue & { subscribe: string };
  /** Whether the failed check means that events do not reach this server. */
  isLost(check: ListedCheck): boolean;
  ask(subscribe: boolean): Promise<Checked>;
  /** Content for the rest of the answer. */
  children?: (checked: Checked) => ReactNode;
}) {
  const { botId, channel, words, isLost, ask, children } = props;
  const { check } = useWords("fields.channel");
  const queries = useQueryClient();
  // The result stays visible until there is a newer one.
  const [checked, setChecked] = useState<Checked | null>(null);
  const checking = useMutation({
    mutationFn: ask,
    onSuccess(said) {
      setChecked(said);
      return queries.invalidateQueries({ queryKey: channelKey(channel, botId) });
    },
  });
  return (
    <Stack gap="sm">
      <Group gap="sm">
        <Button
          variant="default"
          loading={checking.isPending}
          onClick={() => checking.mutate(false)}
          leftSection={<IconOf icon="refresh" size={16} />}
        >
          {check}
        </Button>
        {checked?.checks.some(isLost) && (
          <Button disabled={checking.isPending} onClick={() => checking.mutate(true)}>
            {words.subscribe}
          </Button>
        )}
      </Group>
      <div role="status" className="soft-status">
        {checked && (
          <Stack gap="sm">
            <CheckList checks={checked.checks} words={words} />
            {children?.(checked)}
          </Stack>
        )}
      </div>
      {checking.isError && <WriteProblem problem={checking.error} />}
    </Stack>
  );
}
