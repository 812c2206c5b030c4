import { Stack } from "@mantine/core";
import type { SettingIn } from "@meetbot/admin-api/settings/settings.ts";
import type { ReactNode } from "react";
import { type Bot, useBot } from "../../access/bot.ts";
import { useRoute } from "../../api/use-route.ts";
import { SaveBar } from "../../parts/form/save-bar.tsx";
import { type Draft, useDraft } from "../../parts/form/use-draft.ts";
import { PageHeader } from "../../parts/page/page-header.tsx";
import { QueryView } from "../../parts/page/query-view.tsx";
import { ViewerNotice } from "../../parts/people/viewer-notice.tsx";
import { useWords } from "../../words/speaking.tsx";
import type { ChannelFacts } from "./channel-facts.ts";
import { IdentitySection } from "./identity-section.tsx";
import { MessengerSection, TelegramSection } from "./link-sections.tsx";
import { OriginsSection } from "./origins-section.tsx";
import { PageSection } from "./page-section.tsx";
import { PreviewSection } from "./preview-section.tsx";
import { SnippetSection } from "./snippet-section.tsx";

/** A page that gets the tag is seen here soon. */
const lookAgainMs = 15_000;

/** The component that shows each setting of this page. */
const settingSections: Record<
  SettingIn<"channels">,
  (props: { bot: Bot; draft: Draft; isFixed: boolean; facts: ChannelFacts }) => ReactNode
> = { origins: OriginsSection, accent: PreviewSection };

/** Shows the channels in which customers can reach the bot. */
export function ChannelsPage() {
  const words = useWords("channels");
  const bot = useBot();
  return (
    <>
      <PageHeader title={words.title} text={words.text} docs="widget/" />
      <QueryView query={bot} height={1600}>
        {(data) => <Channels key={data.bot_id} bot={data} />}
      </QueryView>
    </>
  );
}

function Channels({ bot }: { bot: Bot }) {
  const draft = useDraft(bot);
  const isFixed = bot.role === "viewer";
  const channels = useRoute(
    "GET /bots/{bot_id}/channels",
    { path: { bot_id: bot.bot_id } },
    { refetchInterval: lookAgainMs },
  );
  return (
    <QueryView query={channels} height={1600}>
      {(facts) => (
        <Stack maw={880} gap="md">
          {isFixed && <ViewerNotice />}
          <SnippetSection bot={bot} facts={facts} />
          {Object.entries(settingSections).map(([name, SettingPart]) => (
            <SettingPart key={name} bot={bot} draft={draft} isFixed={isFixed} facts={facts} />
          ))}
          <PageSection facts={facts} />
          <IdentitySection bot={bot} facts={facts} />
          <MessengerSection botId={bot.bot_id} />
          <TelegramSection botId={bot.bot_id} />
          <SaveBar draft={draft} />
        </Stack>
      )}
    </QueryView>
  );
}
