import { Anchor, Button, Group, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Bot } from "../../../access/bot.ts";
import { WriteProblem } from "../../../parts/form/write-problem.tsx";
import { QueryView } from "../../../parts/page/query-view.tsx";
import { Section } from "../../../parts/page/section.tsx";
import { useFormats } from "../../../words/formats.ts";
import { useSpeaking, useWords } from "../../../words/speaking.tsx";
import { TemplateRow } from "./template-row.tsx";
import { groupByKind, type Template, templatesQuery, usePublishing } from "./templates-data.ts";

/** The templates for Messenger messages after its 24 hours, in each language, and whether Meta approves them. */
export function TemplatesSection({ bot }: { bot: Bot }) {
  const words = useWords("customer-news.templates");
  const templates = useQuery(templatesQuery(bot.bot_id));
  return (
    <Section id="templates" title={words.title} text={words.text}>
      <QueryView query={templates} height={420}>
        {(data) => (
          <>
            {data.connected ? (
              <Publishing bot={bot} templates={data.templates} />
            ) : (
              <NotConnected botId={bot.bot_id} />
            )}
            <ul className="news-rows" aria-label={words.title}>
              {groupByKind(data.templates).map(({ kind, languages }) => (
                <TemplateRow key={kind} {...{ bot, kind, languages }} />
              ))}
            </ul>
          </>
        )}
      </QueryView>
    </Section>
  );
}

function NotConnected({ botId }: { botId: string }) {
  const words = useWords("customer-news.templates");
  return (
    <Text size="sm">
      {words.notConnected}{" "}
      <Anchor
        size="sm"
        underline="always"
        renderRoot={(root) => (
          <Link {...root} to="/bots/$botId/channels/messenger" params={{ botId }} />
        )}
      >
        {words.connect}
      </Anchor>
    </Text>
  );
}

function Publishing({ bot, templates }: { bot: Bot; templates: readonly Template[] }) {
  const words = useWords("customer-news.templates");
  const { number } = useFormats();
  const { locale } = useSpeaking();
  const publishing = usePublishing(bot.bot_id);
  const countOf = (state: Template["state"]) =>
    templates.filter((one) => one.state === state).length;
  const rejected = countOf("rejected");
  const counts = [
    words.count({ approved: number(countOf("approved")), all: number(templates.length) }),
    ...(rejected > 0 ? [words.rejectedCount({ count: number(rejected) })] : []),
  ];
  const refused = publishing.data?.problem;
  return (
    <Stack gap="sm">
      <Group gap="sm">
        {bot.role !== "viewer" && (
          <Button loading={publishing.isPending} onClick={() => publishing.mutate()}>
            {words.publish}
          </Button>
        )}
        <Text size="sm" c="dimmed">
          {counts.join(" · ")}
        </Text>
      </Group>
      <div role="status" className="soft-status">
        {publishing.data && <Text size="sm">{refused ? refused[locale] : words.published}</Text>}
      </div>
      {publishing.error !== null && <WriteProblem problem={publishing.error} />}
    </Stack>
  );
}
