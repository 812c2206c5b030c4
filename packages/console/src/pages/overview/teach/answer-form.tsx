import { Button, Group, Select, Stack, Text, Textarea, TextInput } from "@mantine/core";
import type { CustomerLocale } from "@meetbot/presentation";
import { type FormEvent, useState } from "react";
import { useBot } from "../../../access/bot.ts";
import { ApiProblem } from "../../../api/api-problem.ts";
import { useAnswers } from "../../../parts/topics/answers-query.ts";
import { customerTag, useLanguageName } from "../../../words/customer-languages.ts";
import { useFormats } from "../../../words/formats.ts";
import { useWords } from "../../../words/speaking.tsx";
import type { UnansweredUtterance } from "../data/overview-data.ts";
import type { TaughtSentence } from "./use-teaching.ts";

/** The server's limit. */
const nameLength = 80;
/** Limit used until the server's own limit has loaded; both are the same. */
const usualLength = 1000;

/** Answers a customer's message and makes it a topic. */
export function AnswerForm(props: {
  entry: UnansweredUtterance;
  isBusy: boolean;
  problem: unknown;
  onAnswer(lesson: TaughtSentence): void;
  onCancel(): void;
}) {
  const { entry, isBusy, problem, onAnswer, onCancel } = props;
  const words = useWords("overview.teach");
  const { number } = useFormats();
  const nameOf = useLanguageName();
  const bot = useBot().data;
  const max = useAnswers().data?.limits.text_length ?? usualLength;
  const [name, setName] = useState(entry.text.replace(/\s+/g, " ").slice(0, nameLength));
  const [text, setText] = useState("");
  const [locale, setLocale] = useState<CustomerLocale>(entry.explanation.locale);
  const faultAt = (place: RegExp) =>
    problem instanceof ApiProblem
      ? problem.errors.find(({ pointer }) => place.test(pointer))?.message
      : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onAnswer({ answer: { name: name.trim(), locale, text: text.trim(), buttons: [] } });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm" className="teach-form">
        <Text size="xs" c="dimmed">
          {words.newTopicText}
        </Text>
        <Textarea
          label={words.text}
          lang={customerTag(locale)}
          description={words.left({ count: number(max - text.length) })}
          inputWrapperOrder={["label", "input", "description", "error"]}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={max}
          required
          withAsterisk={false}
          data-autofocus
          autoFocus
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
          error={faultAt(/\/texts\/[^/]+\/text$/)}
        />
        <Group gap="sm" align="flex-start" grow preventGrowOverflow={false}>
          <TextInput
            label={words.name}
            value={name}
            maxLength={nameLength}
            required
            withAsterisk={false}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
            error={faultAt(/\/name$/)}
          />
          <Select
            label={words.language}
            data={(bot?.languages ?? [locale]).map((value) => ({ value, label: nameOf(value) }))}
            value={locale}
            allowDeselect={false}
            onChange={(chosen) => chosen && setLocale(chosen as CustomerLocale)}
          />
        </Group>
        <Group gap="sm">
          <Button type="submit" size="xs" loading={isBusy}>
            {words.save}
          </Button>
          <Button size="xs" variant="default" onClick={onCancel} disabled={isBusy}>
            {words.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
