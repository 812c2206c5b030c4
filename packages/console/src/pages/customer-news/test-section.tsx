import { Button, Group, SegmentedControl, Select, Stack, Text, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { ApiProblem } from "../../api/api-problem.ts";
import { WriteProblem } from "../../parts/form/write-problem.tsx";
import { Section } from "../../parts/page/section.tsx";
import { useFormats } from "../../words/formats.ts";
import { useWords } from "../../words/speaking.tsx";
import { type NewTest, useTestPush } from "./data/news-data.ts";
import { ToldList } from "./log/told-list.tsx";

type Target = "conversation_id" | "order_number";

/** Sends one test push as the shop would, and shows its result. */
export function TestSection({ botId }: { botId: string }) {
  const words = useWords("customer-news.main");
  const { number } = useFormats();
  const [target, setTarget] = useState<Target>("conversation_id");
  const [method, setMethod] = useState<NewTest["method"]>("package.changed");
  const [text, setText] = useState("");
  const [isAsked, setIsAsked] = useState(false);
  const testing = useTestPush(botId);
  const given = text.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsAsked(true);
    if (given !== "") testing.mutate({ method, [target]: given });
  };
  const isOfOne = target === "conversation_id";
  return (
    <Section id="test" title={words.try} text={words.tryText}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm" maw={520}>
          <SegmentedControl
            aria-label={words.toWhom}
            value={target}
            onChange={(value) => setTarget(value as Target)}
            data={[
              { value: "conversation_id", label: words.oneConversation },
              { value: "order_number", label: words.oneOrder },
            ]}
          />
          <TextInput
            label={isOfOne ? words.conversationId : words.orderNumber}
            description={isOfOne ? words.conversationText : null}
            placeholder={isOfOne ? "c_…" : undefined}
            value={text}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
            error={isAsked && given === "" && words.needed}
            spellCheck={false}
            autoComplete="off"
            maxLength={200}
          />
          <Select
            label={words.about}
            allowDeselect={false}
            data={(["package.changed", "order.changed"] as const).map((value) => ({
              value,
              label: words.methods[value],
            }))}
            value={method}
            onChange={(value) => value && setMethod(value as NewTest["method"])}
          />
          <Group>
            <Button type="submit" loading={testing.isPending}>
              {words.push}
            </Button>
          </Group>
        </Stack>
      </form>
      <div role="status" className="soft-status">
        {testing.data && (
          <Text size="sm">{words.accepted({ recipients: number(testing.data.recipients) })}</Text>
        )}
      </div>
      {testing.data && <ToldList botId={botId} pushId={testing.data.push_id} />}
      {testing.error !== null && <TestProblem problem={testing.error} />}
    </Section>
  );
}

function TestProblem({ problem }: { problem: unknown }) {
  const { faults } = useWords("customer-news.main");
  const code = problem instanceof ApiProblem ? problem.code : "";
  const [, text] = Object.entries(faults).find(([fault]) => fault === code) ?? [];
  if (text === undefined) return <WriteProblem problem={problem} />;
  return (
    <Text size="sm" c="var(--mantine-color-error)" role="alert">
      {text}
    </Text>
  );
}
