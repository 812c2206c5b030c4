import { Button, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type Bot, useBot } from "../../access/bot.ts";
import { ShownOnce } from "../../parts/form/shown-once.tsx";
import { IconOf } from "../../parts/page/icons.tsx";
import { PageHeader } from "../../parts/page/page-header.tsx";
import { QueryView } from "../../parts/page/query-view.tsx";
import { Section } from "../../parts/page/section.tsx";
import { EmptyState } from "../../parts/page/states.tsx";
import { ViewerNotice } from "../../parts/people/viewer-notice.tsx";
import { useWords } from "../../words/speaking.tsx";
import { DeskCard } from "./desk-card.tsx";
import { type BotDesk, deskQuery, type SetDesk } from "./desk-data.ts";
import { DeskForm } from "./desk-form.tsx";

/** The desk of the shop's own that conversations are handed to. */
export function DeskPage() {
  const words = useWords("desk");
  const bot = useBot();
  return (
    <>
      <PageHeader title={words.title} text={words.text} docs="handoff/" />
      <QueryView query={bot} height={360}>
        {(data) => <OfBot key={data.bot_id} bot={data} />}
      </QueryView>
    </>
  );
}

function OfBot({ bot }: { bot: Bot }) {
  const desk = useQuery(deskQuery(bot.bot_id));
  return (
    <QueryView query={desk} height={360}>
      {(data) => <Loaded bot={bot} known={data} />}
    </QueryView>
  );
}

function Loaded({ bot, known }: { bot: Bot; known: BotDesk }) {
  const words = useWords("desk");
  const [isSettingUp, setIsSettingUp] = useState(false);
  const [set, setSet] = useState<SetDesk | null>(null);
  const { bridge: desk, has_mail: hasMail, has_links: hasLinks } = known;
  const { role } = bot;
  const onSet = (made: SetDesk) => {
    setIsSettingUp(false);
    setSet(made);
  };
  const setUp = role === "owner" && (
    <Button leftSection={<IconOf icon="plus" size={16} />} onClick={() => setIsSettingUp(true)}>
      {words.setUp}
    </Button>
  );
  return (
    <Stack maw={880} gap="md">
      {role === "viewer" && <ViewerNotice />}
      {set && desk && (
        <Text size="sm" role="status">
          {words.saved}
        </Text>
      )}
      {set?.hook_url && (
        <HookShown url={set.hook_url} onKept={() => setSet({ ...set, hook_url: null })} />
      )}
      {desk && <DeskCard bot={bot} desk={desk} hasMail={hasMail} onSet={onSet} />}
      {!desk && isSettingUp && (
        <Section id="new" title={words.setUp}>
          <DeskForm
            botId={bot.bot_id}
            desk={null}
            hasMail={hasMail}
            onSet={onSet}
            onCancel={() => setIsSettingUp(false)}
          />
        </Section>
      )}
      {!desk && !isSettingUp && (
        <EmptyState icon="people" title={words.none} text={words.noneText} action={setUp} />
      )}
      {!hasLinks && (
        <Text size="sm" c="dimmed">
          {words.noLinks}
        </Text>
      )}
      {role === "editor" && (
        <Text size="sm" c="dimmed">
          {words.ownersOnly}
        </Text>
      )}
    </Stack>
  );
}

/** Shows the URL that the help desk must call. */
function HookShown({ url, onKept }: { url: string; onKept(): void }) {
  const { hookTitle: title, hookText: text, hookName: name, kept } = useWords("desk");
  return <ShownOnce {...{ title, text, name, kept, onKept }} code={url} />;
}
