import type { CatalogWords } from "../../../words/catalogs.ts";
import "./canned.css";
import { Button, Group, Text, VisuallyHidden } from "@mantine/core";
import { cannedVariables, fillCanned, unfilledIn } from "@meetbot/presentation";
import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, type ReactNode, useId, useState } from "react";
import { useMay } from "../../../access/role.ts";
import { useFormats } from "../../../words/formats.ts";
import { useWords } from "../../../words/speaking.tsx";
import { type CannedReply, cannedQuery } from "./canned-data.ts";
import { CannedDialog } from "./canned-dialog.tsx";
import { findReplies } from "./find-replies.ts";
import { findSlash } from "./find-slash.ts";
import { useFillValues } from "./use-fill-values.ts";

/** What a composer needs in order to offer canned replies. */
export interface CannedReplies {
  /** Rendered directly above the text field; also contains the dialog for editing replies. */
  menu: ReactNode;
  /** For the text field. */
  fieldProps: {
    "aria-autocomplete": "list";
    "aria-controls"?: string;
    "aria-activedescendant"?: string;
  };
  /** True: the key was the menu's, and the composer does nothing with it. */
  onKeyDown(event: KeyboardEvent): boolean;
  /** Names of variables that are not filled in yet; while there is one, the composer must not send. */
  unfilled: readonly string[];
  /** Lists these variables in the operator's language; shown beside the text field. */
  notice: ReactNode;
}

/**
 * Offers canned replies after a `/` at the start of the text or of a word. `text` and `caret` are the composer's;
 * `onChange` sets both.
 */
export function useCannedReplies(props: {
  botId: string;
  conversationId: string;
  text: string;
  caret: number;
  onChange(text: string, caret: number): void;
}): CannedReplies {
  const { botId, conversationId, text, caret, onChange } = props;
  const words = useWords("inbox.canned");
  const id = useId();
  const [closedAt, setClosedAt] = useState<number | null>(null);
  const [active, setActive] = useState(0);
  const [isManaging, setManaging] = useState(false);
  const slash = findSlash(text, caret);
  const isOpen = slash !== null && slash.start !== closedAt;
  const values = useFillValues(botId, conversationId, isOpen);
  const all = useQuery({ ...cannedQuery(botId), enabled: slash !== null || isManaging });
  const found = isOpen ? findReplies(all.data?.data ?? [], slash.word) : [];
  const chosen = found[Math.min(active, found.length - 1)];

  const put = (reply: CannedReply) => {
    if (!slash) return;
    const filled = fillCanned(reply.text, values);
    onChange(text.slice(0, slash.start) + filled + text.slice(caret), slash.start + filled.length);
    setActive(0);
  };
  const move = (by: number) => {
    if (found.length > 0)
      setActive((Math.min(active, found.length - 1) + by + found.length) % found.length);
  };
  const actOf = (key: string, start: number): (() => void) | null => {
    switch (key) {
      case "ArrowDown":
        return () => move(1);
      case "ArrowUp":
        return () => move(-1);
      case "Enter":
      case "Tab":
        return chosen ? () => put(chosen) : null;
      case "Escape":
        return () => setClosedAt(start);
      default:
        return null;
    }
  };
  const onKeyDown = (event: KeyboardEvent): boolean => {
    if (!isOpen || event.nativeEvent.isComposing) return false;
    const act = event.shiftKey ? null : actOf(event.key, slash.start);
    if (!act) return false;
    event.preventDefault();
    event.stopPropagation();
    act();
    return true;
  };

  const unfilled = unfilledIn(text);
  return {
    menu: (
      <>
        {isOpen && all.data && (
          <Menu
            id={id}
            botId={botId}
            found={found}
            isEmpty={all.data.data.length === 0}
            chosen={chosen}
            onChoose={put}
            onManage={() => setManaging(true)}
          />
        )}
        <CannedDialog botId={botId} isOpen={isManaging} onClose={() => setManaging(false)} />
      </>
    ),
    fieldProps: {
      "aria-autocomplete": "list",
      ...(isOpen && found.length > 0 && { "aria-controls": id }),
      ...(isOpen && chosen && { "aria-activedescendant": `${id}-${chosen.reply_id}` }),
    },
    onKeyDown,
    unfilled,
    notice: (
      <div role="status">
        {unfilled.length > 0 && (
          <Text size="sm">
            {words.unfilled({ names: unfilled.map((name) => nameOf(name, words)).join(", ") })}
          </Text>
        )}
      </div>
    ),
  };
}

type Said = Pick<CatalogWords<"inbox.canned">, "variables">;

/** Returns a variable as written in a reply, with its purpose. */
function nameOf(name: string, words: Said): string {
  const known = cannedVariables.find((one) => one === name);
  return known ? `{{${name}}} (${words.variables[known]})` : `{{${name}}}`;
}

function Menu(props: {
  id: string;
  botId: string;
  found: readonly CannedReply[];
  isEmpty: boolean;
  chosen: CannedReply | undefined;
  onChoose(reply: CannedReply): void;
  onManage(): void;
}) {
  const { id, botId, found, isEmpty, chosen, onChoose, onManage } = props;
  const words = useWords("inbox.canned");
  const formats = useFormats();
  const isEditor = useMay(botId)("editor");
  return (
    <div className="canned-menu">
      <VisuallyHidden role="status">
        {words.offered({ count: formats.number(found.length) })}
      </VisuallyHidden>
      {found.length > 0 ? (
        <div role="listbox" tabIndex={-1} id={id} aria-label={words.title}>
          {found.map((reply) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the text field's
            <div
              key={reply.reply_id}
              id={`${id}-${reply.reply_id}`}
              role="option"
              tabIndex={-1}
              aria-selected={reply === chosen}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onChoose(reply)}
            >
              <Text size="sm" fw={600} span>
                /{reply.name}
              </Text>
              <Text size="xs" c="dimmed" className="canned-text">
                {reply.text}
              </Text>
            </div>
          ))}
        </div>
      ) : (
        <Text size="sm" p="xs">
          {isEmpty ? words.none : words.noMatch} {isEmpty && !isEditor && words.noneEditor}
        </Text>
      )}
      {isEditor && (
        <Group className="canned-menu-foot">
          <Button size="compact-xs" variant="subtle" onClick={onManage}>
            {isEmpty ? words.write : words.manage}
          </Button>
        </Group>
      )}
    </div>
  );
}
