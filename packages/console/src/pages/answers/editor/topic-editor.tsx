import "./topic-editor.css";
import { Stack } from "@mantine/core";
import { useState } from "react";
import type { Bot } from "../../../access/bot.ts";
import { useMay } from "../../../access/role.ts";
import { SaveBar } from "../../../parts/form/save-bar.tsx";
import { ConflictList } from "../../../parts/page/conflict-list.tsx";
import { Section } from "../../../parts/page/section.tsx";
import { ViewerNotice } from "../../../parts/people/viewer-notice.tsx";
import type { Answers } from "../../../parts/topics/answers-query.ts";
import { useWords } from "../../../words/speaking.tsx";
import { TaughtSection } from "../list/taught-section.tsx";
import { isOwn } from "./answer-draft.ts";
import { DaysFields } from "./days-fields.tsx";
import { NewerNotice } from "./newer-notice.tsx";
import { OwnTopicFields } from "./own-topic-fields.tsx";
import { AnswerPreview } from "./preview/answer-preview.tsx";
import { SavedNow } from "./saved-now.tsx";
import { localesOf, TextTabs } from "./text-tabs.tsx";
import { type Editing, useAnswerDraft } from "./use-answer-draft.ts";

interface Props {
  bot: Bot;
  answers: Answers;
  /** `null`: one that is new. */
  topic: string | null;
  /** Whether the topic was just saved, on the page that created it. */
  wasSaved?: boolean;
  onSaved(topic: string): void;
}

/** Edits and previews the answer to one topic. */
export function TopicEditor({ bot, answers, topic, wasSaved = false, onSaved }: Props) {
  const words = useWords("answers.editor");
  const may = useMay(bot.bot_id);
  const isFixed = !may("editor");
  const editing = useAnswerDraft(answers, topic, onSaved);
  const locales = localesOf(editing, bot);
  const [wished, setWished] = useState(bot.locale);
  const locale = locales.includes(wished) ? wished : (locales[0] ?? bot.locale);
  const shown = { ...editing, isSaved: editing.isSaved || wasSaved };
  const row = answers.topics.find((one) => one.topic === topic);
  return (
    <Stack gap="md">
      {may("viewer") && isFixed && <ViewerNotice />}
      <div className="topic-editor">
        <Stack gap="md" miw={0}>
          {(topic === null || isOwn(topic)) && (
            <OwnTopicFields editing={editing} limits={answers.limits} isFixed={isFixed} />
          )}
          <Section
            id="answer"
            title={words.answer}
            text={
              <>
                {words.answerText} {row?.is_of_order && words.ofOrder}
              </>
            }
          >
            <TextTabs
              editing={editing}
              locales={locales}
              locale={locale}
              onLocale={setWished}
              rules={answers}
              isFixed={isFixed}
            />
          </Section>
          <DaysFields editing={editing} timeZone={bot.time_zone} isFixed={isFixed} />
        </Stack>
        <AnswerPreview written={editing.draft.texts[locale]} locale={locale} bot={bot} />
      </div>
      {!isFixed && <SaveBar draft={shown} saved={words.live} {...noticeOf(editing)} />}
      {topic !== null && <TaughtSection answers={answers} only={topic} />}
    </Stack>
  );
}

function noticeOf(editing: Editing) {
  const { newer, rebase, conflicts, isRebased, problem } = editing;
  if (newer) return { notice: <NewerNotice newer={newer} onReload={rebase} /> };
  if (conflicts.length > 0) return { notice: <ConflictList conflicts={conflicts} /> };
  const isFresh = isRebased && problem === null;
  return isFresh ? { notice: <SavedNow editing={editing} /> } : {};
}
