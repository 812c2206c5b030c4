import { Anchor, SegmentedControl, Stack, Text } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import type { Bot } from "../../access/bot.ts";
import { useLanguageName } from "../../words/customer-languages.ts";
import { useSpeaking, useWords } from "../../words/speaking.tsx";
import { QueryView } from "../page/query-view.tsx";
import { Section } from "../page/section.tsx";
import type { ChannelName } from "./channel-query.ts";
import { Publishing, type PublishTongue } from "./publishing.tsx";

/** The profile that a platform shows in one language. */
interface Look {
  locale: string;
  /** To everybody who uses the platform in none of the bot's other languages. */
  is_default: boolean;
}

/** All that a platform's API returns about the profile it shows. */
interface Profile<One extends Look> {
  bot: string;
  languages: readonly One[];
  published_at: string | null;
}

/** Texts that explain who sees which language. */
interface LookTongue {
  isDefault: string;
  isOther(places: { language: string }): string;
}

interface ProfileTongue extends LookTongue, PublishTongue {
  profile: string;
  profileText: string;
}

/** About as high as the phones. */
const height = 520;

/** What a platform shows before the first message, and whether it is in place. */
export function ProfileSection<One extends Look>(props: {
  bot: Bot;
  channel: ChannelName;
  isConnected: boolean;
  words: ProfileTongue;
  profile: UseQueryResult<Profile<One>>;
  compare(): Promise<{ differs: readonly string[] }>;
  publish(): Promise<object>;
  /** `name`: the bot's name as the platform shows it. */
  children(look: One, name: string): ReactNode;
}) {
  const { bot, words, profile, children, ...publishing } = props;
  const { toSettings } = useWords("fields.channel");
  const told = (
    <>
      {words.profileText}{" "}
      <Anchor
        size="sm"
        underline="always"
        renderRoot={(root) => <Link {...root} to={`/bots/${bot.bot_id}/settings` as string} />}
      >
        {toSettings}
      </Anchor>
    </>
  );
  return (
    <Section id="profile" title={words.profile} text={told}>
      <QueryView query={profile} height={height}>
        {(data) => (
          <>
            <Looks looks={data.languages} words={words}>
              {(look) => children(look, data.bot)}
            </Looks>
            {bot.role !== "viewer" && (
              <Publishing
                {...publishing}
                botId={bot.bot_id}
                publishedAt={data.published_at}
                words={words}
              />
            )}
          </>
        )}
      </QueryView>
    </Section>
  );
}

/** One language at a time, the reader's own first. */
function Looks<One extends Look>(props: {
  looks: readonly One[];
  words: LookTongue;
  children(look: One): ReactNode;
}) {
  const { looks, words, children } = props;
  const { languageOf } = useWords("fields.channel");
  const nameOf = useLanguageName();
  const { locale: spoken } = useSpeaking();
  const [chosen, setChosen] = useState<string>(spoken);
  const look = looks.find(({ locale }) => locale === chosen) ?? looks[0];
  if (!look) return null;
  return (
    <Stack gap="sm">
      {looks.length > 1 && (
        <SegmentedControl
          aria-label={languageOf}
          style={{ alignSelf: "flex-start", maxWidth: "100%", flexWrap: "wrap" }}
          value={look.locale}
          onChange={setChosen}
          data={looks.map(({ locale }) => ({ value: locale, label: nameOf(locale) }))}
        />
      )}
      <Text size="sm" c="dimmed">
        {look.is_default ? words.isDefault : words.isOther({ language: nameOf(look.locale) })}
      </Text>
      {children(look)}
    </Stack>
  );
}
