import { Anchor, Paper, SimpleGrid, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useFormats } from "../../words/formats.ts";
import { useWords } from "../../words/speaking.tsx";
import { Change } from "./change.tsx";
import type { Overview, OverviewFigures } from "./data/overview-data.ts";

/** One number: its place in the figures, its label, and which direction is good. */
interface FigureCard {
  label: string;
  text: string;
  read: (figures: OverviewFigures) => number | null;
  kind?: "count" | "share" | "ratio" | "ms";
  /** Whether a higher value is good, bad, or neither. */
  more?: "good" | "bad";
  /** A link to more detail. */
  link?: ReactNode;
}

/** The numbers at the top, each with its value for the previous period. */
export function FigureCards(props: { botId: string; overview: Overview }) {
  const { total, previous } = props.overview;
  const cards = useCards(total, props.botId);
  return (
    <SimpleGrid cols={{ base: 2, lg: 4 }} spacing="sm">
      {cards.map((card) => (
        <Card key={card.label} card={card} now={total} before={previous.total} />
      ))}
    </SimpleGrid>
  );
}

const thumbsShare = ({ thumbs_up: up, thumbs_down: down }: OverviewFigures) =>
  up + down === 0 ? null : up / (up + down);

function useCards(total: OverviewFigures, botId: string): FigureCard[] {
  const { figures: words } = useWords("overview.main");
  const { number, percent } = useFormats();
  const ofQuestions = (count: number) =>
    percent(total.questions === 0 ? 0 : count / total.questions);
  return [
    {
      label: words.conversations,
      text: words.conversationsText,
      read: (figures) => figures.conversations,
    },
    {
      label: words.selfServed,
      text: words.selfServedText,
      read: (figures) => figures.self_served_rate,
      kind: "share",
      more: "good",
    },
    {
      label: words.leftAfterRefusal,
      text: words.leftAfterRefusalText({
        count: number(total.left_after_refusal),
        all: number(total.conversations),
      }),
      read: (figures) => figures.left_after_refusal_rate,
      kind: "share",
      more: "bad",
    },
    {
      label: words.handedOver,
      text: words.handedOverText,
      read: (figures) => figures.handed_over,
      more: "bad",
    },
    {
      label: words.misses,
      text: words.missesText({
        notUnderstood: number(total.not_understood),
        outOfScope: number(total.other_topics),
        all: number(total.utterances),
      }),
      read: (figures) => figures.misses_per_conversation,
      kind: "ratio",
      more: "bad",
    },
    {
      label: words.thumbs,
      text:
        thumbsShare(total) === null
          ? words.noThumbs
          : words.thumbsText({ up: number(total.thumbs_up), down: number(total.thumbs_down) }),
      read: thumbsShare,
      kind: "share",
      more: "good",
      link: total.thumbs_down > 0 && <DislikedLink botId={botId} />,
    },
    {
      label: words.p50,
      text: words.p50Text,
      read: (figures) => figures.p50_ms,
      kind: "ms",
      more: "bad",
    },
    {
      label: words.p95,
      text: words.p95Text,
      read: (figures) => figures.p95_ms,
      kind: "ms",
      more: "bad",
    },
    {
      label: words.questions,
      text: words.questionsText,
      read: (figures) => figures.questions,
    },
    {
      label: words.answered,
      text: words.answeredText({ share: ofQuestions(total.answered) }),
      read: (figures) => figures.answered,
    },
    {
      label: words.notFound,
      text: words.notFoundText({ share: ofQuestions(total.not_found) }),
      read: (figures) => figures.not_found,
    },
    {
      label: words.unavailable,
      text: words.unavailableText({ share: ofQuestions(total.unavailable) }),
      read: (figures) => figures.unavailable,
      more: "bad",
    },
  ];
}

function Card({
  card,
  now,
  before,
}: {
  card: FigureCard;
  now: OverviewFigures;
  before: OverviewFigures;
}) {
  const write = useWriter(card.kind ?? "count");
  const value = card.read(now);
  return (
    <Paper withBorder p="md" role="group" aria-label={card.label}>
      <Text size="sm" fw={600}>
        {card.label}
      </Text>
      <Text fz={28} fw={700} lh={1.3} style={{ fontVariantNumeric: "tabular-nums" }}>
        {write(value)}
      </Text>
      <Change
        now={value}
        before={card.read(before)}
        isShare={card.kind === "share"}
        more={card.more ?? null}
        write={write}
      />
      <Text size="xs" c="dimmed" mt={6}>
        {card.text}
      </Text>
      {card.link}
    </Paper>
  );
}

/** Links to the conversations in which an answer did not help. */
function DislikedLink({ botId }: { botId: string }) {
  const { figures: words } = useWords("overview.main");
  return (
    <Anchor
      size="xs"
      renderRoot={(root) => (
        <Link
          {...root}
          to="/bots/$botId/conversations"
          params={{ botId }}
          search={{ disliked: true }}
        />
      )}
    >
      {words.disliked}
    </Anchor>
  );
}

function useWriter(kind: NonNullable<FigureCard["kind"]>) {
  const words = useWords("overview.main");
  const { number, ratio, percent } = useFormats();
  const writers = {
    count: number,
    share: percent,
    ratio,
    ms: (value: number) => words.ms({ value: number(value) }),
  };
  return (value: number | null) => (value === null ? words.none : writers[kind](value));
}
