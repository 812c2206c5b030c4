import { Alert, Button, Checkbox, Group, SegmentedControl, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../api/api.ts";
import { Dialog } from "../../parts/form/dialog.tsx";
import { WriteProblem } from "../../parts/form/write-problem.tsx";
import { IconOf } from "../../parts/page/icons.tsx";
import { useWords } from "../../words/speaking.tsx";
import { useLeft } from "./countdown.tsx";
import { formatTimeLeft } from "./format-time-left.ts";
import {
  type Key,
  keysQuery,
  type NewKey,
  type Overlap,
  overlaps,
  type SecretKind,
} from "./keys-data.ts";

interface Rotating {
  botId: string;
  kind: SecretKind;
  /** Whether there is no secret yet that could stay valid. */
  isFirst: boolean;
  /** One that a rotation before left, and that this one would end. */
  previous: Key | undefined;
  onMade(made: NewKey): void;
  onClose(): void;
}

/** The first step of a rotation: how long the secret that is replaced stays valid. */
export function RotateDialog({ isOpen, ...rotating }: Rotating & { isOpen: boolean }) {
  const words = useWords("keys.kinds");
  const { botId, kind, isFirst, onMade, onClose } = rotating;
  const queries = useQueryClient();
  // Once set, the new secret takes the keyboard focus.
  const [isMade, setIsMade] = useState(false);
  const making = useMutation({
    mutationFn: (body: { overlap_s: number; force: boolean }) =>
      api(`POST /bots/{bot_id}/keys/${kind}/rotate`, { path: { bot_id: botId }, body }),
    onSuccess(made) {
      setIsMade(true);
      onMade(made);
      onClose();
    },
    onSettled: () => queries.invalidateQueries(keysQuery(botId)),
  });
  const close = () => {
    if (making.isPending) return;
    making.reset();
    setIsMade(false);
    onClose();
  };
  return (
    <Dialog
      isOpen={isOpen}
      onClose={close}
      title={isFirst ? words.first.title : words[kind].rotateTitle}
      returnsFocus={!isMade}
    >
      <RotateForm
        {...rotating}
        onClose={close}
        onConfirm={making.mutate}
        isPending={making.isPending}
        problem={making.error}
      />
    </Dialog>
  );
}

function RotateForm(
  props: Rotating & {
    onConfirm(wish: { overlap_s: number; force: boolean }): void;
    isPending: boolean;
    problem: unknown;
  },
) {
  const { botId, kind, isFirst, previous, onClose, onConfirm, isPending, problem } = props;
  const words = useWords("keys.main");
  const ofKinds = useWords("keys.kinds");
  const [overlap, setOverlap] = useState<Overlap>("day");
  const [mayEnd, setMayEnd] = useState(false);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onConfirm({ overlap_s: overlaps[overlap], force: previous !== undefined });
      }}
    >
      <Stack gap="md">
        <Text size="sm">{isFirst ? ofKinds.first.what : ofKinds[kind].rotating.what}</Text>
        {!isFirst && <OverlapChoice {...{ kind, overlap, setOverlap }} />}
        {previous?.ends_at && (
          <Ending {...{ botId, mayEnd, setMayEnd }} previous={previous} endsAt={previous.ends_at} />
        )}
        {!isFirst && (
          <Text size="sm" c="dimmed">
            {words.leaked}
          </Text>
        )}
        {problem !== null && <WriteProblem problem={problem} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button type="submit" loading={isPending} disabled={previous !== undefined && !mayEnd}>
            {words.make}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function OverlapChoice(props: {
  kind: SecretKind;
  overlap: Overlap;
  setOverlap(overlap: Overlap): void;
}) {
  const { kind, overlap, setOverlap } = props;
  const words = useWords("keys.main");
  const { now, later } = useWords("keys.kinds")[kind].rotating;
  return (
    <Stack gap={6}>
      <Text size="sm" fw={600} id="overlap-label">
        {words.overlapLabel}
      </Text>
      <SegmentedControl
        aria-labelledby="overlap-label"
        fullWidth
        data={(Object.keys(overlaps) as Overlap[]).map((value) => ({
          value,
          label: words.overlaps[value],
        }))}
        value={overlap}
        onChange={(chosen) => setOverlap(chosen as Overlap)}
      />
      <Text size="sm" c="dimmed" role="status" className="overlap-text">
        {overlap === "now" ? now : later({ overlap: words.overlaps[overlap] })}
      </Text>
    </Stack>
  );
}

/** A second rotation inside the window ends the previous secret of the first one, so the operator must confirm it. */
function Ending(props: {
  botId: string;
  previous: Key;
  endsAt: string;
  mayEnd: boolean;
  setMayEnd(may: boolean): void;
}) {
  const words = useWords("keys.main");
  const left = formatTimeLeft(useLeft(props.botId, props.endsAt), words.span);
  return (
    <Alert color="yellow" variant="light" icon={<IconOf icon="warning" />}>
      <Stack gap="sm">
        <Text size="sm">{words.stillValid({ fingerprint: props.previous.fingerprint, left })}</Text>
        <Checkbox
          label={words.endIt}
          checked={props.mayEnd}
          onChange={(event) => props.setMayEnd(event.currentTarget.checked)}
        />
      </Stack>
    </Alert>
  );
}
