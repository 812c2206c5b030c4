import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Scene } from "../scene/scene.ts";
import { formatMoment } from "../words/format.ts";
import { useWords } from "../words/speaking.ts";
import { EntryView } from "./messages/entry-view.tsx";
import { group } from "./parts/group.ts";
import { Typing } from "./typing.tsx";

/** All that was said, with what comes last in sight. */
export function Log({ scene, children }: { scene: Scene; children: ComponentChildren }) {
  const words = useWords();
  const log = useRef<HTMLDivElement>(null);
  const { entries, typingUntilMs, isHeldByPerson, page } = scene;
  const isTyping = useIsBefore(typingUntilMs);
  const lastOfCustomer = entries.findLast(({ from }) => from === "customer")?.id;
  const showLast = () => log.current?.scrollTo({ top: log.current.scrollHeight });
  useLayoutEffect(showLast, [entries.at(-1)?.id, isTyping]);
  return (
    <div
      class="log"
      role="log"
      aria-label={words.conversation}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
      tabIndex={0}
      ref={log}
      onLoadCapture={showLast}
    >
      {children}
      {group(entries).map((placed) => (
        <div key={placed.entry.id} class={placed.isLast ? "placed last" : "placed"}>
          {placed.tellsTime && (
            <p class="moment">{formatMoment(placed.entry.atMs, words.language)}</p>
          )}
          <EntryView
            placed={placed}
            page={page.name}
            tellsMark={placed.entry.id === lastOfCustomer}
          />
        </div>
      ))}
      {isTyping && <Typing page={page.name} />}
      {isHeldByPerson && <p class="moment">{words.heldByPerson}</p>}
    </div>
  );
}

/** Whether a moment is still to come; draws anew once it is there. */
function useIsBefore(untilMs: number): boolean {
  const [nowMs, setNowMs] = useState(Date.now);
  useEffect(() => {
    const timer = setTimeout(() => setNowMs(Date.now()), Math.max(0, untilMs - Date.now()));
    return () => clearTimeout(timer);
  }, [untilMs]);
  return untilMs > Math.max(nowMs, 0) && untilMs > Date.now();
}
