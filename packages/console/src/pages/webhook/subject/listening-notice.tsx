import { Alert, Button, Text } from "@mantine/core";
import { api } from "../../../api/api.ts";
import { useChange } from "../../../api/use-route.ts";
import { IconOf } from "../../../parts/page/icons.tsx";
import { ErrorState } from "../../../parts/page/states.tsx";
import { useActorName } from "../../../parts/people/use-actor-name.ts";
import { useFormats } from "../../../words/formats.ts";
import { useWords } from "../../../words/speaking.tsx";
import { type Endpoint, endpointQuery, useRole } from "../data/webhook-data.ts";

/** Shows whose machine receives the queries instead, so that nobody wonders why customers get strange answers. */
export function ListeningNotice(props: {
  botId: string;
  listener: NonNullable<Endpoint["listener"]>;
}) {
  const { botId, listener } = props;
  const words = useWords("webhook.endpoint");
  const formats = useFormats();
  const nameOf = useActorName();
  const role = useRole(botId);
  const ending = useChange(
    () => api("DELETE /bots/{bot_id}/listener", { path: { bot_id: botId }, query: {} }),
    endpointQuery(botId).queryKey,
  );
  return (
    <Alert color="orange" variant="light" icon={<IconOf icon="warning" />}>
      <Text size="sm">
        {words.listening({ who: nameOf(listener.by), when: formats.dateTime(listener.since) })}
      </Text>
      {role === "owner" && (
        <Button
          variant="default"
          size="xs"
          mt="xs"
          onClick={() => ending.mutate()}
          loading={ending.isPending}
        >
          {words.endListening}
        </Button>
      )}
      {ending.isError && <ErrorState problem={ending.error} />}
    </Alert>
  );
}
