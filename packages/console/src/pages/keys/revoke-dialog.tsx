import { Button, Group, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../api/api.ts";
import { Dialog } from "../../parts/form/dialog.tsx";
import { WriteProblem } from "../../parts/form/write-problem.tsx";
import { useWords } from "../../words/speaking.tsx";
import { type Key, keysQuery, type NewKey } from "./keys-data.ts";

/** Revokes a secret at once, after the user confirms the consequences. */
export function RevokeDialog(props: {
  botId: string;
  /** `null` when no secret is being revoked. */
  secret: Key | null;
  /** Whether there is a next signing secret to replace the current one. */
  hasNext: boolean;
  onRevoked(secret: Key, replacement: NewKey | null): void;
  onClose(): void;
}) {
  const { botId, secret, hasNext, onRevoked, onClose } = props;
  const words = useWords("keys.main");
  const ofKinds = useWords("keys.kinds");
  const queries = useQueryClient();
  // Once set, the new secret takes the keyboard focus.
  const [isReplaced, setIsReplaced] = useState(false);
  const revoking = useMutation({
    mutationFn: ({ kind, stage, fingerprint }: Key) =>
      api("POST /bots/{bot_id}/keys/{kind}/revoke", {
        path: { bot_id: botId, kind },
        body: { stage, fingerprint },
      }),
    onSuccess({ replacement }, revoked) {
      setIsReplaced(replacement !== null);
      onRevoked(revoked, replacement);
      onClose();
    },
    onSettled: () => queries.invalidateQueries(keysQuery(botId)),
  });
  const close = () => {
    if (revoking.isPending) return;
    revoking.reset();
    setIsReplaced(false);
    onClose();
  };
  const says = secret && ofKinds[secret.kind].revoking;
  const isReplacedByNext = secret?.kind === "signing" && secret.stage === "current" && hasNext;
  return (
    <Dialog
      isOpen={secret !== null}
      onClose={close}
      returnsFocus={!isReplaced}
      title={secret ? words.revokeTitles[secret.stage]({ fingerprint: secret.fingerprint }) : ""}
    >
      {secret && says && (
        <Stack gap="md">
          <Text size="sm">{isReplacedByNext ? words.nextTakesOver : says[secret.stage]}</Text>
          {revoking.isError && <WriteProblem problem={revoking.error} />}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={close} data-autofocus>
              {words.cancel}
            </Button>
            <Button
              color="red.9"
              loading={revoking.isPending}
              onClick={() => revoking.mutate(secret)}
            >
              {words.revoke[secret.stage]}
            </Button>
          </Group>
        </Stack>
      )}
    </Dialog>
  );
}
