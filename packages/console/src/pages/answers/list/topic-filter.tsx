import { Group, SegmentedControl, TextInput } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { onlySet } from "../../../parts/list/read-search.ts";
import { IconOf } from "../../../parts/page/icons.tsx";
import type { TopicRow } from "../../../parts/topics/answers-query.ts";
import { useFormats } from "../../../words/formats.ts";
import { useWords } from "../../../words/speaking.tsx";
import type { AnswersSearch } from "../data/answers-search.ts";
import { isWithout } from "../data/select-topics.ts";

const route = getRouteApi("/shell/bots/$botId/answers");

/** Chooses which topics are listed and in which order; the URL stores the choice. */
export function TopicFilter({ topics }: { topics: readonly TopicRow[] }) {
  const words = useWords("answers.main");
  const { number } = useFormats();
  const search = route.useSearch();
  const show = useShow();
  const without = number(topics.filter(isWithout).length);
  return (
    <Group gap="sm" className="topic-filter">
      <TextInput
        aria-label={words.search}
        placeholder={words.search}
        leftSection={<IconOf icon="search" size={16} />}
        value={search.q ?? ""}
        onChange={({ currentTarget }) => show({ q: currentTarget.value || undefined })}
        className="topic-search"
      />
      <SegmentedControl
        aria-label={words.filter}
        value={search.show ?? "all"}
        onChange={(chosen) => show({ show: chosen === "without" ? "without" : undefined })}
        data={[
          { value: "all", label: words.all },
          { value: "without", label: words.without({ count: without }) },
        ]}
      />
      <SegmentedControl
        aria-label={words.order}
        value={search.by ?? "subject"}
        onChange={(chosen) => show({ by: chosen === "asked" ? "asked" : undefined })}
        data={[
          { value: "subject", label: words.bySubject },
          { value: "asked", label: words.byAsked },
        ]}
      />
    </Group>
  );
}

function useShow() {
  const navigate = route.useNavigate();
  return (change: { [Name in keyof AnswersSearch]?: AnswersSearch[Name] | undefined }) =>
    void navigate({
      search: (before: AnswersSearch) => onlySet<AnswersSearch>({ ...before, ...change }),
      replace: true,
      resetScroll: false,
    });
}
