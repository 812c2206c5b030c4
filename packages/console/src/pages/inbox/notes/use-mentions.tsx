import "../canned/canned.css";
import { Text, VisuallyHidden } from "@mantine/core";
import { type KeyboardEvent, useId, useState } from "react";
import { useFormats } from "../../../words/formats.ts";
import { useWords } from "../../../words/speaking.tsx";
import { findMention } from "./find-mention.ts";
import { type Colleague, useColleagues } from "./notes-data.ts";

/** Offers the colleagues whom an `@` may mean. `onChange` sets the text and the cursor. */
export function useMentions(props: {
  botId: string;
  text: string;
  caret: number;
  onChange(text: string, caret: number): void;
}) {
  const { botId, text, caret, onChange } = props;
  const words = useWords("inbox.notes");
  const formats = useFormats();
  const id = useId();
  const [active, setActive] = useState(0);
  const [closedAt, setClosedAt] = useState<number | null>(null);
  const mention = findMention(text, caret);
  const isOpen = mention !== null && mention.start !== closedAt;
  const people = useColleagues(botId, mention !== null);
  const found = isOpen
    ? people.filter(({ name, handle }) =>
        [handle, name.toLowerCase()].some((one) => one.startsWith(mention.word)),
      )
    : [];
  const chosen = found[Math.min(active, found.length - 1)];
  const put = ({ handle }: Colleague) => {
    if (!mention) return;
    const called = `@${handle} `;
    onChange(
      text.slice(0, mention.start) + called + text.slice(caret),
      mention.start + called.length,
    );
    setActive(0);
  };
  const onKeyDown = (event: KeyboardEvent): boolean => {
    if (!chosen || !mention || event.nativeEvent.isComposing || event.shiftKey) return false;
    const at = found.indexOf(chosen);
    if (event.key === "ArrowDown") setActive((at + 1) % found.length);
    else if (event.key === "ArrowUp") setActive((at - 1 + found.length) % found.length);
    else if (event.key === "Enter" || event.key === "Tab") put(chosen);
    else if (event.key === "Escape") setClosedAt(mention.start);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  return {
    onKeyDown,
    fieldProps: {
      "aria-autocomplete": "list" as const,
      ...(chosen && {
        "aria-controls": id,
        "aria-activedescendant": `${id}-${chosen.operator_id}`,
      }),
    },
    menu: chosen && (
      <div className="canned-menu">
        <VisuallyHidden role="status">
          {words.offered({ count: formats.number(found.length) })}
        </VisuallyHidden>
        <div role="listbox" tabIndex={-1} id={id} aria-label={words.people}>
          {found.map((one) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the text field's
            <div
              key={one.operator_id}
              id={`${id}-${one.operator_id}`}
              role="option"
              tabIndex={-1}
              aria-selected={one === chosen}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => put(one)}
            >
              <Text size="sm" span>
                {one.name}
              </Text>{" "}
              <Text size="xs" c="dimmed" span>
                @{one.handle}
                {!one.on && ` · ${words.off}`}
              </Text>
            </div>
          ))}
        </div>
      </div>
    ),
  };
}
