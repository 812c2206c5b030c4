import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { Bot } from "../../access/bot.ts";
import { api } from "../../api/api.ts";
import { Looks, ProfileFrame } from "../../parts/channel/profile-frame.tsx";
import { Publishing } from "../../parts/channel/publishing.tsx";
import { useWords } from "../../words/speaking.tsx";
import { ProfilePhones } from "./profile-phones.tsx";
import { profileQuery } from "./telegram-data.ts";
import { telegramWords } from "./telegram-words.ts";

/** What Telegram shows before anything is said, and whether it does. */
export function ProfileSection({ bot, isConnected }: { bot: Bot; isConnected: boolean }) {
  const words = useWords(telegramWords);
  const botId = bot.bot_id;
  const path = { bot_id: botId };
  const profile = useQuery(profileQuery(botId));
  return (
    <ProfileFrame botId={botId} title={words.profile} text={words.profileText} profile={profile}>
      {(data) => (
        <>
          <Looks looks={data.languages} words={words}>
            {(look) => (
              <>
                <ProfilePhones bot={data.bot} look={look} />
                {look.commands.length === 0 && (
                  <Text size="xs" c="dimmed">
                    {words.noCommands}
                  </Text>
                )}
              </>
            )}
          </Looks>
          {bot.role !== "viewer" && (
            <Publishing
              botId={botId}
              channel="telegram"
              publishedAt={data.published_at}
              isConnected={isConnected}
              words={words}
              compare={() => api("POST /bots/{bot_id}/telegram/profile/compare", { path })}
              publish={() => api("POST /bots/{bot_id}/telegram/profile/publish", { path })}
            />
          )}
        </>
      )}
    </ProfileFrame>
  );
}
