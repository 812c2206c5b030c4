import type { CatalogWords } from "../../words/catalogs.ts";
import "./checklist.css";
import { Anchor, Text, VisuallyHidden } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { OutputOf } from "../../api/routes.ts";
import { type Icon, IconOf } from "../../parts/page/icons.tsx";
import { useFormats } from "../../words/formats.ts";
import { useWords } from "../../words/speaking.tsx";

type Item = OutputOf<"GET /bots/{bot_id}/checklist">["data"][number];

/** A title for each point, and a sentence for all that it can come to; of an endpoint the guard's verdicts are others'. */
type Points = {
  readonly [Id in Item["id"]]: { title: string } & Record<
    Exclude<Extract<Item, { id: Id }>["reason"], keyof CatalogWords<"fields.verdicts">>,
    string
  >;
};

/** The page that resolves each point; points that are set on the server have no page. */
const ways: Partial<
  Record<Item["id"], { page: "webhook" | "settings" | "channels"; hash?: string }>
> = {
  endpoint: { page: "settings", hash: "webhook" },
  endpoint_test: { page: "webhook" },
  conformance: { page: "webhook" },
  identity: { page: "settings", hash: "identity" },
  mail: { page: "channels", hash: "identity" },
  contact: { page: "settings", hash: "speaking" },
  order_numbers: { page: "settings", hash: "order-numbers" },
  origins: { page: "channels", hash: "origins" },
  snippet: { page: "channels", hash: "snippet" },
  first_answer: { page: "channels", hash: "preview" },
};

/** The place in the console with the shop's connection. */
const connectionWay = { page: "webhook", hash: "connection" } as const;

const signs: Record<Item["state"], Icon | null> = {
  done: "check",
  warning: "warning",
  not_needed: "check",
  to_do: null,
};

/** Reasons for which the operator can open an endpoint of their own. */
const openable = new Set<Item["reason"]>([
  "internal_name",
  "special_address",
  "metadata_address",
  "refused_port",
]);

/** One point: its status, the reason, and a link to the page that resolves it. */
export function ChecklistItem({ botId, item }: { botId: string; item: Item }) {
  const words = useWords("checklist.main");
  const points: Points = useWords("checklist.points");
  const verdicts: Record<string, string> = useWords("fields.verdicts");
  const formats = useFormats();
  const point: Record<string, string> & { title: string } = points[item.id];
  const sign = signs[item.state];
  const isOpen = item.state === "to_do" || item.state === "warning";
  const isConnected = item.reason.startsWith("connect");
  const way = isOpen ? (isConnected ? connectionWay : ways[item.id]) : undefined;
  const isSince = item.id === "endpoint";
  return (
    <li>
      <span className="checklist-sign" data-state={item.state}>
        {sign && <IconOf icon={sign} size={16} />}
        <VisuallyHidden>{words.states[item.state]}: </VisuallyHidden>
      </span>
      <div>
        <Text fw={600}>{(isConnected && point.connectedTitle) || point.title}</Text>
        <Text size="sm" {...(!isOpen && { c: "dimmed" })}>
          {point[item.reason] ?? verdicts[item.reason]}
          {openable.has(item.reason) && words.howToAllow}
          {item.at && (
            <Text span size="sm" c="dimmed" title={formats.dateTime(item.at)}>
              {" "}
              (
              {isSince
                ? words.since({ ago: formats.ago(item.at) })
                : words.seen({ ago: formats.ago(item.at) })}
              )
            </Text>
          )}
        </Text>
      </div>
      {way && (
        <Anchor
          className="checklist-way"
          size="sm"
          renderRoot={(root) => (
            <Link
              {...root}
              to={`/bots/${botId}/${way.page}` as string}
              {...(way.hash !== undefined && { hash: way.hash })}
            />
          )}
        >
          {words.go[way.page]}
        </Anchor>
      )}
    </li>
  );
}
