import "./panel.css";
import { Alert, Button, Group, Text, Title, Tooltip } from "@mantine/core";
import type { ReactNode } from "react";
import { IconOf } from "../../../parts/page/icons.tsx";
import { QueryView } from "../../../parts/page/query-view.tsx";
import { useWords } from "../../../words/speaking.tsx";
import { CustomerFacts } from "./customer-facts.tsx";
import { EarlierConversations } from "./earlier-conversations.tsx";
import { LookUpForm } from "./look-up-form.tsx";
import { NamedNumbers } from "./named-numbers.tsx";
import type { PanelPlace } from "./panel-place.ts";
import { ShownItems } from "./shown-items.tsx";
import { type Panel, usePanel } from "./use-panel.ts";

/** The panel beside a conversation: its orders, a lookup at the shop, the customer, and earlier conversations. */
export function OrderPanel({
  lastSeq,
  isOwn,
  ...place
}: PanelPlace & {
  /** The number of the conversation's last message; a new number reloads the panel. */
  lastSeq: number;
  /**
   * Whether the operator holds this conversation. If so, personal data is shown immediately; otherwise a button reveals
   * it.
   */
  isOwn: boolean;
}) {
  const words = useWords("inbox.panel");
  const { botId, conversationId, mayWrite } = place;
  const { query, isRevealing, reveal } = usePanel({
    botId,
    conversationId,
    lastSeq,
    isOwn: isOwn && mayWrite,
  });
  return (
    <section className="order-panel" aria-label={words.title}>
      <QueryView query={query} height={320}>
        {(panel: Panel) => (
          <>
            {panel.masked && (
              <Alert color="gray" variant="light" py="xs" icon={<IconOf icon="eye" />}>
                <Group justify="space-between" gap="sm">
                  <Text size="sm">{words.masked}</Text>
                  {mayWrite && (
                    <Tooltip label={words.revealNote}>
                      <Button size="xs" variant="default" loading={isRevealing} onClick={reveal}>
                        {words.reveal}
                      </Button>
                    </Tooltip>
                  )}
                </Group>
              </Alert>
            )}
            <PanelPart title={words.orders}>
              <ShownItems panel={panel} place={place} />
            </PanelPart>
            {panel.numbers.length > 0 && (
              <PanelPart title={words.named}>
                <NamedNumbers panel={panel} />
              </PanelPart>
            )}
            {mayWrite && (
              <PanelPart title={words.lookUp}>
                <LookUpForm place={place} />
              </PanelPart>
            )}
            <PanelPart title={words.customer}>
              <CustomerFacts panel={panel} />
            </PanelPart>
            {panel.earlier.length > 0 && (
              <PanelPart title={words.earlier}>
                <EarlierConversations botId={botId} earlier={panel.earlier} />
              </PanelPart>
            )}
          </>
        )}
      </QueryView>
    </section>
  );
}

function PanelPart({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <Title order={3} size="h6" mb={6}>
        {title}
      </Title>
      {children}
    </div>
  );
}
