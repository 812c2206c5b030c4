import { Button, Group, Stack, Text, Textarea } from "@mantine/core";
import type { CustomerLocale } from "@meetbot/presentation";
import { useRef } from "react";
import type { Answers } from "../../../parts/topics/answers-query.ts";
import { customerTag } from "../../../words/customer-languages.ts";
import { useFormats } from "../../../words/formats.ts";
import { useWords } from "../../../words/speaking.tsx";

/** The text in one language, its remaining length, and the placeholders for it. */
export function TextField(props: {
  locale: CustomerLocale;
  value: string;
  onChange(text: string): void;
  fault: string | undefined;
  rules: Pick<Answers, "limits" | "variables">;
  isFixed: boolean;
}) {
  const { locale, value, onChange, fault, rules, isFixed } = props;
  const words = useWords("answers.editor");
  const { number } = useFormats();
  const field = useRef<HTMLTextAreaElement>(null);
  const left = rules.limits.text_length - value.length;
  const insert = (name: string) => {
    const { selectionStart = value.length, selectionEnd = value.length } = field.current ?? {};
    onChange(`${value.slice(0, selectionStart)}{${name}}${value.slice(selectionEnd)}`);
    field.current?.focus();
  };
  return (
    <Stack gap={6}>
      <Textarea
        ref={field}
        label={words.text}
        lang={customerTag(locale)}
        autosize
        minRows={4}
        maxRows={14}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
        error={fault}
        readOnly={isFixed}
      />
      <Text size="xs" c={left < 0 ? "var(--mantine-color-error)" : "dimmed"}>
        {left < 0 ? words.over({ count: number(-left) }) : words.left({ count: number(left) })}
      </Text>
      {!isFixed && (
        <>
          <Group gap={6}>
            <Text size="sm">{words.insert}</Text>
            {rules.variables.map((name) => (
              <Button
                key={name}
                size="compact-sm"
                variant="default"
                aria-label={words.insertOf({ name: words.variables[name] })}
                onClick={() => insert(name)}
              >
                {words.variables[name]}
              </Button>
            ))}
          </Group>
          <Text size="xs" c="dimmed">
            {words.variableNote}
          </Text>
        </>
      )}
    </Stack>
  );
}
