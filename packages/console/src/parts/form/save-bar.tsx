import "./save-bar.css";
import { Button, Group, Text } from "@mantine/core";
import { type ReactNode, useEffect, useState } from "react";
import { useWords } from "../../words/speaking.tsx";
import { LeaveGuard } from "./leave-guard.tsx";
import type { Draft } from "./use-draft.ts";
import { WriteProblem } from "./write-problem.tsx";

/** Shows that there are unsaved changes, and saves them. Stays visible at the bottom of the page. */
export function SaveBar(props: {
  draft: Pick<Draft, "isChanged" | "isSaved" | "isSaving" | "problem" | "save" | "discard">;
  /** Text shown after saving, where more applies than for settings. */
  saved?: string;
  /** A notice shown before saving again, in place of the problem. */
  notice?: ReactNode;
}) {
  const { draft, saved, notice } = props;
  const words = useWords("fields.save");
  const { isChanged, isSaved, isSaving, problem } = draft;
  const [asked, setAsked] = useState(0);
  // A rejected field may be far above: scroll to it after the attempt to save, and after the server's refusal.
  useEffect(() => {
    if (asked > 0 && !isSaving) focusFirstFault();
  }, [asked, isSaving]);
  return (
    <>
      <div className="save-bar-place" role="status">
        {!isChanged && isSaved && (
          <Text size="sm" c="dimmed">
            {saved ?? words.saved}
          </Text>
        )}
      </div>
      {isChanged && (
        <section className="save-bar" aria-label={words.unsaved}>
          {notice ?? (problem !== null && <WriteProblem problem={problem} />)}
          <Group justify="space-between" gap="sm">
            <Text fw={600} size="sm">
              {words.unsaved}
            </Text>
            <Group gap="sm">
              <Button variant="default" onClick={draft.discard} disabled={isSaving}>
                {words.discard}
              </Button>
              <Button
                onClick={() => {
                  draft.save();
                  setAsked(asked + 1);
                }}
                loading={isSaving}
              >
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

function focusFirstFault(): void {
  const field = document.querySelector<HTMLElement>("main [aria-invalid=true]");
  field?.focus({ preventScroll: true });
  field?.scrollIntoView({ block: "center" });
}
