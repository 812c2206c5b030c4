import { Button, Group, Stack, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useState } from "react";
import { api } from "../../api/api.ts";
import { Dialog } from "../../parts/form/dialog.tsx";
import { useWords } from "../../words/speaking.tsx";
import { useAccountChange } from "./account-data.ts";
import { Fault } from "./fault.tsx";

/** Renames a passkey. */
export function RenameButton({ passkeyId, name }: { passkeyId: string; name: string }) {
  const words = useWords("account");
  const [isOpen, dialog] = useDisclosure(false);
  return (
    <>
      <Button
        size="xs"
        variant="default"
        aria-label={words.renameOf({ name })}
        onClick={dialog.open}
      >
        {words.rename}
      </Button>
      <Dialog isOpen={isOpen} onClose={dialog.close} title={words.renameTitle}>
        <RenameForm passkeyId={passkeyId} name={name} onDone={dialog.close} />
      </Dialog>
    </>
  );
}

function RenameForm(props: { passkeyId: string; name: string; onDone(): void }) {
  const { passkeyId, onDone } = props;
  const words = useWords("account");
  const [name, setName] = useState(props.name);
  const renaming = useAccountChange(() =>
    api("PATCH /me/passkeys/{passkey_id}", { path: { passkey_id: passkeyId }, body: { name } }),
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        renaming.mutate(undefined, { onSuccess: onDone });
      }}
    >
      <Stack gap="md">
        <TextInput
          label={words.name}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          maxLength={80}
          autoComplete="off"
          data-autofocus
        />
        <Fault problem={renaming.error} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onDone}>
            {words.cancel}
          </Button>
          <Button type="submit" loading={renaming.isPending} disabled={name.trim() === ""}>
            {words.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
