import "./customer-news.css";
import { Stack } from "@mantine/core";
import { type Bot, useBot } from "../../access/bot.ts";
import { PageHeader } from "../../parts/page/page-header.tsx";
import { QueryView } from "../../parts/page/query-view.tsx";
import { ViewerNotice } from "../../parts/people/viewer-notice.tsx";
import { useWords } from "../../words/speaking.tsx";
import { LogSection } from "./log/log-section.tsx";
import { StateSection } from "./state-section.tsx";
import { SubscriptionsSection } from "./subscriptions/subscriptions-section.tsx";
import { TemplatesSection } from "./templates/templates-section.tsx";
import { TestSection } from "./test-section.tsx";

/** The events that the shop pushes, which customers get updates about them, and how. */
export function CustomerNewsPage() {
  const words = useWords("customer-news.main");
  const bot = useBot();
  return (
    <>
      <PageHeader title={words.title} text={words.text} />
      <QueryView query={bot} height={900}>
        {(data) => <Sections key={data.bot_id} bot={data} />}
      </QueryView>
    </>
  );
}

function Sections({ bot }: { bot: Bot }) {
  const isViewer = bot.role === "viewer";
  return (
    <Stack maw={880} gap="md">
      {isViewer && <ViewerNotice />}
      <StateSection bot={bot} />
      {!isViewer && <TestSection botId={bot.bot_id} />}
      <LogSection botId={bot.bot_id} />
      <SubscriptionsSection bot={bot} />
      <TemplatesSection bot={bot} />
    </Stack>
  );
}
