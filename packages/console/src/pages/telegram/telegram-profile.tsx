import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Suspense } from "react";
import type { Bot } from "../../access/bot.ts";
import { api } from "../../api/api.ts";
import { ProfileSection } from "../../parts/channel/profile-section.tsx";
import { useWords } from "../../words/speaking.tsx";
import { ProfilePhones } from "./profile-phones.tsx";
import { profileQuery } from "./telegram-data.ts";

/** The profile that Telegram shows before the first message, and whether Telegram shows it. */
export function TelegramProfile({ bot, isConnected }: { bot: Bot; isConnected: boolean }) {
  const words = useWords("telegram.main");
  const path = { bot_id: bot.bot_id };
  return (
    <ProfileSection
      bot={bot}
      channel="telegram"
      isConnected={isConnected}
      words={words}
      profile={useQuery(profileQuery(bot.bot_id))}
      compare={() => api("POST /bots/{bot_id}/telegram/profile/compare", { path })}
      publish={() => api("POST /bots/{bot_id}/telegram/profile/publish", { path })}
    >
      {(look, name) => (
        <>
          <Suspense>
            <ProfilePhones bot={name} look={look} />
          </Suspense>
          {look.commands.length === 0 && (
            <Text size="xs" c="dimmed">
              {words.noCommands}
            </Text>
          )}
        </>
      )}
    </ProfileSection>
  );
}
