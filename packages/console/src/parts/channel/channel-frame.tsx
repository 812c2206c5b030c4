import "./channel.css";
import { Anchor } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { type Bot, useBot } from "../../access/bot.ts";
import { useWords } from "../../words/speaking.tsx";
import { PageHeader } from "../page/page-header.tsx";
import { QueryView } from "../page/query-view.tsx";

/** Approximate height of the content. */
export const channelHeight = 1200;

/** The page of one channel of a bot, with a link back to all channels. */
export function ChannelFrame(props: {
  title: string;
  text: string;
  docs: string;
  children(bot: Bot): ReactNode;
}) {
  const { title, text, docs, children } = props;
  const { back } = useWords("fields.channel");
  const bot = useBot();
  return (
    <>
      {bot.data && (
        <Anchor
          size="sm"
          renderRoot={(root) => (
            <Link {...root} to={`/bots/${bot.data.bot_id}/channels` as string} />
          )}
        >
          ← {back}
        </Anchor>
      )}
      <PageHeader title={title} text={text} docs={docs} />
      <QueryView query={bot} height={channelHeight}>
        {children}
      </QueryView>
    </>
  );
}
