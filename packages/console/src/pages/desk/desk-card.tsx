import { Button, Group, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useState } from "react";
import type { Bot } from "../../access/bot.ts";
import { api } from "../../api/api.ts";
import { ConfirmDialog } from "../../parts/form/confirm-dialog.tsx";
import { WriteProblem } from "../../parts/form/write-problem.tsx";
import { Section } from "../../parts/page/section.tsx";
import { useWords } from "../../words/speaking.tsx";
import { type HelpDesk, type SetDesk, useDeskChange, useSetDesk } from "./desk-data.ts";
import { DeskFacts, DeskTrouble } from "./desk-facts.tsx";
import { DeskForm } from "./desk-form.tsx";

/** Shows the configured help desk, its state and the available actions. */
export function DeskCard(props: {
  bot: Bot;
  desk: HelpDesk;
  hasMail: boolean;
  onSet(set: SetDesk): void;
}) {
  const { bot, desk, hasMail, onSet } = props;
  const words = useWords("desk");
  const [isEditing, setIsEditing] = useState(false);
  return (
    <Section id="desk" title={words.kinds[desk.kind]} text={<DeskFacts desk={desk} />}>
      <DeskTrouble desk={desk} />
      {isEditing ? (
        <DeskForm
          botId={bot.bot_id}
          desk={desk}
          hasMail={hasMail}
          onCancel={() => setIsEditing(false)}
          onSet={(set) => {
            setIsEditing(false);
            onSet(set);
          }}
        />
      ) : (
        bot.role !== "viewer" && (
          <Actions bot={bot} desk={desk} onSet={onSet} onEdit={() => setIsEditing(true)} />
        )
      )}
    </Section>
  );
}

function Actions(props: { bot: Bot; desk: HelpDesk; onSet(set: SetDesk): void; onEdit(): void }) {
  const { bot, desk, onSet, onEdit } = props;
  const words = useWords("desk");
  const [isRemoving, removing] = useDisclosure(false);
  const path = { bot_id: bot.bot_id };
  const testing = useDeskChange(bot.bot_id, () => api("POST /bots/{bot_id}/bridge/test", { path }));
  const setting = useSetDesk(bot.bot_id);
  const removal = useDeskChange(bot.bot_id, () => api("DELETE /bots/{bot_id}/bridge", { path }));
  const isOwner = bot.role === "owner";
  const tested = testing.data;
  return (
    <Stack gap="sm">
      <Group gap="sm">
        <Button size="xs" loading={testing.isPending} onClick={() => testing.mutate(undefined)}>
          {words.test}
        </Button>
        {isOwner && (
          <Button size="xs" variant="default" onClick={onEdit}>
            {words.edit}
          </Button>
        )}
        <Button
          size="xs"
          variant="default"
          loading={setting.isPending}
          onClick={() => setting.mutate({ enabled: !desk.enabled })}
        >
          {desk.enabled ? words.switchOff : words.switchOn}
        </Button>
        {isOwner && desk.hears && (
          <Button
            size="xs"
            variant="default"
            disabled={setting.isPending}
            onClick={() => setting.mutate({ new_address: true }, { onSuccess: onSet })}
          >
            {words.newAddress}
          </Button>
        )}
        <Button size="xs" variant="default" className="danger-button" onClick={removing.open}>
          {words.remove}
        </Button>
      </Group>
      {tested && (
        <Text size="sm" role="status" className="any-text">
          {tested.done
            ? words.testDone[desk.kind]
            : words.testFailed({ problem: tested.problem ?? "" })}
        </Text>
      )}
      {testing.isError && <WriteProblem problem={testing.error} />}
      {setting.isError && <WriteProblem problem={setting.error} />}
      <ConfirmDialog
        isOpen={isRemoving}
        title={words.removeTitle}
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
