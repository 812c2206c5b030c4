import { Text } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { nameStatus } from "../../../parts/news/news-names.ts";
import { DocsLink } from "../../../parts/page/docs-link.tsx";
import { Section } from "../../../parts/page/section.tsx";
import { ToneBadge } from "../../../parts/page/tone-badge.tsx";
import { useFormats } from "../../../words/formats.ts";
import { useWords } from "../../../words/speaking.tsx";
import { keptDays, type ListedPush, type PushFilter, usePushes } from "../data/news-data.ts";
import { PageOfRows } from "../data/page-of-rows.tsx";
import { LogFilters } from "./log-filters.tsx";
import { stateTones, ToldList } from "./told-list.tsx";

const route = getRouteApi("/shell/bots/$botId/customer-news");

/** The log of pushes, with filters; each entry expands to show its recipients. */
export function LogSection({ botId }: { botId: string }) {
  const words = useWords("customer-news.main");
  const filter = route.useSearch();
  const navigate = route.useNavigate();
  const setFilter = (search: PushFilter) =>
    void navigate({ search, replace: true, resetScroll: false });
  const pushes = usePushes(botId, filter);
  const isFiltered = Object.keys(filter).length > 0;
  return (
    <Section id="log" title={words.log} text={words.logText({ days: keptDays })}>
      <LogFilters filter={filter} onChange={setFilter} />
      <PageOfRows
        query={pushes}
        label={words.log}
        none={
          isFiltered ? (
            words.noMatch
          ) : (
            <>
              {words.noPushes}{" "}
              <DocsLink docs="merchant-guide/#telling-customers-first">
                {words.noPushesGuide}
              </DocsLink>
            </>
          )
        }
      >
        {(push) => <PushEntry key={push.push_id} botId={botId} push={push} />}
      </PageOfRows>
    </Section>
  );
}

function PushEntry({ botId, push }: { botId: string; push: ListedPush }) {
  const words = useWords("customer-news.main");
  const news = useWords("news");
  const formats = useFormats();
  const [isOpen, setIsOpen] = useState(false);
  const {
    push_id: pushId,
    method,
    is_test: isTest,
    accepted_at: acceptedAt,
    status,
    states,
  } = push;
  return (
    <li>
      <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
        <summary>
          <Text span size="sm" fw={600}>
            {words.methods[method]}
            {status !== null && ` · ${nameStatus(status, news)}`}
          </Text>{" "}
          <Text span size="sm" c="dimmed">
            {formats.dateTime(acceptedAt)}
          </Text>{" "}
          <span className="news-marks">
            {isTest && (
              <ToneBadge tone="person" size="sm">
                {words.isTest}
              </ToneBadge>
            )}
            {states.map(({ state, recipients }) => (
              <ToneBadge key={state} tone={stateTones[state]} size="sm">
                {words.counted({ state: news.states[state], count: formats.number(recipients) })}
              </ToneBadge>
            ))}
            {push.recipients === 0 && (
              <Text span size="sm" c="dimmed">
                {words.nobody}
              </Text>
            )}
          </span>
        </summary>
        {isOpen && (
          <div className="news-detail">
            <Text size="xs" c="dimmed" className="any-text" mb={6}>
              {pushId} · {words.happened({ at: formats.dateTime(push.occurred_at) })}
            </Text>
            <ToldList botId={botId} pushId={pushId} />
          </div>
        )}
      </details>
    </li>
  );
}
