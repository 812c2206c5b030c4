import { Group, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/api.ts";
import type { CatalogWords } from "../../words/catalogs.ts";
import { useWords } from "../../words/speaking.tsx";
import { IconOf } from "../page/icons.tsx";
import { UrlOpening } from "./url-opening.tsx";

/** Longer than any pause between keystrokes, because the guard resolves names and must not run for each letter. */
const typingMs = 350;

/** The URL of a webhook, with the guard's verdict on it as it is typed. */
export function EndpointField(props: {
  value: string;
  onChange(url: string): void;
  /** The bot that the URL is for; absent for a bot that is yet to be created. */
  botId?: string;
  /** Whether the server rejected the value. */
  isRefused?: boolean;
  disabled?: boolean;
  required?: boolean;
}) {
  const { value, onChange, botId, isRefused = false, disabled = false, required = false } = props;
  const words = useWords("fields.endpoint");
  const verdict = useVerdict(disabled ? "" : value, botId);
  return (
    <div>
      <TextInput
        label={words.label}
        description={words.description}
        placeholder="https://shop.example.com/meetbot"
        type="url"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        disabled={disabled}
        required={required}
        error={isRefused && (value.trim() === "" ? words.missing : words.refused)}
        aria-describedby="endpoint-verdict"
      />
      <Verdict id="endpoint-verdict" verdict={verdict} />
      {verdict?.opens && <UrlOpening url={verdict.opens} />}
    </div>
  );
}

/** The guard's verdict on a URL; `null` if there is none yet. */
type Told = {
  tone: "good" | "bad" | "open" | "quiet";
  text: string;
  /** The refused URL, if the server's list of allowed addresses can open it. */
  opens?: string | false;
} | null;

/** Its line is there from the start, so that nothing jumps when it speaks. */
function Verdict({ id, verdict }: { id: string; verdict: Told }) {
  const color = { good: "teal", bad: "red", open: "yellow", quiet: "dimmed" } as const;
  return (
    <Group id={id} gap={6} mt={6} mih={20} wrap="nowrap" align="flex-start" role="status">
      {verdict && (
        <>
          <Text c={color[verdict.tone]} component="span" lh={1}>
            <IconOf icon={verdict.tone === "good" ? "check" : "warning"} size={16} />
          </Text>
          <Text size="xs">{verdict.text}</Text>
        </>
      )}
    </Group>
  );
}

function useVerdict(url: string, botId?: string): Told {
  const words = useWords("fields.endpoint");
  const reasons = useWords("fields.verdicts");
  const [settled] = useDebouncedValue(url.trim(), typingMs);
  const { data, isFetching, isError } = useQuery({
    queryKey: ["check-url", botId, settled],
    queryFn: ({ signal }) => {
      const body = { url: settled };
      return botId === undefined
        ? api("POST /check-url", { body }, { signal })
        : api("POST /bots/{bot_id}/check-url", { path: { bot_id: botId }, body }, { signal });
    },
    enabled: settled.length > "https://".length,
    staleTime: 30_000,
  });
  if (url.trim() === "") return null;
  if (isFetching || settled !== url.trim()) return { tone: "quiet", text: words.checking };
  if (isError) return { tone: "quiet", text: words.unchecked };
  if (!data) return null;
  const text = reasons[data.reason as keyof CatalogWords<"fields.verdicts">] ?? data.reason;
  if (data.allowed) return { tone: "good", text };
  const tone = data.reason === "name_not_found" ? "open" : "bad";
  return { tone, text, opens: data.can_be_opened && settled };
}
