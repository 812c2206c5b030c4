import "./conversation.css";
import {
  Alert,
  Anchor,
  Button,
  Code,
  Group,
  Menu,
  Paper,
  Stack,
  Text,
  Tooltip,
  VisuallyHidden,
} from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { botsQuery } from "../../access/me.ts";
import { useMay } from "../../access/role.ts";
import { api, toUrl } from "../../api/api.ts";
import { ConfirmDialog } from "../../parts/form/confirm-dialog.tsx";
import { type LookName, LookSwitch } from "../../parts/messenger-look/look-switch.tsx";
import { IconOf } from "../../parts/page/icons.tsx";
import { PageHeader } from "../../parts/page/page-header.tsx";
import { QueryView } from "../../parts/page/query-view.tsx";
import { useLanguageName } from "../../words/customer-languages.ts";
import { useFormats } from "../../words/formats.ts";
import { useSpeaking, useWords } from "../../words/speaking.tsx";
import { AskedDelivery } from "./asked-delivery.tsx";
import { formatSpan } from "./format-span.ts";
import { OutcomeMark } from "./outcome-mark.tsx";
import { TurnView } from "./turn-view.tsx";
import {
  isIn,
  type ShownConversation,
  toTurns,
  useConversation,
  useLoadUntil,
} from "./use-conversation.ts";

const from = "/shell/bots/$botId/conversations/$conversationId";

/** One conversation as the customer saw it, each utterance explained, each query at its place. */
export function ConversationPage() {
  const { botId, conversationId } = useParams({ from });
  const words = useWords("conversations");
  const { message } = useSearch({ from });
  const { query, isRevealed, reveal, refresh } = useConversation(botId, conversationId);
  useLoadUntil(query, message);
  return (
    <>
      <Anchor
        size="sm"
        renderRoot={(root) => <Link {...root} to="/bots/$botId/conversations" params={{ botId }} />}
      >
        ← {words.one.back}
      </Anchor>
      <PageHeader
        title={words.id}
        text={<Code style={{ overflowWrap: "anywhere" }}>{conversationId}</Code>}
        actions={<Actions botId={botId} conversationId={conversationId} />}
      />
      <QueryView query={query} height={480}>
        {({ pages }) => {
          const [conversation] = pages;
          return (
            conversation && (
              <Stack gap="md">
                <Facts conversation={conversation} />
                <Masking
                  botId={botId}
                  conversation={conversation}
                  isAsked={isRevealed}
                  onReveal={reveal}
                />
                <Transcript
                  botId={botId}
                  conversationId={conversationId}
                  pages={pages}
                  onChanged={refresh}
                />
                {query.hasNextPage && (
                  <Button
                    variant="default"
                    loading={query.isFetchingNextPage}
                    onClick={() => void query.fetchNextPage()}
                  >
                    {words.one.more}
                  </Button>
                )}
              </Stack>
            )
          );
        }}
      </QueryView>
    </>
  );
}

function Facts({ conversation }: { conversation: ShownConversation }) {
  const words = useWords("conversations");
  const nameOf = useLanguageName();
  const formats = useFormats();
  const { channel, locale, started_at, active_at } = conversation;
  const channels: Record<string, string> = words.channels;
  const facts = [
    [words.channel, channels[channel] ?? channel],
    [words.language, locale ? nameOf(locale) : "—"],
    [words.started, formats.dateTime(started_at)],
    [words.active, formats.dateTime(active_at)],
    [words.duration, formatSpan(started_at, active_at, words)],
    [words.messages, formats.number(conversation.messages)],
    [words.one.keptUntil, formats.dateTime(conversation.kept_until)],
  ];
  return (
    <Group gap="md" component="dl" m={0}>
      <div>
        <Text component="dt" size="xs" c="dimmed">
          {words.outcome}
        </Text>
        <Text component="dd" m={0}>
          <OutcomeMark of={conversation} />
        </Text>
      </div>
      {facts.map(([name, value]) => (
        <div key={name}>
          <Text component="dt" size="xs" c="dimmed">
            {name}
          </Text>
          <Text component="dd" size="sm" m={0}>
            {value}
          </Text>
        </div>
      ))}
    </Group>
  );
}

function Masking(props: {
  botId: string;
  conversation: ShownConversation;
  isAsked: boolean;
  onReveal(): void;
}) {
  const { botId, conversation, isAsked, onReveal } = props;
  const words = useWords("conversations").one;
  const may = useMay(botId);
  if (!conversation.masked) {
    return (
      <Alert color="yellow" variant="light" py="xs" role="status">
        {words.revealed}
      </Alert>
    );
  }
  return (
    <Alert color="gray" variant="light" py="xs" icon={<IconOf icon="eye" />}>
      <Group justify="space-between" gap="sm">
        <Text size="sm">{may("editor") ? words.masked : words.maskedViewer}</Text>
        {may("editor") && (
          <Tooltip label={words.revealNote}>
            <Button size="xs" variant="default" loading={isAsked} onClick={onReveal}>
              {words.reveal}
            </Button>
          </Tooltip>
        )}
      </Group>
    </Alert>
  );
}

function Transcript(props: {
  botId: string;
  conversationId: string;
  pages: ShownConversation[];
  onChanged(): void;
}) {
  const { botId, conversationId, pages, onChanged } = props;
  const { message } = useSearch({ from });
  const words = useWords("conversations").one;
  const { locale: spoken } = useSpeaking();
  const may = useMay(botId);
  const bots = useQuery(botsQuery);
  const [redacting, setRedacting] = useState<number | null>(null);
  const [chosen, setLook] = useState<LookName | null>(null);
  const [first] = pages;
  const own: LookName = first?.channel === "messenger" ? "messenger" : "web-chat";
  const look = chosen ?? own;
  const turns = useMemo(() => toTurns(pages.flatMap(({ entries }) => entries)), [pages]);
  const bot = bots.data?.data.find(({ bot_id }) => bot_id === botId)?.name ?? "Meetbot";
  const path = { bot_id: botId, conversation_id: first?.conversation_id ?? "" };
  const redact = useMutation({
    mutationFn: (seq: number) =>
      api("POST /bots/{bot_id}/conversations/{conversation_id}/redact", { path, body: { seq } }),
    onSuccess() {
      setRedacting(null);
      onChanged();
    },
  });
  const unplaced = first?.deliveries_without_place ?? [];
  return (
    <Paper withBorder>
      <VisuallyHidden>
        <h2>{words.transcript}</h2>
      </VisuallyHidden>
      <Group gap="sm" p="md" pb={0}>
        <LookSwitch look={look} onChange={setLook} />
        <Text size="sm" c="dimmed" role="status">
          {look === own ? words.ownLook[own] : words.otherLook[own]}
        </Text>
      </Group>
      {turns.map((turn) => {
        const seq = turn.customer?.seq ?? turn.replies[0]?.seq ?? 0;
        return (
          <TurnView
            key={seq}
            botId={botId}
            conversationId={conversationId}
            bot={bot}
            locale={turn.replies[0]?.locale ?? first?.locale ?? spoken}
            look={look}
            turn={turn}
            isMeant={message !== undefined && isIn(turn, message)}
            onRedact={may("editor") ? setRedacting : null}
          />
        );
      })}
      {unplaced.length > 0 && (
        <Stack gap={6} p="md">
          <Text size="xs" c="dimmed">
            {words.unplaced}
          </Text>
          {unplaced.map((delivery) => (
            <AskedDelivery key={delivery.delivery_id} botId={botId} delivery={delivery} />
          ))}
        </Stack>
      )}
      <ConfirmDialog
        isOpen={redacting !== null}
        title={words.redactTitle}
        text={words.redactText}
        confirm={words.redactConfirm}
        isBusy={redact.isPending}
        problem={redact.error}
        onConfirm={() => redacting !== null && redact.mutate(redacting)}
        onClose={() => {
          setRedacting(null);
          redact.reset();
        }}
      />
    </Paper>
  );
}

function Actions({ botId, conversationId }: { botId: string; conversationId: string }) {
  const words = useWords("conversations").one;
  const may = useMay(botId);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [isDeleting, setDeleting] = useState(false);
  const path = { bot_id: botId, conversation_id: conversationId };
  const remove = useMutation({
    mutationFn: () => api("DELETE /bots/{bot_id}/conversations/{conversation_id}", { path }),
    async onSuccess() {
      await navigate({ to: "/bots/$botId/conversations", params: { botId }, replace: true });
      queries.removeQueries({ queryKey: ["conversation", botId, conversationId] });
      await queries.resetQueries({ queryKey: ["conversations", botId] });
    },
  });
  const address = (format: "json" | "ndjson", reveal: boolean) =>
    toUrl("/bots/{bot_id}/conversations/{conversation_id}/export", {
      path,
      query: { format, reveal },
    });
  return (
    <>
      {may("editor") && (
        <Menu position="bottom-end" width={260}>
          <Menu.Target>
            <Button size="xs" variant="default" leftSection={<IconOf icon="download" size={14} />}>
              {words.exportMenu}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item component="a" href={address("json", false)} download>
              {words.exportMasked}
            </Menu.Item>
            <Menu.Item component="a" href={address("json", true)} download>
              {words.exportWhole}
            </Menu.Item>
            <Menu.Item component="a" href={address("ndjson", true)} download>
              {words.exportLines}
            </Menu.Item>
            <Text size="xs" c="dimmed" px="sm" py={6}>
              {words.exportNote}
            </Text>
          </Menu.Dropdown>
        </Menu>
      )}
      {may("owner") && (
        <Button
          size="xs"
          variant="light"
          color="red"
          leftSection={<IconOf icon="trash" size={14} />}
          onClick={() => setDeleting(true)}
        >
          {words.delete}
        </Button>
      )}
      <ConfirmDialog
        isOpen={isDeleting}
        title={words.deleteTitle}
        text={words.deleteText}
        confirm={words.deleteConfirm}
        isBusy={remove.isPending}
        problem={remove.error}
        onConfirm={() => remove.mutate()}
        onClose={() => {
          setDeleting(false);
          remove.reset();
        }}
      />
    </>
  );
}
