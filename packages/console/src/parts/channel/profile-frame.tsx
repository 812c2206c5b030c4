import { Anchor, SegmentedControl, Stack, Text } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useLanguageName } from "../../words/customer-languages.ts";
import { useSpeaking, useWords } from "../../words/speaking.tsx";
import { QueryView } from "../page/query-view.tsx";
import { Section } from "../page/section.tsx";
import { channelWords } from "./channel-words.ts";

/** What a platform shows in one language. */
export interface Look {
  locale: string;
  /** To everybody who uses the platform in none of the bot's other languages. */
  is_default: boolean;
}

/** What is said of who sees which language. */
export interface LookTongue {
  isDefault: string;
  isOther(language: string): string;
}

/** About as high as the phones. */
const height = 520;

/** What a platform shows before anything is said. */
export function ProfileFrame<Profile>(props: {
  botId: string;
  title: string;
  text: string;
  profile: UseQueryResult<Profile>;
  children(profile: Profile): ReactNode;
}) {
  const { botId, title, text, profile, children } = props;
  const words = useWords(channelWords);
  const told = (
    <>
      {text}{" "}
      <Anchor
        size="sm"
        underline="always"
        renderRoot={(root) => <Link {...root} to={`/bots/${botId}/settings` as string} />}
      >
        {words.toSettings}
      </Anchor>
    </>
  );
  return (
    <Section id="profile" title={title} text={told}>
      <QueryView query={profile} height={height}>
        {children}
      </QueryView>
    </Section>
  );
}

/** One language at a time, the reader's own first. */
export function Looks<One extends Look>(props: {
  looks: readonly One[];
  words: LookTongue;
  children(look: One): ReactNode;
}) {
  const { looks, words, children } = props;
  const { languageOf } = useWords(channelWords);
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
        {look.is_default ? words.isDefault : words.isOther(nameOf(look.locale))}
      </Text>
      {children(look)}
    </Stack>
  );
}
