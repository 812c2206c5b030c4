import { Button } from "@mantine/core";
import { toUrl } from "../../api/api.ts";
import { IconOf } from "../../parts/page/icons.tsx";
import { useWords } from "../../words/speaking.tsx";
import { type OverviewSearch, toQuery } from "./data/overview-search.ts";

/** Downloads the displayed series. */
export function ExportButton({ botId, search }: { botId: string; search: OverviewSearch }) {
  const words = useWords("overview.main");
  const input = { path: { bot_id: botId }, query: toQuery(search) };
  return (
    <Button
      component="a"
      href={toUrl("/bots/{bot_id}/overview/export", input)}
      download
      variant="default"
      leftSection={<IconOf icon="download" />}
    >
      {words.export}
    </Button>
  );
}
