import { Badge, Group, SegmentedControl, Stack, Text } from "@mantine/core";
import { useMemo, useState } from "react";
import { useFormats } from "../../../words/formats.ts";
import { useWords } from "../../../words/speaking.tsx";
import type { RunExchange } from "../data/webhook-data.ts";
import { CodeBlock } from "./code-block.tsx";
import { JsonTree } from "./json-tree.tsx";
import { parseTree } from "./parse-tree.ts";

/** Longer texts slow the browser down; the copy button copies the whole text. */
const shownCharacters = 100_000;

/** The response: status, headers and body, raw or as a tree. */
export function ResponseView(props: { exchange: RunExchange; flawed?: readonly string[] }) {
  const { exchange, flawed = [] } = props;
  const words = useWords("webhook.query");
  const formats = useFormats();
  const { response, http_status: status, detail } = exchange;
  const tree = useMemo(() => parseTree(response.body), [response.body]);
  const [view, setView] = useState<"tree" | "raw">("tree");
  if (status === null) {
    return (
      <Text size="sm">
        {words.noResponse} {detail && <Text span c="dimmed">{`(${detail})`}</Text>}
      </Text>
    );
  }
  const isTree = view === "tree" && tree !== undefined;
  const headers = response.headers.map(({ name, value }) => `${name}: ${value}`).join("\n");
  return (
    <Stack gap="sm">
      <Group justify="space-between" gap="sm">
        <Group gap="xs">
          <Badge color={status < 300 ? "green" : "red"} variant="light" className="state-badge">
            {`HTTP ${status}`}
          </Badge>
          <Text size="sm" c="dimmed">
            {words.bytes({ count: formats.number(response.bytes) })}
          </Text>
          {detail && <Text size="sm">{detail}</Text>}
        </Group>
        <SegmentedControl
          size="xs"
          aria-label={words.view}
          value={isTree ? "tree" : "raw"}
          onChange={(chosen) => setView(chosen as "tree" | "raw")}
          data={[
            { value: "tree", label: words.tree, disabled: tree === undefined },
            { value: "raw", label: words.raw },
          ]}
        />
      </Group>
      {tree === undefined && response.body !== "" && (
        <Text size="sm" c="dimmed">
          {words.noJson}
        </Text>
      )}
      {isTree ? (
        <JsonTree key={response.body} value={tree} flawed={flawed} />
      ) : (
        response.body !== "" && (
          <CodeBlock text={response.body} name={words.copyBody} wraps>
            {response.body.slice(0, shownCharacters)}
          </CodeBlock>
        )
      )}
      {response.body === "" && (
        <Text size="sm" c="dimmed">
          {words.emptyBody}
        </Text>
      )}
      {response.is_cut && (
        <Text size="sm" c="dimmed">
          {words.cut}
        </Text>
      )}
      <CodeBlock text={headers} name={words.responseHeaders} wraps />
    </Stack>
  );
}
