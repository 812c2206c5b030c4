import { type CannedValues, readerOf, statusWords } from "@meetbot/presentation";
import { useQuery } from "@tanstack/react-query";
import { chosenKey, type Panel, panelKey, type ShownItem } from "../panel/use-panel.ts";

/** What canned replies are filled in with: of orders and packages what the customer sees, and nothing else. */
export function useFillValues(botId: string, conversationId: string): CannedValues {
  const { data: panel } = useQuery<Panel>({
    queryKey: panelKey(botId, conversationId),
    enabled: false,
  });
  const { data: chosen = null } = useQuery<ShownItem | null>({
    queryKey: chosenKey(botId, conversationId),
    enabled: false,
  });
  if (!panel) return {};
  return panel.masked ? panel.filling : fillValues(panel, chosen);
}

/** The same out of a panel, and the item that the operator is about. */
export function fillValues(panel: Panel, chosen: ShownItem | null): CannedValues {
  const first = (kind: ShownItem["kind"]) =>
    chosen?.kind === kind ? chosen : panel.shown.find((one) => one.kind === kind);
  const [order, pkg] = [first("order"), first("package")];
  const status = textIn(order, "status");
  return {
    ...panel.filling,
    "order.number": order?.number ?? null,
    "order.status": status && statusWords(status, "order", readerOf(panel.locale)),
    "package.carrier": textIn(pkg, "carrier") ?? textInParcel(order, "carrier"),
    "package.tracking_url": textIn(pkg, "tracking_url") ?? textInParcel(order, "tracking_url"),
  };
}

function textIn(one: ShownItem | undefined, field: string): string | null {
  const value = one?.item[field];
  return typeof value === "string" ? value : null;
}

/** An order may have the package that it comes in with it. */
function textInParcel(one: ShownItem | undefined, field: string): string | null {
  const parcel = one?.item.parcel;
  if (typeof parcel !== "object" || parcel === null) return null;
  const value = (parcel as Record<string, unknown>)[field];
  return typeof value === "string" ? value : null;
}
