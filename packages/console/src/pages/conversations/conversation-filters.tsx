import { Button, Checkbox, Group, Select, TextInput } from "@mantine/core";
import { type CustomerLocale, customerLocales } from "@meetbot/presentation";
import { useState } from "react";
import { FilterBar } from "../../parts/list/filter-bar.tsx";
import { IconOf } from "../../parts/page/icons.tsx";
import { TimeRangeFilter } from "../../parts/time/time-range-filter.tsx";
import { useLanguageName } from "../../words/customer-languages.ts";
import { useWords } from "../../words/speaking.tsx";
import type { ConversationSearch } from "./conversation-search.ts";

type Changes = { [Name in keyof ConversationSearch]: ConversationSearch[Name] | undefined };

interface Props {
  search: ConversationSearch;
  /** The search text as typed. */
  lookedFor: string;
  /** Whether the operator may search by account as well as by id. */
  mayName: boolean;
  onSearch(text: string): void;
  onChange(changes: Changes): void;
  onClear(): void;
}

/** The filters of the list. */
export function ConversationFilters(props: Props) {
  const { search, lookedFor, mayName, onSearch, onChange, onClear } = props;
  const words = useWords("conversations");
  const nameOf = useLanguageName();
  const any = { size: "xs", clearable: true, placeholder: words.any } as const;
  return (
    <FilterBar
      first={<SearchField key={lookedFor} {...{ mayName, onSearch }} value={lookedFor} />}
      count={Object.keys(search).length + (lookedFor === "" || search.id ? 0 : 1)}
      onClear={onClear}
    >
      <Select
        {...any}
        label={words.channel}
        w={112}
        data={Object.entries(words.channels).map(([value, label]) => ({ value, label }))}
        value={search.channel ?? null}
        onChange={(channel) => onChange({ channel: channel ?? undefined })}
      />
      <Select
        {...any}
        label={words.language}
        w={105}
        data={customerLocales.map((value) => ({ value, label: nameOf(value) }))}
        value={search.locale ?? null}
        onChange={(locale) => onChange({ locale: (locale as CustomerLocale | null) ?? undefined })}
      />
      <TimeRangeFilter value={search} onChange={onChange} />
      {(["person", "failed", "disliked"] as const).map((only) => (
        <Checkbox
          key={only}
          size="xs"
          mb={6}
          label={words.only[only]}
          checked={search[only] ?? false}
          onChange={({ currentTarget }) =>
            onChange({ [only]: currentTarget.checked ? true : undefined })
          }
        />
      ))}
    </FilterBar>
  );
}

function SearchField(props: { value: string; mayName: boolean; onSearch(text: string): void }) {
  const words = useWords("conversations");
  const [text, setText] = useState(props.value);
  return (
    <form
      style={{ maxWidth: "100%" }}
      onSubmit={(event) => {
        event.preventDefault();
        props.onSearch(text.trim());
      }}
    >
      <Group gap={4} align="flex-end" wrap="nowrap">
        <TextInput
          size="xs"
          w={184}
          miw={0}
          type="search"
          label={words.searchFor}
          placeholder={props.mayName ? words.searchHint : words.searchIdHint}
          title={props.mayName ? words.searchNote : words.searchIdNote}
          value={text}
          spellCheck={false}
          autoComplete="off"
          leftSection={<IconOf icon="search" size={14} />}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <Button type="submit" size="xs" variant="default" style={{ flexShrink: 0 }}>
          {words.lookFor}
        </Button>
      </Group>
    </form>
  );
}
