import "../answers.css";
import { Anchor, Stack } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useBotId } from "../../../access/bot.ts";
import { PageHeader } from "../../../parts/page/page-header.tsx";
import { QueryView } from "../../../parts/page/query-view.tsx";
import { useAnswers } from "../../../parts/topics/answers-query.ts";
import { useWords } from "../../../words/speaking.tsx";
import { FileSection } from "./file-section.tsx";
import { VersionsSection } from "./versions-section.tsx";

/** Earlier versions of the answers, and all answers as a file. */
export function VersionsPage() {
  const words = useWords("answers.versions");
  const { back } = useWords("answers.editor");
  const botId = useBotId();
  const answers = useAnswers();
  return (
    <>
      <Anchor
        size="sm"
        renderRoot={(root) => <Link {...root} to="/bots/$botId/answers" params={{ botId }} />}
      >
        ← {back}
      </Anchor>
      <PageHeader title={words.title} text={words.text} />
      <QueryView query={answers} height={600}>
        {(data) => (
          <Stack gap="md" maw={880}>
            <FileSection answers={data} />
            <VersionsSection answers={data} />
          </Stack>
        )}
      </QueryView>
    </>
  );
}
