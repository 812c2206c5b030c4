import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { Bot } from "../../access/bot.ts";
import { api } from "../../api/api.ts";
import { Dialog } from "../../parts/form/dialog.tsx";
import { Section } from "../../parts/page/section.tsx";
import { ErrorState } from "../../parts/page/states.tsx";
import { useWords } from "../../words/speaking.tsx";

/** Actions that cannot be undone. */
export function DeleteSection({ bot }: { bot: Bot }) {
  const words = useWords("settings");
  const [isOpen, dialog] = useDisclosure(false);
  const isOwner = bot.role === "owner";
  return (
    <Section id="delete" title={words.remove} text={words.removeText} danger>
      <Group>
        <Button
          variant="default"
          className="danger-button"
          onClick={dialog.open}
          disabled={!isOwner}
        >
          {words.removeButton}
        </Button>
        {!isOwner && (
          <Text size="sm" c="dimmed">
            {words.ownersOnly}
          </Text>
        )}
      </Group>
      <Dialog isOpen={isOpen} onClose={dialog.close} title={words.removeTitle({ name: bot.name })}>
        <DeleteForm bot={bot} onCancel={dialog.close} />
      </Dialog>
    </Section>
  );
}

function DeleteForm({ bot, onCancel }: { bot: Bot; onCancel(): void }) {
  const words = useWords("settings");
  const [typed, setTyped] = useState("");
  const queries = useQueryClient();
  const navigate = useNavigate();
  const deleting = useMutation({
    mutationFn: () => api("DELETE /bots/{bot_id}", { path: { bot_id: bot.bot_id } }),
    async onSuccess() {
      await navigate({ to: "/bots" });
      queries.removeQueries({ queryKey: ["bots", bot.bot_id] });
      await queries.invalidateQueries({ queryKey: ["bots"] });
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() === bot.name) deleting.mutate();
      }}
    >
      <Stack gap="md">
        <Text size="sm">{words.removeText}</Text>
        <TextInput
          label={words.removeConfirm({ name: bot.name })}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          autoComplete="off"
          data-autofocus
        />
        {deleting.isError && <ErrorState problem={deleting.error} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onCancel}>
            {words.cancel}
          </Button>
          <Button
            type="submit"
            color="red.9"
            loading={deleting.isPending}
            disabled={typed.trim() !== bot.name}
          >
            {words.removeFinally}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
