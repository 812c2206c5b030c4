import { Text } from "@mantine/core";
import { useWords } from "../../words/speaking.tsx";
import { CodeBlock } from "../code/code-block.tsx";

/** Shows exactly how the person who runs the server allows a URL that the guard refuses. */
export function UrlOpening({ url }: { url: string }) {
  const words = useWords("fields.opening");
  const host = URL.parse(url)?.host;
  if (!host) return null;
  return (
    <div style={{ marginTop: 6 }}>
      <Text size="xs" mb={6}>
        {words.text}
      </Text>
      <CodeBlock
        code={`MEETBOT_OUTBOUND_ALLOW=${host} npx meetbot serve`}
        name={words.name}
        wraps
      />
      <Text size="xs" c="dimmed" mt={6}>
        {words.several}
      </Text>
    </div>
  );
}
