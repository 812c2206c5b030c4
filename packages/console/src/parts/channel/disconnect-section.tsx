import { Button, Group } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useWords } from "../../words/speaking.tsx";
import { ConfirmDialog } from "../form/confirm-dialog.tsx";
import { Section } from "../page/section.tsx";

/** Texts that explain what disconnecting does on a channel. */
export interface DisconnectTongue {
  disconnectText: string;
  disconnectButton: string;
  disconnectTitle(places: { name: string }): string;
}

/** Disconnects a link from its bot. */
export function DisconnectSection<Told>(props: {
  botId: string;
  name: string;
  words: DisconnectTongue;
  disconnect(): Promise<Told>;
  onDisconnected(told: Told): void;
}) {
  const { botId, name, words, disconnect, onDisconnected } = props;
  const { disconnect: title } = useWords("fields.channel");
  const queries = useQueryClient();
  const [isOpen, dialog] = useDisclosure(false);
  const ending = useMutation({
    mutationFn: disconnect,
    async onSuccess(told) {
      dialog.close();
      onDisconnected(told);
      await queries.invalidateQueries({ queryKey: ["bots", botId] });
    },
  });
  return (
    <Section id="disconnect" title={title} text={words.disconnectText} danger>
      <Group>
        <Button variant="default" className="danger-button" onClick={dialog.open}>
          {words.disconnectButton}
        </Button>
      </Group>
      <ConfirmDialog
        isOpen={isOpen}
        title={words.disconnectTitle({ name })}
        text={words.disconnectText}
        confirm={words.disconnectButton}
        isBusy={ending.isPending}
        problem={ending.error}
        onConfirm={() => ending.mutate()}
        onClose={() => {
          dialog.close();
          ending.reset();
        }}
      />
    </Section>
  );
}
