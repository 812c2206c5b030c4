import "./overview.css";
import { Button, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { PageHeader } from "../../parts/page/page-header.tsx";
import { QueryView } from "../../parts/page/query-view.tsx";
import { EmptyState } from "../../parts/page/states.tsx";
import { useWords } from "../../words/speaking.tsx";
import { OverviewCharts } from "./charts/overview-charts.tsx";
import { type Overview, overviewQuery } from "./data/overview-data.ts";
import { ExportButton } from "./export-button.tsx";
import { FigureCards } from "./figure-cards.tsx";
import { NewsCard } from "./news-card.tsx";
import { PeopleTable } from "./people-table.tsx";
import { RangePicker } from "./range-picker.tsx";
import { ShopTables } from "./shop-tables.tsx";
import { SpanLine } from "./span-line.tsx";
import { UnansweredList } from "./unanswered-list.tsx";

const route = getRouteApi("/shell/bots/$botId/overview");

/** Approximate height of the content, so that the layout does not jump. */
const usualHeight = 1100;

/** A bot's activity in figures and charts, and the messages that it could not answer. */
export function OverviewPage() {
  const words = useWords("overview.main");
  const { botId } = route.useParams();
  const search = route.useSearch();
  const query = useQuery(overviewQuery(botId, search));
  return (
    <>
      <PageHeader
        title={words.title}
        text={words.text}
        actions={<ExportButton botId={botId} search={search} />}
      />
      <Stack gap="md">
        <RangePicker />
        <QueryView query={query} height={usualHeight}>
          {(overview) => <OverviewContent botId={botId} overview={overview} />}
        </QueryView>
      </Stack>
    </>
  );
}

function OverviewContent({ botId, overview }: { botId: string; overview: Overview }) {
  return (
    <Stack gap="lg">
      <SpanLine overview={overview} />
      {isEmpty(overview) ? (
        <NothingYet botId={botId} />
      ) : (
        <>
          <FigureCards botId={botId} overview={overview} />
          <OverviewCharts overview={overview} />
          <PeopleTable overview={overview} />
          <ShopTables botId={botId} overview={overview} />
        </>
      )}
      <NewsCard botId={botId} />
      <UnansweredList botId={botId} />
    </Stack>
  );
}

function NothingYet({ botId }: { botId: string }) {
  const words = useWords("overview.main");
  const checklist = `/bots/${botId}/checklist`;
  return (
    <EmptyState
      icon="overview"
      title={words.nothing}
      text={words.nothingText}
      action={
        <Button renderRoot={(root) => <Link {...root} to={checklist} />} mt="xs">
          {words.toChecklist}
        </Button>
      }
    />
  );
}

function isEmpty({ total, previous, outcomes }: Overview): boolean {
  return total.messages === 0 && previous.total.messages === 0 && outcomes.length === 0;
}
