import { Button, Group, Loader, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useEffect, useState } from "react";
import { botsQuery } from "../../../access/me.ts";
import { mayChange } from "../../../access/owners-settings.ts";
import { api } from "../../../api/api.ts";
import { UrlOpening } from "../../../parts/form/url-opening.tsx";
import { WriteProblem } from "../../../parts/form/write-problem.tsx";
import { IconOf } from "../../../parts/page/icons.tsx";
import { OwnersNote } from "../../../parts/people/owners-note.tsx";
import type { CatalogWords } from "../../../words/catalogs.ts";
import { useWords } from "../../../words/speaking.tsx";
import { type Endpoint, endpointQuery, useRole } from "../data/webhook-data.ts";

/** How long typing must pause before the URL is checked. */
const typingMs = 350;

/** The URL, with the guard's verdict while it is typed. */
export function UrlField(props: { botId: string; endpoint: Endpoint }) {
  const { botId, endpoint } = props;
  const role = useRole(botId);
  const mayEdit = role !== null && mayChange(role, "endpoint");
  const words = useWords("webhook.endpoint");
  const queries = useQueryClient();
  const [url, setUrl] = useState(endpoint.url);
  useEffect(() => setUrl(endpoint.url), [endpoint.url]);
  const [settled] = useDebouncedValue(url.trim(), typingMs);
  const verdict = useVerdict(botId, mayEdit ? settled : "");
  const save = useMutation({
    mutationFn: (typed: string) =>
      api("PATCH /bots/{bot_id}", { path: { bot_id: botId }, body: { endpoint: typed } }),
    onSuccess: async () => {
      await queries.invalidateQueries(endpointQuery(botId));
      await queries.invalidateQueries(botsQuery);
    },
  });
  const isChanged = url.trim() !== endpoint.url;
  const isJudging = settled !== url.trim() || verdict.isFetching;
  const canSave =
    isChanged &&
    !isJudging &&
    (verdict.data?.allowed === true || verdict.data?.reason === "name_not_found");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (canSave) save.mutate(url.trim());
  };
  return (
    <form onSubmit={submit}>
      <Group align="flex-start" gap="sm">
        <TextInput
          label={words.url}
          description={words.urlHint}
          type="url"
          value={url}
          onChange={(event) => setUrl(event.currentTarget.value)}
          readOnly={!mayEdit}
          rightSection={isJudging ? <Loader size="xs" aria-hidden /> : null}
          aria-describedby="url-verdict"
          spellCheck={false}
          autoComplete="off"
          flex="1 1 280px"
          classNames={{ input: "code-input" }}
        />
        {mayEdit && (
          <Button
            type="submit"
            disabled={!canSave}
            loading={save.isPending}
            mt={{ base: 0, xs: 46 }}
          >
            {words.save}
          </Button>
        )}
      </Group>
      <Text id="url-verdict" size="sm" mt={6} mih={22} role="status" component="div">
        {isJudging ? (
          <Text span c="dimmed" size="sm">
            {words.checking}
          </Text>
        ) : (
          verdict.data && <Verdict verdict={verdict.data} isSaved={save.isSuccess && !isChanged} />
        )}
      </Text>
      {!isJudging && verdict.data?.can_be_opened && <UrlOpening url={settled} />}
      {save.isError && <WriteProblem problem={save.error} />}
      {role === "editor" && <OwnersNote />}
    </form>
  );
}

function useVerdict(botId: string, url: string) {
  return useQuery({
    queryKey: ["check-url", botId, url],
    queryFn: ({ signal }) =>
      api("POST /bots/{bot_id}/check-url", { path: { bot_id: botId }, body: { url } }, { signal }),
    enabled: url !== "",
    staleTime: 30_000,
  });
}

function Verdict(props: { verdict: { allowed: boolean; reason: string }; isSaved: boolean }) {
  const { verdict, isSaved } = props;
  const words = useWords("webhook.endpoint");
  const reasons = useWords("fields.verdicts");
  const told = reasons[verdict.reason as keyof CatalogWords<"fields.verdicts">] ?? verdict.reason;
  return (
    <Group
      gap={6}
      wrap="nowrap"
      align="flex-start"
      className={verdict.allowed ? "good-text" : "bad-text"}
    >
      <Text span c="inherit" className="status-mark">
        <IconOf icon={verdict.allowed ? "check" : "warning"} size={16} />
      </Text>
      <Text span size="sm" c="inherit">
        {isSaved && `${words.saved}. `}
        {told}
      </Text>
    </Group>
  );
}
