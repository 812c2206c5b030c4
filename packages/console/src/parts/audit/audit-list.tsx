import "./audit.css";
import { Button, Select, Stack, Text } from "@mantine/core";
import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import { EmptyState, ErrorState, LoadingState } from "../page/states.tsx";
import { AuditEntry, type AuditRow, type AuditTongue } from "./audit-entry.tsx";

interface AuditPage {
  data: AuditRow[];
  next_cursor: string | null;
}

/** Audit entries, newest first, with older ones loaded on request. */
export function AuditList(props: {
  query: UseInfiniteQueryResult<InfiniteData<AuditPage>>;
  words: AuditTongue;
  timeZone?: string | undefined;
}) {
  const { query, words, timeZone } = props;
  const { data, error, hasNextPage, isFetchingNextPage } = query;
  if (!data) {
    return error ? (
      <ErrorState problem={error} retry={() => void query.refetch()} />
    ) : (
      <LoadingState height={480} />
    );
  }
  const entries = data.pages.flatMap((page) => page.data);
  if (entries.length === 0) {
    return <EmptyState icon="audit" title={words.none} text={words.noneText} />;
  }
  return (
    <Stack maw={880} gap="md">
      <ol className="audit">
        {entries.map((entry) => (
          <AuditEntry key={entry.id} entry={entry} words={words} timeZone={timeZone} />
        ))}
      </ol>
      {error && <ErrorState problem={error} retry={() => void query.fetchNextPage()} />}
      {hasNextPage ? (
        <Button
          variant="default"
          loading={isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {words.more}
        </Button>
      ) : (
        <Text size="xs" c="dimmed" ta="center">
          {words.begin}
        </Text>
      )}
    </Stack>
  );
}

/** Narrows a log to one kind of entries. */
export function ActionChoice(props: {
  label: string;
  everything: string;
  actions: Record<string, string>;
  chosen: string | undefined;
  onChoose(action: string | undefined): void;
}) {
  const kinds = Object.entries(props.actions).map(([value, label]) => ({ value, label }));
  return (
    <Select
      aria-label={props.label}
      w={240}
      data={[{ value: "", label: props.everything }, ...kinds]}
      value={props.chosen ?? ""}
      allowDeselect={false}
      onChange={(chosen) => props.onChoose(chosen || undefined)}
    />
  );
}
