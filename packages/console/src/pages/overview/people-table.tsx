import { Paper, SimpleGrid, Stack, Table, Text, Title } from "@mantine/core";
import { useFormats } from "../../words/formats.ts";
import { useWords } from "../../words/speaking.tsx";
import type { Overview } from "./data/overview-data.ts";

/** How long customers waited for agents, and how satisfied they were; renders nothing if neither is known. */
export function PeopleTable({ overview: { total } }: { overview: Overview }) {
  const words = useWords("overview.people");
  const { number } = useFormats();
  const isKnown =
    total.first_replies + total.resolutions + total.ratings_person + total.ratings_bot;
  if (isKnown === 0) return null;
  const time = (seconds: number | null) => {
    if (seconds === null) return words.none;
    if (seconds < 60) return words.seconds({ seconds: seconds % 60 });
    const minutes = Math.round(seconds / 60);
    if (minutes < 60) return words.minutes({ minutes });
    return words.hours({ hours: Math.floor(minutes / 60), minutes: minutes % 60 });
  };
  const average = (value: number | null) => (value === null ? words.none : number(value));
  return (
    <Paper withBorder p="md" component="section" aria-label={words.people}>
      <Stack gap="sm">
        <div>
          <Title order={2} size="h5">
            {words.people}
          </Title>
          <Text size="sm" c="dimmed">
            {words.peopleText}
          </Text>
        </div>
        <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
          <Rows
            heads={[words.waits, words.count, words.median, words.most]}
            rows={[
              [
                words.firstReply,
                number(total.first_replies),
                time(total.first_reply_p50_s),
                time(total.first_reply_p90_s),
              ],
              [
                words.resolution,
                number(total.resolutions),
                time(total.resolution_p50_s),
                time(total.resolution_p90_s),
              ],
            ]}
          />
          <Rows
            heads={[words.ratings, words.count, words.average]}
            rows={[
              [words.byPerson, number(total.ratings_person), average(total.rating_person_average)],
              [words.byBot, number(total.ratings_bot), average(total.rating_bot_average)],
            ]}
          />
        </SimpleGrid>
      </Stack>
    </Paper>
  );
}

function Rows({ heads, rows }: { heads: string[]; rows: string[][] }) {
  return (
    <Table horizontalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          {heads.map((head, nth) => (
            <Table.Th key={head} scope="col" {...(nth > 0 && { ta: "right" })}>
              {head}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(([name, ...values]) => (
          <Table.Tr key={name}>
            <Table.Th scope="row" fw={500}>
              {name}
            </Table.Th>
            {values.map((value, nth) => (
              <Table.Td key={heads[nth + 1]} ta="right" className="number-cell">
                {value}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
