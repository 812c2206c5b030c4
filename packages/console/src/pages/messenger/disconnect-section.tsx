import { Button, Group } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Bot } from "../../access/bot.ts";
import { api } from "../../api/api.ts";
import type { OutputOf } from "../../api/routes.ts";
import { ConfirmDialog } from "../../parts/form/confirm-dialog.tsx";
import { Section } from "../../parts/page/section.tsx";
import { useWords } from "../../words/speaking.tsx";
import type { FacebookPage } from "./messenger-data.ts";
import { messengerWords } from "./messenger-words.ts";

export type Disconnected = OutputOf<"DELETE /bots/{bot_id}/messenger/page">;

/** The page speaks through the bot no more. */
export function DisconnectSection(props: {
  bot: Bot;
  page: FacebookPage;
  onDisconnected(told: Disconnected): void;
}) {
  const { bot, page, onDisconnected } = props;
  const words = useWords(messengerWords);
  const queries = useQueryClient();
  const [isOpen, dialog] = useDisclosure(false);
  const ending = useMutation({
    mutationFn: () => api("DELETE /bots/{bot_id}/messenger/page", { path: { bot_id: bot.bot_id } }),
    async onSuccess(told) {
      dialog.close();
      onDisconnected(told);
      await queries.invalidateQueries({ queryKey: ["bots", bot.bot_id] });
    },
  });
  return (
    <Section id="disconnect" title={words.disconnect} text={words.disconnectText} danger>
      <Group>
        <Button variant="default" className="danger-button" onClick={dialog.open}>
          {words.disconnectButton}
        </Button>
      </Group>
      <ConfirmDialog
        isOpen={isOpen}
        title={words.disconnectTitle(page.name ?? page.page_id)}
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
