import "./api-page.css";
import { Anchor, Button, Code, Group, Paper, Stack, Text, TextInput, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useId } from "react";
import { CopyButton } from "../../parts/code/copy-button.tsx";
import { IconOf } from "../../parts/page/icons.tsx";
import { PageHeader } from "../../parts/page/page-header.tsx";
import { QueryView } from "../../parts/page/query-view.tsx";
import { EmptyState } from "../../parts/page/states.tsx";
import { useFormats } from "../../words/formats.ts";
import { useWords } from "../../words/speaking.tsx";
import { type ApiDocument, apiDocumentQuery, documentUrl } from "./api-document.ts";
import { type Area, listOperations } from "./list-operations.ts";
import { OperationEntry } from "./operation-entry.tsx";

const route = getRouteApi("/shell/api");

/** The description of the admin API, for people. */
export function ApiPage() {
  const words = useWords("api");
  const document = useQuery(apiDocumentQuery);
  return (
    <>
      <PageHeader
        title={words.title}
        text={`${words.text} ${words.inEnglish}`}
        docs="api/"
        actions={
          <Button
            component="a"
            href={documentUrl}
            download="meetbot-openapi.json"
            variant="default"
            leftSection={<IconOf icon="download" />}
          >
            {words.document}
          </Button>
        }
      />
      <Stack gap="md">
        <HowToCall />
        <QueryView query={document} height={600}>
          {(document) => <Operations document={document} />}
        </QueryView>
      </Stack>
    </>
  );
}

function HowToCall() {
  const words = useWords("api");
  const base = `${location.origin}/api/v1`;
  return (
    <Paper withBorder p="md" component="section" aria-label={words.tokenTitle}>
      <Title order={2} size="h5" mb={4}>
        {words.tokenTitle}
      </Title>
      <Text size="sm" maw={860}>
        {words.tokenText}
      </Text>
      <Group gap="xs" mt="xs">
        <Text size="sm" c="dimmed">
          {words.base}
        </Text>
        <Code className="any-text">{base}</Code>
        <CopyButton value={base} name={words.base} />
      </Group>
    </Paper>
  );
}

function Operations({ document }: { document: ApiDocument }) {
  const words = useWords("api");
  const { number } = useFormats();
  const { q = "" } = route.useSearch();
  const areas = listOperations(document, q);
  const count = areas.reduce((sum, { operations }) => sum + operations.length, 0);
  return (
    <Stack gap="md">
      <Group gap="md" align="flex-end">
        <SearchInput />
        <Text size="sm" c="dimmed" role="status" pb={8}>
          {words.found({ count: number(count) })}
        </Text>
      </Group>
      {areas.length === 0 && <EmptyState title={words.none} text={words.noneText} />}
      {areas.length > 1 && <AreaLinks areas={areas} />}
      {areas.map((area) => (
        <AreaSection key={area.name} area={area} document={document} />
      ))}
    </Stack>
  );
}

function SearchInput() {
  const words = useWords("api");
  const { q = "" } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <TextInput
      type="search"
      label={words.search}
      placeholder={words.searchHint}
      leftSection={<IconOf icon="search" />}
      w={320}
      maw="100%"
      value={q}
      onChange={({ currentTarget: { value } }) =>
        void navigate({
          search: ({ operation }) => ({
            ...(value && { q: value }),
            ...(operation && { operation }),
          }),
          replace: true,
          resetScroll: false,
        })
      }
    />
  );
}

function AreaLinks({ areas }: { areas: Area[] }) {
  const words = useWords("api");
  return (
    <nav aria-label={words.areas}>
      <Group gap="md" lang="en">
        {areas.map(({ name }) => (
          <Anchor key={name} href={`#${idOf(name)}`} size="sm">
            {name}
          </Anchor>
        ))}
      </Group>
    </nav>
  );
}

const idOf = (area: string) => `area-${area.toLowerCase().replaceAll(" ", "-")}`;

function AreaSection({ area, document }: { area: Area; document: ApiDocument }) {
  const id = useId();
  return (
    <Paper withBorder px="md" pt="md" component="section" aria-labelledby={id} id={idOf(area.name)}>
      <Title order={2} size="h4" id={id} lang="en" mb="xs">
        {area.name}
      </Title>
      <ul className="operations">
        {area.operations.map((operation) => (
          <OperationEntry key={operation.name} named={operation} document={document} />
        ))}
      </ul>
    </Paper>
  );
}
