import { Checkbox, NativeSelect, Stack, TextInput } from "@mantine/core";
import { useWords } from "../../words/speaking.tsx";
import { type AlertLocale, type EventType, eventTypes } from "./notifications-data.ts";

/** The settings that destinations of every kind share. */
export interface Wishes {
  name: string;
  events: readonly EventType[];
  locale: AlertLocale;
  with_text: boolean;
}

/** Whether no required setting is missing. */
export const isWhole = ({ name, events }: Wishes) => name.trim() !== "" && events.length > 0;

/** The fields of a destination's settings; missing values are marked only after an attempt to save. */
export function WishFields(props: {
  wishes: Wishes;
  isAsked: boolean;
  isOwner: boolean;
  onChange(wishes: Wishes): void;
}) {
  const { wishes, isAsked, isOwner, onChange } = props;
  const words = useWords("notifications");
  return (
    <>
      <TextInput
        label={words.name}
        description={words.nameText}
        placeholder={words.namePlaceholder}
        value={wishes.name}
        onChange={(event) => onChange({ ...wishes, name: event.currentTarget.value })}
        error={isAsked && wishes.name.trim() === "" && words.noName}
        maxLength={80}
        autoComplete="off"
        required
      />
      <Checkbox.Group
        label={words.events}
        value={[...wishes.events]}
        onChange={(chosen) =>
          onChange({ ...wishes, events: eventTypes.filter((type) => chosen.includes(type)) })
        }
        error={isAsked && wishes.events.length === 0 && words.noEvent}
      >
        <Stack gap="xs" mt="xs">
          {eventTypes.map((type) => (
            <Checkbox key={type} value={type} label={words.eventNames[type]} />
          ))}
        </Stack>
      </Checkbox.Group>
      <NativeSelect
        label={words.locale}
        data={(["en", "zh"] as const).map((value) => ({ value, label: words.locales[value] }))}
        value={wishes.locale}
        onChange={(event) =>
          onChange({ ...wishes, locale: event.currentTarget.value === "zh" ? "zh" : "en" })
        }
        maw={240}
      />
      <Checkbox
        label={words.withText}
        description={words.withTextText}
        checked={wishes.with_text}
        onChange={(event) => onChange({ ...wishes, with_text: event.currentTarget.checked })}
        disabled={!isOwner}
      />
    </>
  );
}
