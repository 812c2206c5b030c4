import "./keys.css";
import { Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type Bot, useBot } from "../../access/bot.ts";
import { PageHeader } from "../../parts/page/page-header.tsx";
import { QueryView } from "../../parts/page/query-view.tsx";
import { ViewerNotice } from "../../parts/people/viewer-notice.tsx";
import { useWords } from "../../words/speaking.tsx";
import { KeySection } from "./key-section.tsx";
import { keysQuery } from "./keys-data.ts";

/** About as high as the secrets. */
const height = 880;

/** A bot's secrets: their status and rotation. */
export function KeysPage() {
  const words = useWords("keys.main");
  const bot = useBot();
  return (
    <>
      <PageHeader title={words.title} text={words.text} />
      <QueryView query={bot} height={height}>
        {(data) => <KeySections key={data.bot_id} bot={data} />}
      </QueryView>
    </>
  );
}

function KeySections({ bot }: { bot: Bot }) {
  const keys = useQuery(keysQuery(bot.bot_id));
  const { role } = bot;
  return (
    <QueryView query={keys} height={height}>
      {(data) => (
        <Stack maw={880} gap="md">
          {role !== "owner" && <ViewerNotice has={role} takes="owner" />}
          {(["signing", "identity", "push"] as const).map((kind) => (
            <KeySection key={kind} {...{ bot, kind }} keys={data} mayWrite={role === "owner"} />
          ))}
        </Stack>
      )}
    </QueryView>
  );
}
