import { Button, Checkbox, Popover, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useMay } from "../../../access/role.ts";
import { WriteProblem } from "../../../parts/form/write-problem.tsx";
import { useWords } from "../../../words/speaking.tsx";
import { LabelChip } from "./label-chips.tsx";
import { useLabeling, useLabels } from "./labels-data.ts";
import { LabelsDialog } from "./labels-dialog.tsx";

/** Puts labels on the conversation that is open. */
export function LabelMenu(props: {
  botId: string;
  conversationId: string;
  ids: readonly string[];
}) {
  const { botId, conversationId, ids } = props;
  const words = useWords("inbox.labels");
  const labels = useLabels(botId);
  const labeling = useLabeling(botId, conversationId);
  const isEditor = useMay(botId)("editor");
  const [isOpen, setOpen] = useState(false);
  const [isManaging, setManaging] = useState(false);
  const isOn = (id: string) =>
    labeling.isPending && labeling.variables.label_id === id
      ? labeling.variables.isOn
      : ids.includes(id);
  return (
    <>
      <Popover
        opened={isOpen}
        onChange={setOpen}
        position="bottom-start"
        width={240}
        trapFocus
        returnFocus
        shadow="md"
      >
        <Popover.Target>
          <Button size="compact-sm" variant="default" onClick={() => setOpen(!isOpen)}>
            {words.labels}
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label={words.labels}>
          <Stack gap="xs">
            {labels.length === 0 && (
              <Text size="sm">
                {words.none} {!isEditor && words.noneEditor}
              </Text>
            )}
            {labels.map((label) => (
              <Checkbox
                key={label.label_id}
                size="xs"
                label={<LabelChip label={label} />}
                checked={isOn(label.label_id)}
                onChange={({ currentTarget }) =>
                  labeling.mutate({ label_id: label.label_id, isOn: currentTarget.checked })
                }
              />
            ))}
            {labeling.error && <WriteProblem problem={labeling.error} />}
            {isEditor && (
              <Button
                size="compact-xs"
                variant="subtle"
                onClick={() => {
                  setOpen(false);
                  setManaging(true);
                }}
              >
                {words.manage}
              </Button>
            )}
          </Stack>
        </Popover.Dropdown>
      </Popover>
      <LabelsDialog botId={botId} isOpen={isManaging} onClose={() => setManaging(false)} />
    </>
  );
}
