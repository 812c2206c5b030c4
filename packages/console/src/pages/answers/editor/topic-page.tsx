import "../answers.css";
import { Anchor, Button } from "@mantine/core";
import { Link, useLocation, useNavigate, useParams } from "@tanstack/react-router";
import { useBot, useBotId } from "../../../access/bot.ts";
import { useMay } from "../../../access/role.ts";
import { PageHeader } from "../../../parts/page/page-header.tsx";
import { QueryView } from "../../../parts/page/query-view.tsx";
import { EmptyState } from "../../../parts/page/states.tsx";
import { type Answers, useAnswers } from "../../../parts/topics/answers-query.ts";
import { wordsOf } from "../../../parts/topics/topics.ts";
import { useTopicName } from "../../../parts/topics/use-topic-name.ts";
import { useWords } from "../../../words/speaking.tsx";
import { StateBadge } from "../list/state-badge.tsx";
import { isOwn } from "./answer-draft.ts";
import { RemoveButton } from "./remove-button.tsx";
import { TopicEditor } from "./topic-editor.tsx";

/** The approximate height of the content that is loading, so that the layout does not jump. */
const usualHeight = 900;

/** The answer to the topic in the address. */
export function TopicPage() {
  const { topic } = useParams({ from: "/shell/bots/$botId/answers/$topic" });
  const answers = useAnswers();
  return (
    <>
      <BackLink />
      <QueryView query={answers} height={usualHeight}>
        {(data) =>
          data.topics.some((row) => row.topic === topic) ? (
            <OneTopic key={topic} topic={topic} answers={data} />
          ) : (
            <NotThere />
          )
        }
      </QueryView>
    </>
  );
}

/** An own topic that is not there yet. */
export function NewTopicPage() {
  const words = useWords("answers.editor");
  const answers = useAnswers();
  const bot = useBot();
  const navigate = useNavigate();
  const botId = useBotId();
  return (
    <>
      <BackLink />
      <PageHeader title={words.newTitle} text={words.newText} />
      <QueryView query={answers} height={usualHeight}>
        {(data) => (
          <QueryView query={bot} height={usualHeight}>
            {(bot) => (
              <TopicEditor
                bot={bot}
                answers={data}
                topic={null}
                onSaved={(topic) =>
                  void navigate({
                    to: "/bots/$botId/answers/$topic",
                    params: { botId, topic },
                    replace: true,
                    ignoreBlocker: true,
                    state: { isSaved: true },
                  })
                }
              />
            )}
          </QueryView>
        )}
      </QueryView>
    </>
  );
}

function OneTopic({ topic, answers }: { topic: string; answers: Answers }) {
  const topicWords = useWords("topics");
  const botId = useBotId();
  const bot = useBot();
  const isEditor = useMay(botId)("editor");
  const navigate = useNavigate();
  const { state } = useLocation();
  const name = useTopicName(answers)(topic);
  const row = answers.topics.find((one) => one.topic === topic);
  // A built-in topic still has something to show after its answer is removed.
  const leave = () => {
    if (isOwn(topic)) void navigate({ to: "/bots/$botId/answers", params: { botId } });
  };
  return (
    <>
      <PageHeader
        title={name}
        text={
          <>
            {wordsOf(topic, topicWords)?.about} {row && <StateBadge state={row.state} />}
          </>
        }
        actions={
          isEditor && <RemoveButton answers={answers} topic={topic} name={name} onRemoved={leave} />
        }
      />
      <QueryView query={bot} height={usualHeight}>
        {(data) => (
          <TopicEditor
            bot={data}
            answers={answers}
            topic={topic}
            wasSaved={state.isSaved === true}
            onSaved={() => {}}
          />
        )}
      </QueryView>
    </>
  );
}

function NotThere() {
  const words = useWords("answers.editor");
  const botId = useBotId();
  return (
    <EmptyState
      title={words.notThere}
      text={words.notThereText}
      action={
        <Button
          mt="xs"
          renderRoot={(root) => <Link {...root} to="/bots/$botId/answers" params={{ botId }} />}
        >
          {words.back}
        </Button>
      }
    />
  );
}

function BackLink() {
  const words = useWords("answers.editor");
  const botId = useBotId();
  return (
    <Anchor
      size="sm"
      renderRoot={(root) => <Link {...root} to="/bots/$botId/answers" params={{ botId }} />}
    >
      ← {words.back}
    </Anchor>
  );
}

declare module "@tanstack/react-router" {
  interface HistoryState {
    /** Whether the shown answer was saved a moment ago, on the page that led here. */
    isSaved?: boolean;
  }
}
