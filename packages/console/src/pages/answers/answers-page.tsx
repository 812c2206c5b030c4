import "./answers.css";
import { Button, Stack } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useMay } from "../../access/role.ts";
import { IconOf } from "../../parts/page/icons.tsx";
import { PageHeader } from "../../parts/page/page-header.tsx";
import { QueryView } from "../../parts/page/query-view.tsx";
import { ViewerNotice } from "../../parts/people/viewer-notice.tsx";
import { type Answers, useAnswers } from "../../parts/topics/answers-query.ts";
import { useWords } from "../../words/speaking.tsx";
import { TaughtSection } from "./list/taught-section.tsx";
import { TopicFilter } from "./list/topic-filter.tsx";
import { TopicList } from "./list/topic-list.tsx";
import { TrySection } from "./list/try-section.tsx";

const route = getRouteApi("/shell/bots/$botId/answers");

/** The approximate height of the content that is loading, so that the layout does not jump. */
const usualHeight = 1600;

/** Shows the topics that the shop answers itself, with a field to try them with a sentence. */
export function AnswersPage() {
  const words = useWords("answers.main");
  const answers = useAnswers();
  return (
    <>
      <PageHeader title={words.title} text={words.text} docs="answers/" actions={<Actions />} />
      <QueryView query={answers} height={usualHeight}>
        {(data) => <Content answers={data} />}
      </QueryView>
    </>
  );
}

function Content({ answers }: { answers: Answers }) {
  const { botId } = route.useParams();
  const may = useMay(botId);
  return (
    <Stack gap="lg" maw={1080}>
      {may("viewer") && !may("editor") && <ViewerNotice />}
      <TrySection />
      <TopicFilter topics={answers.topics} />
      <TopicList topics={answers.topics} />
      <TaughtSection answers={answers} />
    </Stack>
  );
}

function Actions() {
  const words = useWords("answers.main");
  const { botId } = route.useParams();
  const isEditor = useMay(botId)("editor");
  return (
    <>
      <Button
        variant="default"
        renderRoot={(root) => (
          <Link {...root} to="/bots/$botId/answers/versions" params={{ botId }} />
        )}
      >
        {words.versions}
      </Button>
      {isEditor && (
        <Button
          leftSection={<IconOf icon="plus" size={16} />}
          renderRoot={(root) => (
            <Link {...root} to="/bots/$botId/answers/new-topic" params={{ botId }} />
          )}
        >
          {words.newTopic}
        </Button>
      )}
    </>
  );
}
