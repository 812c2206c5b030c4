import { Alert, Button, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { IconOf } from "../../../parts/page/icons.tsx";
import { useActorName } from "../../../parts/people/use-actor-name.ts";
import type { AnswerVersion } from "../../../parts/topics/answers-query.ts";
import { useFormats } from "../../../words/formats.ts";
import { useWords } from "../../../words/speaking.tsx";

/** Shows who saved in the meantime, and loads that version without losing the draft. */
export function NewerNotice({
  newer,
  onReload,
}: {
  newer: AnswerVersion;
  onReload(): Promise<void>;
}) {
  const words = useWords("answers.editor");
  const actorName = useActorName();
  const { ago } = useFormats();
  const [isBusy, setBusy] = useState(false);
  const reload = () => {
    setBusy(true);
    void onReload().finally(() => setBusy(false));
  };
  return (
    <Alert color="yellow" variant="light" icon={<IconOf icon="warning" />} role="alert">
      <Stack gap="xs" align="flex-start">
        <Text size="sm" fw={600}>
          {words.newer({ person: actorName(newer.changed_by), at: ago(newer.changed_at) })}
        </Text>
        <Text size="sm">{words.newerText}</Text>
        <Button size="xs" variant="default" loading={isBusy} onClick={reload}>
          {words.reload}
        </Button>
      </Stack>
    </Alert>
  );
}
