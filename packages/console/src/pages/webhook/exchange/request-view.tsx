import { Button, Group, Stack, Text } from "@mantine/core";
import { IconOf } from "../../../parts/page/icons.tsx";
import { useFormats } from "../../../words/formats.ts";
import { useWords } from "../../../words/speaking.tsx";
import type { RunExchange } from "../data/webhook-data.ts";
import { CodeBlock } from "./code-block.tsx";

/** A request as it travels, byte for byte. */
export function RequestView({ exchange, isWhole }: { exchange: RunExchange; isWhole: boolean }) {
  const words = useWords("webhook.query");
  const formats = useFormats();
  const { request } = exchange;
  const head = [request.line, ...request.headers.map(({ name, value }) => `${name}: ${value}`)];
  return (
    <Stack gap="sm">
      <CodeBlock text={head.join("\r\n")} name={words.requestHeaders} wraps>
        {head.join("\n")}
      </CodeBlock>
      {request.body === "" ? (
        <Text size="sm" c="dimmed">
          {words.emptyBody}
        </Text>
      ) : (
        <CodeBlock
          text={request.body}
          name={words.copyBody}
          note={`${words.body} · ${words.bytes({ count: formats.number(request.bytes) })}`}
          wraps
        />
      )}
      {request.padding_bytes > 0 && (
        <Text size="sm" c="dimmed">
          {words.padding({ count: formats.number(request.padding_bytes) })}
        </Text>
      )}
      {isWhole && (
        <Group justify="space-between" gap="sm">
          <Text size="sm" c="dimmed">
            {words.exactly}
          </Text>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconOf icon="download" size={14} />}
            onClick={() => download(exchange)}
          >
            {words.download}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

/** Downloads one file with everything that the merchant needs for a test: the request and the response. */
function download({ request, response, http_status: status }: RunExchange): void {
  const [method, target] = request.line.split(" ");
  const toObject = (headers: { name: string; value: string }[]) =>
    Object.fromEntries(headers.map(({ name, value }) => [name, value]));
  const fixture = {
    request: { method, target, headers: toObject(request.headers), body: request.body },
    response: { status, headers: toObject(response.headers), body: response.body },
  };
  const file = new Blob([`${JSON.stringify(fixture, null, 2)}\n`], { type: "application/json" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = "meetbot-exchange.json";
  link.click();
  URL.revokeObjectURL(link.href);
}
