import { Button, SimpleGrid } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { botsQuery, useMe } from "../../access/me.ts";
import { IconOf } from "../../parts/page/icons.tsx";
import { PageHeader } from "../../parts/page/page-header.tsx";
import { QueryView } from "../../parts/page/query-view.tsx";
import { EmptyState } from "../../parts/page/states.tsx";
import { useWords } from "../../words/speaking.tsx";
import { BotCard } from "./bot-card.tsx";

/** The bots of the operator. */
export function BotsPage() {
  const words = useWords("bots");
  const bots = useQuery(botsQuery);
  const mayCreate = useMe().data?.administrator === true;
  const hasBots = (bots.data?.data.length ?? 0) > 0;
  return (
    <>
      <PageHeader
        title={words.title}
        text={words.text}
        actions={mayCreate && hasBots && <CreateButton label={words.create} />}
      />
      <QueryView query={bots} height={216}>
        {({ data }) =>
          data.length === 0 ? (
            <EmptyState
              icon="bot"
              title={mayCreate ? words.none : words.noneForYou}
              text={mayCreate ? words.noneText : words.noneForYouText}
              action={mayCreate && <CreateButton label={words.create} />}
            />
          ) : (
            <SimpleGrid cols={{ base: 1, md: 2, xl: 3 }}>
              {data.map((bot) => (
                <BotCard key={bot.bot_id} bot={bot} />
              ))}
            </SimpleGrid>
          )
        }
      </QueryView>
    </>
  );
}

function CreateButton({ label }: { label: string }) {
  return (
    <Button
      renderRoot={(root) => <Link {...root} to="/bots/new" />}
      leftSection={<IconOf icon="plus" size={16} />}
    >
      {label}
    </Button>
  );
}
