import { Badge, Button, Code, Group } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { api } from "../../../api/api.ts";
import { CodeBlock } from "../../../parts/code/code-block.tsx";
import { FactList } from "../../../parts/page/fact-list.tsx";
import { IconOf } from "../../../parts/page/icons.tsx";
import { Section } from "../../../parts/page/section.tsx";
import { ErrorState } from "../../../parts/page/states.tsx";
import { NotesView, TroubleView } from "../../../parts/shop/check-view.tsx";
import { usePlatformWords } from "../../../parts/shop/platform-steps.tsx";
import {
  connectionQuery,
  type ShopConnection,
  useConnectorTitle,
} from "../../../parts/shop/shop-query.ts";
import { useFormats } from "../../../words/formats.ts";
import { useWords } from "../../../words/speaking.tsx";

/** A connected shop's status and configuration; secrets are shown by fingerprint only. */
export function ConnectionCard(props: {
  botId: string;
  connection: ShopConnection;
  mayEdit: boolean;
  children?: ReactNode;
}) {
  const { botId, connection, mayEdit, children } = props;
  const words = useWords("webhook.connected");
  const queries = useQueryClient();
  const title = useConnectorTitle(connection.connector) ?? "";
  const { notes, trouble } = connection;
  const checking = useMutation({
    mutationFn: () => api("POST /bots/{bot_id}/connector/recheck", { path: { bot_id: botId } }),
    onSuccess: (told) => {
      queries.setQueryData(connectionQuery(botId).queryKey, told);
      void queries.invalidateQueries({ queryKey: ["bots", botId, "checklist"] });
    },
  });
  return (
    <Section id="connection" title={words.title} text={words.text({ platform: title })}>
      <div role="status">
        <Badge color={trouble ? "red" : "green"} variant="light" size="lg" className="state-badge">
          {trouble ? words.troubled : words.answers}
        </Badge>
      </div>
      {trouble && <TroubleView trouble={trouble} />}
      <Facts connection={connection} title={title} />
      <NotesView notes={notes} />
      {checking.isError && <ErrorState problem={checking.error} />}
      <Group gap="sm">
        {mayEdit && (
          <Button
            variant="default"
            onClick={() => checking.mutate()}
            loading={checking.isPending}
            leftSection={<IconOf icon="refresh" size={16} />}
          >
            {words.again}
          </Button>
        )}
        {children}
      </Group>
    </Section>
  );
}

function Facts({ connection, title }: { connection: ShopConnection; title: string }) {
  const { facts } = useWords("webhook.connected");
  const formats = useFormats();
  const platform = usePlatformWords(connection.connector);
  const labelOf = (name: string) =>
    (platform?.fields[name] ?? platform?.further?.[name])?.label ?? name;
  const shown = Object.entries(connection.shown).map(([name, { value, fingerprint }]) => {
    const told = fingerprint === null ? value : <Code key={name}>{fingerprint}</Code>;
    return [labelOf(name), told] as [string, ReactNode];
  });
  const { hook_url: hookUrl } = connection;
  const hook: [string, ReactNode][] = hookUrl
    ? [[facts.hook, <CodeBlock key="hook" code={hookUrl} name={facts.hook} wraps />]]
    : [];
  return (
    <FactList
      facts={[
        [facts.shop, connection.shop],
        [facts.platform, title],
        ...shown,
        [facts.connected, formats.dateTime(connection.connected_at)],
        [facts.noted, formats.ago(connection.noted_at)],
        ...hook,
      ]}
    />
  );
}
