import { Button, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type Bot, useBot } from "../../access/bot.ts";
import { IconOf } from "../../parts/page/icons.tsx";
import { PageHeader } from "../../parts/page/page-header.tsx";
import { QueryView } from "../../parts/page/query-view.tsx";
import { Section } from "../../parts/page/section.tsx";
import { EmptyState } from "../../parts/page/states.tsx";
import { ViewerNotice } from "../../parts/people/viewer-notice.tsx";
import { useWords } from "../../words/speaking.tsx";
import { AddForm } from "./add-form.tsx";
import { DestinationCard } from "./destination-card.tsx";
import { type Added, type Alerts, alertsQuery } from "./notifications-data.ts";
import { SecretShown } from "./secret-shown.tsx";

/** Lists where alerts about a bot are sent. */
export function NotificationsPage() {
  const words = useWords("notifications");
  const bot = useBot();
  return (
    <>
      <PageHeader title={words.title} text={words.text} docs="alerts/" />
      <QueryView query={bot} height={520}>
        {(data) => <Destinations key={data.bot_id} bot={data} />}
      </QueryView>
    </>
  );
}

function Destinations({ bot }: { bot: Bot }) {
  const alerts = useQuery(alertsQuery(bot.bot_id));
  return (
    <QueryView query={alerts} height={520}>
      {(data) => <Loaded bot={bot} alerts={data} />}
    </QueryView>
  );
}

function Loaded({ bot, alerts }: { bot: Bot; alerts: Alerts }) {
  const words = useWords("notifications");
  const [isAdding, setIsAdding] = useState(false);
  const [added, setAdded] = useState<Added | null>(null);
  const { role } = bot;
  const open = () => {
    setAdded(null);
    setIsAdding(true);
  };
  const addButton = role === "owner" && !isAdding && (
    <Button leftSection={<IconOf icon="plus" size={16} />} onClick={open}>
      {words.add}
    </Button>
  );
  const isEmpty = alerts.data.length === 0;
  return (
    <Stack maw={880} gap="md">
      {role === "viewer" && <ViewerNotice />}
      {added && (
        <Text size="sm" role="status">
          {words.added({ name: added.alert.name })}
        </Text>
      )}
      {added?.secret && (
        <SecretShown secret={added.secret} onKept={() => setAdded({ ...added, secret: null })} />
      )}
      {isAdding && (
        <Section id="new" title={words.addTitle}>
          <AddForm
            botId={bot.bot_id}
            hasMail={alerts.has_mail}
            onCancel={() => setIsAdding(false)}
            onAdded={(made) => {
              setIsAdding(false);
              setAdded(made);
            }}
          />
        </Section>
      )}
      {isEmpty && !isAdding && (
        <EmptyState icon="bell" title={words.none} text={words.noneText} action={addButton} />
      )}
      {!isEmpty && addButton && <div>{addButton}</div>}
      {alerts.data.map((one) => (
        <DestinationCard key={one.alert_id} bot={bot} destination={one} />
      ))}
      {!alerts.has_links && (
        <Text size="sm" c="dimmed">
          {words.noLinks}
        </Text>
      )}
      {role === "editor" && (
        <Text size="sm" c="dimmed">
          {words.ownersOnly}
        </Text>
      )}
    </Stack>
  );
}
