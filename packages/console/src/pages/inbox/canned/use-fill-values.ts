import type { CannedValues } from "@meetbot/presentation";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../../api/api.ts";
import { chosenKey, type Panel, panelKey, type ShownItem } from "../panel/use-panel.ts";
import { fillValues } from "./fill-values.ts";

/**
 * Returns the values that fill in canned replies. `isWanted`: if the panel was never opened, fetches the values that
 * contain no personal data.
 */
export function useFillValues(
  botId: string,
  conversationId: string,
  isWanted: boolean,
): CannedValues {
  const { data: shown } = useQuery<Panel>({
    queryKey: panelKey(botId, conversationId),
    enabled: false,
  });
  const { data: masked } = useQuery<Panel>({
    queryKey: [...panelKey(botId, conversationId), "masked"],
    queryFn: ({ signal }) =>
      api(
        "GET /bots/{bot_id}/conversations/{conversation_id}/panel",
        { path: { bot_id: botId, conversation_id: conversationId } },
        { signal },
      ),
    enabled: isWanted && !shown,
    staleTime: 30_000,
  });
  const { data: chosen = null } = useQuery<ShownItem | null>({
    queryKey: chosenKey(botId, conversationId),
    enabled: false,
  });
  const panel = shown ?? masked;
  return panel ? fillValues(panel, chosen) : {};
}
