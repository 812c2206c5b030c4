import { Alert, Button, Stack, Text } from "@mantine/core";
import { customerLocales } from "@meetbot/presentation";
import { customerTag, useLanguageName } from "../../../words/customer-languages.ts";
import { useWords } from "../../../words/speaking.tsx";
import type { Editing } from "./use-answer-draft.ts";

/** The version that somebody else saved, next to the retained draft. */
export function SavedNow({ editing }: { editing: Editing }) {
  const words = useWords("answers.editor");
  const nameOf = useLanguageName();
  const { texts } = editing.saved;
  const written = customerLocales.filter((locale) => Object.hasOwn(texts, locale));
  return (
    <Alert variant="light" color="gray" title={words.nowSaved}>
      <Stack gap="xs" align="flex-start">
        {written.length === 0 && <Text size="sm">{words.nowNothing}</Text>}
        {written.map((locale) => (
          <div key={locale}>
            <Text size="xs" c="dimmed">
              {nameOf(locale)}
            </Text>
            <Text size="sm" lang={customerTag(locale)} className="topic-any-text">
              {texts[locale]?.text}
            </Text>
          </div>
        ))}
        <Button size="xs" variant="default" onClick={editing.discard}>
          {words.useSaved}
        </Button>
      </Stack>
    </Alert>
  );
}
