import { Button, Checkbox, Group, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { ConfirmDialog } from "../../../parts/form/confirm-dialog.tsx";
import { useFormats } from "../../../words/formats.ts";
import { useWords } from "../../../words/speaking.tsx";
import type { View } from "../data/inbox-search.ts";
import type { Picking } from "./use-picking.ts";

/** Chooses several conversations of a list, and closes them after asking. */
export function PickBar({ picking, view }: { picking: Picking; view: View }) {
  const words = useWords("inbox.pick");
  const views = useWords("inbox.main").views;
  const formats = useFormats();
  const [isAsked, asking] = useDisclosure(false);
  const { isOn, isAll, count, closing } = picking;
  if (!isOn) {
    return (
      <Button size="compact-xs" variant="subtle" mx="xs" onClick={picking.begin}>
        {words.begin}
      </Button>
    );
  }
  const say = isAll
    ? words.sureAll({ view: views[view] })
    : count === 1
      ? words.sureOne
      : words.sure({ count: formats.number(count) });
  return (
    <Group px="xs" gap="xs" justify="space-between">
      <Checkbox
        size="md"
        label={words.all}
        checked={isAll}
        onChange={({ currentTarget }) => picking.pickAll(currentTarget.checked)}
      />
      <Button size="compact-xs" variant="default" onClick={picking.end}>
        {words.end}
      </Button>
      <Button
        size="compact-xs"
        variant="default"
        fullWidth
        className="danger-button"
        disabled={!isAll && count === 0}
        onClick={() => {
          closing.reset();
          asking.open();
        }}
      >
        {words.close}
      </Button>
      <Text size="sm" role="status">
        {closing.data && words.closed({ count: formats.number(closing.data.closed) })}{" "}
        {closing.data &&
          closing.data.left > 0 &&
          words.left({ count: formats.number(closing.data.left) })}
      </Text>
      <ConfirmDialog
        isOpen={isAsked}
        title={say}
        text={words.text}
        confirm={words.close}
        isBusy={closing.isPending}
        problem={closing.error}
        onConfirm={() => closing.mutate(undefined, { onSuccess: asking.close })}
        onClose={asking.close}
      />
    </Group>
  );
}
