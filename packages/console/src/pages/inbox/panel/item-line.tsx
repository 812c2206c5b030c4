import { Button, Group, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { CopyButton } from "../../../parts/code/copy-button.tsx";
import { WriteProblem } from "../../../parts/form/write-problem.tsx";
import { ToneBadge } from "../../../parts/page/tone-badge.tsx";
import { useWords } from "../../../words/speaking.tsx";
import type { PanelPlace } from "./panel-place.ts";
import { useSendCard } from "./use-panel.ts";

/** An order or a package, with its number and status. */
export interface LineItem {
  kind: "order" | "package";
  number: string | null;
  item: Readonly<Record<string, unknown>>;
}

/** One order or package: its status, what the customer sees of it, and its actions. */
export function ItemLine(props: {
  place: PanelPlace;
  item: LineItem;
  /** What the customer sees of the item, in words. */
  seen: string;
  /** Whether the customer cannot see the item, so no card is offered. */
  isUnseen?: boolean;
  isAbout?: boolean;
  /** `null`: replies cannot be filled in from it. */
  onAbout?: (() => void) | null;
  children?: ReactNode;
}) {
  const { place, item, seen, isUnseen = false, isAbout = false, onAbout = null, children } = props;
  const words = useWords("inbox.panel");
  const { kind, number } = item;
  const card = useSendCard(place.botId, place.conversationId, place.onSent);
  const known = number !== null && !number.includes("·") ? number : null;
  const name = words[kind]({ number: number ?? words.hidden });
  const status = textOf(item.item.status) ?? textOf(item.item.package_status);
  return (
    <li className="order-panel-item">
      <Group gap={6} justify="space-between" wrap="nowrap">
        <Text size="sm" fw={600}>
          {name}
        </Text>
        {known && <CopyButton value={known} name={known} />}
      </Group>
      {status && <ToneBadge tone="quiet">{status}</ToneBadge>}
      <Text size="xs" c="dimmed" mt={4}>
        {seen}
      </Text>
      {isAbout && (
        <Text size="xs" c="dimmed">
          {words.isAbout}
        </Text>
      )}
      {children}
      {known && place.mayWrite && (
        <Group gap={6} mt={6}>
          {!isUnseen && (
            <Button
              size="compact-xs"
              variant="default"
              loading={card.isPending}
              aria-label={`${words.send}: ${name}`}
              onClick={() =>
                card.mutate(kind === "order" ? { order_number: known } : { package_number: known })
              }
            >
              {words.send}
            </Button>
          )}
          <Button
            size="compact-xs"
            variant="default"
            aria-label={`${words.insert}: ${name}`}
            onClick={() => place.onInsert(known)}
          >
            {words.insert}
          </Button>
          {onAbout && !isAbout && (
            <Button
              size="compact-xs"
              variant="default"
              aria-label={`${words.about}: ${name}`}
              onClick={onAbout}
            >
              {words.about}
            </Button>
          )}
        </Group>
      )}
      <div role="status">
        {card.isSuccess && (
          <Text size="xs" mt={4}>
            {words.sent}
          </Text>
        )}
      </div>
      {card.error && <WriteProblem problem={card.error} />}
    </li>
  );
}

/** Returns the display text of a wire field; `null` for anything but text and numbers. */
export function textOf(value: unknown): string | null {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value : null;
}
