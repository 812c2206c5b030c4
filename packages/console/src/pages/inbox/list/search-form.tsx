import { Button, TextInput } from "@mantine/core";
import { useEffect, useState } from "react";
import { useWords } from "../../../words/speaking.tsx";

const longest = 320;

/** Submits a search; nothing is sent while the operator types. */
export function SearchForm(props: { searched: string; onSearch(text: string): void }) {
  const { searched, onSearch } = props;
  const words = useWords("inbox.list");
  const [text, setText] = useState(searched);
  useEffect(() => setText(searched), [searched]);
  return (
    <search>
      <form
        className="inbox-search"
        onSubmit={(event) => {
          event.preventDefault();
          onSearch(text.trim());
        }}
      >
        <TextInput
          size="xs"
          type="search"
          aria-label={words.field}
          placeholder={words.field}
          maxLength={longest}
          autoComplete="off"
          value={text}
          onChange={({ currentTarget: { value } }) => {
            setText(value);
            if (value === "" && searched !== "") onSearch("");
          }}
        />
        <Button size="xs" variant="default" type="submit">
          {words.search}
        </Button>
      </form>
    </search>
  );
}
