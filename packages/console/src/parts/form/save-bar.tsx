import "./save-bar.css";
import { Button, Group, Text } from "@mantine/core";
import { useWords } from "../../words/speaking.tsx";
import { LeaveGuard } from "./leave-guard.tsx";
import { saveWords } from "./save-words.ts";
import type { Draft } from "./use-draft.ts";
import { WriteProblem } from "./write-problem.tsx";

/** Says that something is not saved yet, and saves it. It stays in sight at the foot of the page. */
export function SaveBar({ draft }: { draft: Draft }) {
  const words = useWords(saveWords);
  const { isChanged, isSaved, isSaving, problem } = draft;
  return (
    <>
      <div className="save-bar-place" role="status">
        {!isChanged && isSaved && (
          <Text size="sm" c="dimmed">
            {words.saved}
          </Text>
        )}
      </div>
      {isChanged && (
        <section className="save-bar" aria-label={words.unsaved}>
          {problem !== null && <WriteProblem problem={problem} />}
          <Group justify="space-between" gap="sm">
            <Text fw={600} size="sm">
              {words.unsaved}
            </Text>
            <Group gap="sm">
              <Button variant="default" onClick={draft.discard} disabled={isSaving}>
                {words.discard}
              </Button>
              <Button onClick={draft.save} loading={isSaving}>
                {words.save}
              </Button>
            </Group>
          </Group>
        </section>
      )}
      <LeaveGuard active={isChanged} text={words.lose} />
    </>
  );
}
