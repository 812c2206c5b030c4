import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useBotId } from "../../../access/bot.ts";
import { api } from "../../../api/api.ts";
import { ConfirmDialog } from "../../../parts/form/confirm-dialog.tsx";
import { type Answers, useWriteAnswers } from "../../../parts/topics/answers-query.ts";
import { useWords } from "../../../words/speaking.tsx";
import { isOwn } from "./answer-draft.ts";

/** Removes an answer, or a custom topic with everything that belongs to it. */
export function RemoveButton(props: {
  answers: Answers;
  topic: string;
  name: string;
  onRemoved(): void;
}) {
  const { answers, topic, name, onRemoved } = props;
  const words = useWords("answers.editor");
  const botId = useBotId();
  const [isAsking, asking] = useDisclosure(false);
  const isTopic = isOwn(topic);
  const removing = useWriteAnswers(() => remove(botId, topic, answers.version));
  if (!isTopic && !Object.hasOwn(answers.book.answers, topic)) return null;
  const label = isTopic ? words.removeTopic : words.remove;
  return (
    <>
      <Button variant="default" className="danger-button" onClick={asking.open}>
        {label}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={isTopic ? words.removeTopicTitle({ name }) : words.removeTitle({ name })}
        text={isTopic ? words.removeTopicExplained : words.removeExplained}
        confirm={label}
        isBusy={removing.isPending}
        problem={removing.error}
        onConfirm={() =>
          removing.mutate(undefined, {
            onSuccess() {
              asking.close();
              onRemoved();
            },
          })
        }
        onClose={asking.close}
      />
    </>
  );
}

function remove(botId: string, topic: string, version: number) {
  const path = { bot_id: botId, topic };
  return isOwn(topic)
    ? api("DELETE /bots/{bot_id}/answers/own/{topic}", { path, query: { version } })
    : api("PUT /bots/{bot_id}/answers/topics/{topic}", { path, body: { version, answer: null } });
}
