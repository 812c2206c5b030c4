import "./origins.css";
import { ActionIcon, Button, Code, Text, TextInput } from "@mantine/core";
import { type RefObject, useRef, useState } from "react";
import type { Bot } from "../../access/bot.ts";
import { IconOf } from "../../parts/page/icons.tsx";
import { Section } from "../../parts/page/section.tsx";
import { ErrorState } from "../../parts/page/states.tsx";
import { useFormats } from "../../words/formats.ts";
import { useWords } from "../../words/speaking.tsx";
import type { ChannelFacts } from "./channel-facts.ts";
import { readOrigin } from "./read-origin.ts";
import { type Origins, useOrigins } from "./use-origins.ts";

/** The pages that may embed the chat, and those on which it was seen. Additions and removals are saved immediately. */
export function OriginsSection(props: { bot: Bot; isFixed: boolean; facts: ChannelFacts }) {
  const { bot, isFixed, facts } = props;
  const words = useWords("channels");
  const saved = useWords("fields.save");
  const origins = useOrigins(bot);
  const field = useRef<HTMLInputElement>(null);
  const remove = async (origin: string) => {
    await origins.remove(origin);
    // Its button is gone with it.
    field.current?.focus();
  };
  return (
    <Section id="origins" title={words.origins} text={words.originsText}>
      {bot.origins.length === 0 ? (
        <Text size="sm" c="dimmed">
          {words.none}
        </Text>
      ) : (
        <ul className="origins" aria-label={words.originsLabel}>
          {bot.origins.map((origin) => (
            <li key={origin}>
              <div>
                <Code fz="sm">{origin}</Code>
                <SeenThere origin={origin} facts={facts} />
              </div>
              {!isFixed && (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={words.remove({ origin })}
                  disabled={origins.isSaving}
                  onClick={() => void remove(origin).catch(() => {})}
                >
                  <IconOf icon="close" size={16} />
                </ActionIcon>
              )}
            </li>
          ))}
        </ul>
      )}
      {!isFixed && <NewOrigin origins={origins} field={field} />}
      {origins.problem !== null && <ErrorState problem={origins.problem} />}
      {!isFixed && (
        <Text size="sm" c="dimmed" mih={20} role="status">
          {origins.isSaved && saved.saved}
        </Text>
      )}
    </Section>
  );
}

function SeenThere({ origin, facts }: { origin: string; facts: ChannelFacts }) {
  const words = useWords("channels");
  const formats = useFormats();
  const seenAt = facts.pages.find((page) => page.origin === origin)?.seen_at;
  return (
    <Text size="xs" c="dimmed" span ml="xs">
      {seenAt ? words.seen({ ago: formats.ago(seenAt) }) : words.notSeenThere}
    </Text>
  );
}

function NewOrigin(props: { origins: Origins; field: RefObject<HTMLInputElement | null> }) {
  const { origins, field } = props;
  const words = useWords("channels");
  const [typed, setTyped] = useState("");
  const [isWrong, setIsWrong] = useState(false);
  const add = async () => {
    const origin = readOrigin(typed);
    setIsWrong(origin === null);
    if (origin === null) return;
    await origins.add(origin);
    setTyped("");
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void add().catch(() => {});
      }}
    >
      <TextInput
        ref={field}
        aria-label={words.originsLabel}
        placeholder={words.originsPlaceholder}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setIsWrong(false);
          origins.forget();
        }}
        error={(isWrong || origins.isRefused) && words.originsFault}
        type="url"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        readOnly={origins.isSaving}
        maw={480}
        rightSectionWidth={84}
        rightSection={
          <Button
            type="submit"
            size="compact-sm"
            variant="light"
            disabled={typed.trim() === ""}
            loading={origins.isSaving && typed.trim() !== ""}
          >
            {words.add}
          </Button>
        }
      />
    </form>
  );
}
