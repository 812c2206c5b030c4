import { SegmentedControl, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useWords } from "../../../words/speaking.tsx";
import type { Code } from "../data/webhook-data.ts";
import { CodeBlock } from "./code-block.tsx";
import { queryWords } from "./query-words.ts";
import { useIsNarrow } from "./use-is-narrow.ts";

const languages = ["curl", "node", "php", "python", "java", "go"] as const;

/** A request as a program, in the language that the merchant writes. */
export function CodeView({ code }: { code: Code }) {
  const { code: words } = useWords(queryWords);
  const isNarrow = useIsNarrow();
  const [language, setLanguage] = useState<keyof Code>("curl");
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {words.text}
      </Text>
      <SegmentedControl
        aria-label={words.language}
        value={language}
        onChange={(chosen) => setLanguage(chosen as keyof Code)}
        data={languages.map((one) => ({ value: one, label: words.languages[one] }))}
        orientation={isNarrow ? "vertical" : "horizontal"}
        fullWidth={isNarrow}
      />
      <CodeBlock text={code[language]} name={words.name} note={words.languages[language]} />
    </Stack>
  );
}
