import { Stack } from "@mantine/core";
import { type Bot, useBot } from "../../access/bot.ts";
import { SaveBar } from "../../parts/form/save-bar.tsx";
import { useDraft } from "../../parts/form/use-draft.ts";
import { PageHeader } from "../../parts/page/page-header.tsx";
import { QueryView } from "../../parts/page/query-view.tsx";
import { ViewerNotice } from "../../parts/people/viewer-notice.tsx";
import { useWords } from "../../words/speaking.tsx";
import { DeleteSection } from "./delete-section.tsx";
import { GeneralSection } from "./general-section.tsx";
import { IdentitySection } from "./identity-section.tsx";
import { OrderNumberSection } from "./order-number-section.tsx";
import { RetentionSection } from "./retention-section.tsx";
import { SpeakingSection } from "./speaking-section.tsx";
import { WebhookSection } from "./webhook-section.tsx";

/** All that an operator sets about a bot, but its channels. */
export function SettingsPage() {
  const words = useWords("settings");
  const bot = useBot();
  return (
    <>
      <PageHeader title={words.title} />
      <QueryView query={bot} height={1600}>
        {(data) => <Settings key={data.bot_id} bot={data} />}
      </QueryView>
    </>
  );
}

function Settings({ bot }: { bot: Bot }) {
  const draft = useDraft(bot);
  const parts = { draft, isEditor: bot.role === "editor" };
  return (
    <Stack maw={880} gap="md">
      {bot.role === "viewer" && <ViewerNotice />}
      <GeneralSection draft={draft} />
      <WebhookSection {...parts} />
      <SpeakingSection draft={draft} />
      <IdentitySection {...parts} />
      <OrderNumberSection draft={draft} />
      <RetentionSection {...parts} />
      <SaveBar draft={draft} />
      <DeleteSection bot={bot} />
    </Stack>
  );
}
