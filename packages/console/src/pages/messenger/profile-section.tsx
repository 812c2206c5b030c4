import { Alert, Anchor, Button, Group, SegmentedControl, Stack, Text } from "@mantine/core";
import type { CustomerLocale } from "@meetbot/presentation";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Bot } from "../../access/bot.ts";
import { api } from "../../api/api.ts";
import { WriteProblem } from "../../parts/form/write-problem.tsx";
import { IconOf } from "../../parts/page/icons.tsx";
import { QueryView } from "../../parts/page/query-view.tsx";
import { Section } from "../../parts/page/section.tsx";
import { useLanguageName } from "../../words/customer-languages.ts";
import { useFormats } from "../../words/formats.ts";
import { useSpeaking, useWords } from "../../words/speaking.tsx";
import { type Profile, type ProfilePart, profileQuery } from "./messenger-data.ts";
import { messengerWords } from "./messenger-words.ts";
import { ProfilePhones } from "./profile-phones.tsx";

/** About as high as the phones. */
const height = 520;

/** What Messenger shows before anything is said, and whether the page shows it. */
export function ProfileSection({ bot, isConnected }: { bot: Bot; isConnected: boolean }) {
  const words = useWords(messengerWords);
  const profile = useQuery(profileQuery(bot.bot_id));
  const text = (
    <>
      {words.profileText}{" "}
      <Anchor
        size="sm"
        underline="always"
        renderRoot={(root) => <Link {...root} to={`/bots/${bot.bot_id}/settings` as string} />}
      >
        {words.toSettings}
      </Anchor>
    </>
  );
  return (
    <Section id="profile" title={words.profile} text={text}>
      <QueryView query={profile} height={height}>
        {(data) => (
          <>
            <Preview profile={data} />
            {bot.role !== "viewer" && (
              <Publishing botId={bot.bot_id} profile={data} isConnected={isConnected} />
            )}
          </>
        )}
      </QueryView>
    </Section>
  );
}

function Preview({ profile }: { profile: Profile }) {
  const words = useWords(messengerWords);
  const nameOf = useLanguageName();
  const { locale: spoken } = useSpeaking();
  const [chosen, setChosen] = useState<CustomerLocale>(spoken);
  const { languages } = profile;
  const look = languages.find(({ locale }) => locale === chosen) ?? languages[0];
  if (!look) return null;
  return (
    <Stack gap="sm">
      {languages.length > 1 && (
        <SegmentedControl
          aria-label={words.languageOf}
          style={{ alignSelf: "flex-start" }}
          value={look.locale}
          onChange={(value) => setChosen(value as typeof look.locale)}
          data={languages.map(({ locale }) => ({ value: locale, label: nameOf(locale) }))}
        />
      )}
      <Text size="sm" c="dimmed">
        {look.is_default ? words.isDefault : words.isOther(nameOf(look.locale))}
      </Text>
      <ProfilePhones bot={profile.bot} look={look} />
      <Text size="xs" c="dimmed">
        {words.questionsNote}
      </Text>
    </Stack>
  );
}

function Publishing(props: { botId: string; profile: Profile; isConnected: boolean }) {
  const { botId, profile, isConnected } = props;
  const words = useWords(messengerWords);
  const formats = useFormats();
  const queries = useQueryClient();
  const path = { bot_id: botId };
  const comparing = useMutation({
    mutationFn: () => api("POST /bots/{bot_id}/messenger/profile/compare", { path }),
  });
  const publishing = useMutation({
    mutationFn: () => api("POST /bots/{bot_id}/messenger/profile/publish", { path }),
    onSuccess(published) {
      comparing.reset();
      queries.setQueryData(profileQuery(botId).queryKey, published);
    },
  });
  const problem = publishing.error ?? comparing.error;
  const { published_at: publishedAt } = profile;
  const since = publishedAt ? words.published(formats.ago(publishedAt)) : words.neverPublished;
  return (
    <Stack gap="sm">
      <Group gap="sm">
        <Button
          loading={publishing.isPending}
          disabled={!isConnected}
          onClick={() => publishing.mutate()}
        >
          {words.publish}
        </Button>
        {isConnected && (
          <Button
            variant="default"
            loading={comparing.isPending}
            onClick={() => {
              publishing.reset();
              comparing.mutate();
            }}
          >
            {words.compare}
          </Button>
        )}
        <Text size="sm" c="dimmed">
          {isConnected ? since : words.needsPage}
        </Text>
      </Group>
      <div role="status" className="soft-status">
        {publishing.isSuccess && <Said text={words.publishedNow} isGood />}
        {comparing.data && <Difference parts={comparing.data.differs} />}
      </div>
      {problem !== null && <WriteProblem problem={problem} />}
    </Stack>
  );
}

function Difference({ parts }: { parts: ProfilePart[] }) {
  const words = useWords(messengerWords);
  const { locale } = useSpeaking();
  if (parts.length === 0) return <Said text={words.same} isGood />;
  const named = parts.map((part) => words.parts[part]).join(locale === "zh" ? "、" : ", ");
  return <Said text={words.differs(named)} />;
}

function Said({ text, isGood = false }: { text: string; isGood?: boolean }) {
  const icon = <IconOf icon={isGood ? "check" : "warning"} />;
  return (
    <Alert color={isGood ? "green" : "yellow"} variant="light" p="xs" icon={icon}>
      {text}
    </Alert>
  );
}
