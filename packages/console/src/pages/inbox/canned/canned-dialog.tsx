import { Button, Group, Stack, Text, TextInput, UnstyledButton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Dialog } from "../../../parts/form/dialog.tsx";
import { IconOf } from "../../../parts/page/icons.tsx";
import { QueryView } from "../../../parts/page/query-view.tsx";
import { useLanguageName } from "../../../words/customer-languages.ts";
import { useWords } from "../../../words/speaking.tsx";
import { type CannedReply, cannedQuery } from "./canned-data.ts";
import { CannedForm } from "./canned-form.tsx";
import { findReplies } from "./find-replies.ts";

/** What is being edited: an existing reply, a new one (`null`), or nothing. */
type Editing = { before: CannedReply | null } | undefined;

/** Lists and edits all canned replies of a bot. Escape does not discard unsaved text. */
export function CannedDialog(props: { botId: string; isOpen: boolean; onClose(): void }) {
  const { botId, isOpen, onClose } = props;
  const words = useWords("inbox.canned");
  const [editing, setEditing] = useState<Editing>();
  const [isChanged, setChanged] = useState(false);
  /** What the operator wants to leave despite unsaved changes. */
  const [leaving, setLeaving] = useState<"reply" | "dialog" | null>(null);
  const toList = () => {
    setEditing(undefined);
    setChanged(false);
    setLeaving(null);
  };
  const leave = (what: "reply" | "dialog") => {
    toList();
    if (what === "dialog") onClose();
  };
  const tryToLeave = (what: "reply" | "dialog") => (isChanged ? setLeaving(what) : leave(what));
  return (
    <Dialog isOpen={isOpen} title={words.title} onClose={() => tryToLeave("dialog")}>
      <Stack>
        {editing ? (
          <CannedForm
            key={editing.before?.reply_id ?? "new"}
            botId={botId}
            before={editing.before}
            onChanged={setChanged}
            onCancel={() => tryToLeave("reply")}
            onDone={toList}
          />
        ) : (
          <ReplyList {...{ botId, onClose }} onEdit={(before) => setEditing({ before })} />
        )}
        {leaving && (
          <Group justify="space-between" role="alert">
            <Text size="sm">{words.unsaved}</Text>
            <Group gap="xs">
              <Button size="xs" variant="default" onClick={() => setLeaving(null)}>
                {words.goOn}
              </Button>
              <Button size="xs" color="red.9" onClick={() => leave(leaving)}>
                {words.discard}
              </Button>
            </Group>
          </Group>
        )}
      </Stack>
    </Dialog>
  );
}

function ReplyList(props: {
  botId: string;
  onEdit(reply: CannedReply | null): void;
  onClose(): void;
}) {
  const { botId, onEdit, onClose } = props;
  const words = useWords("inbox.canned");
  const nameOf = useLanguageName();
  const [filter, setFilter] = useState("");
  const query = useQuery(cannedQuery(botId));
  return (
    <Stack gap="sm">
      <Group justify="space-between" align="end">
        <TextInput
          label={words.filter}
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value)}
          autoComplete="off"
        />
        <Button
          data-autofocus
          leftSection={<IconOf icon="plus" size={16} />}
          onClick={() => onEdit(null)}
        >
          {words.new}
        </Button>
      </Group>
      <QueryView query={query} height={160}>
        {({ data }) =>
          data.length === 0 ? (
            <Text size="sm">{words.none}</Text>
          ) : (
            <ul className="canned-list">
              {findReplies(data, filter.trim().toLowerCase()).map((reply) => (
                <li key={reply.reply_id}>
                  <UnstyledButton
                    w="100%"
                    onClick={() => onEdit(reply)}
                    aria-label={words.edit({ name: `/${reply.name}` })}
                  >
                    <Text size="sm" fw={600}>
                      /{reply.name} · {nameOf(reply.locale)}
                    </Text>
                    <Text size="xs" c="dimmed" className="canned-text">
                      {reply.text}
                    </Text>
                  </UnstyledButton>
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {words.close}
        </Button>
      </Group>
    </Stack>
  );
}
