import { Paper, SimpleGrid, Text } from "@mantine/core";
import type { OutputOf } from "../../api/routes.ts";
import { useFormats } from "../../words/formats.ts";
import { useWords } from "../../words/speaking.tsx";

export type Figures = OutputOf<"GET /bots/{bot_id}/notifications/figures">;

/** Shows how many customers got customer updates, and why others did not. */
export function NewsFigures({ figures }: { figures: Figures }) {
  const words = useWords("news");
  const { figures: says } = words;
  const { number } = useFormats();
  const { waiting, failed, expired, unheard } = figures;
  const counted = (what: string, count: number) => says.counted({ what, count: number(count) });
  const cards = [
    {
      label: says.pushes,
      count: figures.pushes,
      facts: unheard > 0 ? [says.pushesText({ unheard: number(unheard) })] : [],
    },
    {
      label: says.told,
      count: figures.told,
      facts: [
        ...figures.told_by.map(({ way, told }) => counted(words.ways[way], told)),
        ...(waiting > 0 ? [says.waiting({ count: number(waiting) })] : []),
        ...(expired > 0 ? [says.expired({ count: number(expired) })] : []),
        ...(failed > 0 ? [says.failed({ count: number(failed) })] : []),
      ],
    },
    {
      label: says.skipped,
      count: figures.skipped,
      facts: [
        ...figures.skipped_by.map(({ because, skipped }) =>
          counted(words.briefly[because], skipped),
        ),
      ],
    },
    {
      label: says.stopped,
      count: figures.stopped,
      facts: [
        ...figures.stopped_by.map(({ ended_by, stopped }) =>
          counted(words.ends[ended_by], stopped),
        ),
        says.stoppedText({ began: number(figures.began) }),
      ],
    },
  ];
  return (
    <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="sm">
      {cards.map(({ label, count, facts }) => (
        <Paper key={label} withBorder p="sm" role="group" aria-label={label}>
          <Text size="sm" fw={600}>
            {label}
          </Text>
          <Text fz={24} fw={700} lh={1.3} style={{ fontVariantNumeric: "tabular-nums" }}>
            {number(count)}
          </Text>
          {facts.map((fact) => (
            <Text key={fact} size="xs" c="dimmed">
              {fact}
            </Text>
          ))}
        </Paper>
      ))}
    </SimpleGrid>
  );
}
