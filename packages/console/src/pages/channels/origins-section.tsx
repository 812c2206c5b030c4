import "./origins.css";
import { ActionIcon, Button, Code, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { IconOf } from "../../parts/icons.tsx";
import { Section } from "../../parts/section.tsx";
import type { Draft } from "../../parts/use-draft.ts";
import { useFormats } from "../../words/formats.ts";
import { useWords } from "../../words/speaking.tsx";
import type { ChannelFacts } from "./channel-facts.ts";
import { channelsWords } from "./channels-words.ts";
import { readOrigin } from "./read-origin.ts";

/** Which pages may chat, and on which of them the chat was seen. */
export function OriginsSection(props: { draft: Draft; isFixed: boolean; facts: ChannelFacts }) {
  const { draft, isFixed, facts } = props;
  const words = useWords(channelsWords);
  const { origins } = draft.shown;
  return (
    <Section id="origins" title={words.origins} text={words.originsText}>
      {origins.length === 0 ? (
        <Text size="sm" c="dimmed">
          {words.none}
        </Text>
      ) : (
        <ul className="origins" aria-label={words.originsLabel}>
          {origins.map((origin) => (
            <li key={origin}>
              <div>
                <Code fz="sm">{origin}</Code>
                <SeenThere origin={origin} facts={facts} />
              </div>
              {!isFixed && (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={words.remove(origin)}
                  onClick={() =>
                    draft.set(
                      "origins",
                      origins.filter((one) => one !== origin),
                    )
                  }
                >
                  <IconOf icon="close" size={16} />
                </ActionIcon>
              )}
            </li>
          ))}
        </ul>
      )}
      {!isFixed && <NewOrigin draft={draft} />}
    </Section>
  );
}

function SeenThere({ origin, facts }: { origin: string; facts: ChannelFacts }) {
  const words = useWords(channelsWords);
  const formats = useFormats();
  const seenAt = facts.pages.find((page) => page.origin === origin)?.seen_at;
  return (
    <Text size="xs" c="dimmed" span ml="xs">
      {seenAt ? words.seen(formats.ago(seenAt)) : words.notSeenThere}
    </Text>
  );
}

function NewOrigin({ draft }: { draft: Draft }) {
  const words = useWords(channelsWords);
  const [typed, setTyped] = useState("");
  const [isWrong, setIsWrong] = useState(false);
  const add = () => {
    const origin = readOrigin(typed);
    setIsWrong(origin === null);
    if (origin === null) return;
    draft.set("origins", [...new Set([...draft.shown.origins, origin])]);
    setTyped("");
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <TextInput
        aria-label={words.originsLabel}
        placeholder={words.originsPlaceholder}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setIsWrong(false);
        }}
        error={(isWrong || draft.isRefused("origins")) && words.originsFault}
        type="url"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        maw={480}
        rightSectionWidth={84}
        rightSection={
          <Button type="submit" size="compact-sm" variant="light" disabled={typed.trim() === ""}>
            {words.add}
          </Button>
        }
      />
    </form>
  );
}
