import { Text } from "@mantine/core";
import { useWords } from "../../../words/speaking.tsx";
import { useClock } from "../data/use-clock.ts";
import { ItemLine } from "./item-line.tsx";
import type { PanelPlace } from "./panel-place.ts";
import { type Panel, useChosen } from "./use-panel.ts";

/** Lists the orders and packages that the customer was shown, latest first. */
export function ShownItems({ panel, place }: { panel: Panel; place: PanelPlace }) {
  const words = useWords("inbox.panel");
  const clock = useClock();
  const [chosen, choose] = useChosen(place.botId, place.conversationId);
  if (panel.shown.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {words.noOrders}
      </Text>
    );
  }
  const about = chosen ?? panel.shown[0];
  return (
    <ul>
      {panel.shown.map((one) => {
        const isAbout = about?.kind === one.kind && about.number === one.number;
        const seen = words.levels[one.level];
        const until = one.until && words.until({ moment: clock.moment(one.until) });
        return (
          <ItemLine
            key={`${one.kind} ${one.number ?? one.seq}`}
            place={place}
            item={one}
            seen={until ? `${seen}, ${until}` : seen}
            isAbout={isAbout}
            onAbout={panel.masked ? null : () => choose(one)}
          />
        );
      })}
    </ul>
  );
}
