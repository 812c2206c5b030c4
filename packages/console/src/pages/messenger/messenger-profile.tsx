import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Suspense } from "react";
import type { Bot } from "../../access/bot.ts";
import { api } from "../../api/api.ts";
import { ProfileSection } from "../../parts/channel/profile-section.tsx";
import { useWords } from "../../words/speaking.tsx";
import { profileQuery } from "./messenger-data.ts";
import { ProfilePhones } from "./profile-phones.tsx";

/** What Messenger shows before the first message, and whether the page shows it. */
export function MessengerProfile({ bot, isConnected }: { bot: Bot; isConnected: boolean }) {
  const words = useWords("messenger.main");
  const path = { bot_id: bot.bot_id };
  return (
    <ProfileSection
      bot={bot}
      channel="messenger"
      isConnected={isConnected}
      words={words}
      profile={useQuery(profileQuery(bot.bot_id))}
      compare={() => api("POST /bots/{bot_id}/messenger/profile/compare", { path })}
      publish={() => api("POST /bots/{bot_id}/messenger/profile/publish", { path })}
    >
      {(look, name) => (
        <>
          <Suspense>
            <ProfilePhones bot={name} look={look} />
          </Suspense>
          <Text size="xs" c="dimmed">
            {words.questionsNote}
          </Text>
        </>
      )}
    </ProfileSection>
  );
}
