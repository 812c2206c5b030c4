import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useFormats } from "../../words/formats.ts";
import { useSpeaking, useWords } from "../../words/speaking.tsx";
import { WriteProblem } from "../form/write-problem.tsx";
import { IconOf } from "../page/icons.tsx";
import { type ChannelName, channelKey } from "./channel-query.ts";

/** Texts about publishing on a channel. */
export interface PublishTongue {
  publish: string;
  publishedNow: string;
  /** Nothing is connected yet. */
  needsLink: string;
  compare: string;
  same: string;
  differs(places: { parts: string }): string;
  parts: Readonly<Record<string, string>>;
}

/** Query key of a profile, below the key of the link's other data. */
export const profileKey = (channel: ChannelName, botId: string) =>
  [...channelKey(channel, botId), "profile"] as const;

/** Publishes what the platform shows first, and compares it with the current state there. */
export function Publishing(props: {
  botId: string;
  channel: ChannelName;
  publishedAt: string | null;
  isConnected: boolean;
  words: PublishTongue;
  compare(): Promise<{ differs: readonly string[] }>;
  publish(): Promise<object>;
}) {
  const { botId, channel, publishedAt, isConnected, words } = props;
  const { published, neverPublished } = useWords("fields.channel");
  const formats = useFormats();
  const queries = useQueryClient();
  const comparing = useMutation({ mutationFn: props.compare });
  const publishing = useMutation({
    mutationFn: props.publish,
    onSuccess(profile) {
      comparing.reset();
      queries.setQueryData(profileKey(channel, botId), profile);
    },
  });
  const problem = publishing.error ?? comparing.error;
  const since = publishedAt ? published({ ago: formats.ago(publishedAt) }) : neverPublished;
  return (
    <Stack gap="sm">
      <Group gap="sm">
        <Button
          loading={publishing.isPending}
          disabled={!isConnected}
          onClick={() => publishing.mutate()}
        >
          {words.publish}
        </Button>
        {isConnected && (
          <Button
            variant="default"
            loading={comparing.isPending}
            onClick={() => {
              publishing.reset();
              comparing.mutate();
            }}
          >
            {words.compare}
          </Button>
        )}
        <Text size="sm" c="dimmed">
          {isConnected ? since : words.needsLink}
        </Text>
      </Group>
      <div role="status" className="soft-status">
        {publishing.isSuccess && <Said text={words.publishedNow} isGood />}
        {comparing.data && <Difference parts={comparing.data.differs} words={words} />}
      </div>
      {problem !== null && <WriteProblem problem={problem} />}
    </Stack>
  );
}

function Difference({ parts, words }: { parts: readonly string[]; words: PublishTongue }) {
  const { locale } = useSpeaking();
  if (parts.length === 0) return <Said text={words.same} isGood />;
  const named = parts.map((part) => words.parts[part] ?? part).join(locale === "zh" ? "、" : ", ");
  return <Said text={words.differs({ parts: named })} />;
}

function Said({ text, isGood = false }: { text: string; isGood?: boolean }) {
  const icon = <IconOf icon={isGood ? "check" : "warning"} />;
  return (
    <Alert color={isGood ? "green" : "yellow"} variant="light" p="xs" icon={icon}>
      {text}
    </Alert>
  );
}
