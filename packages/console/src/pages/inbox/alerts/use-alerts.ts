import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useMe } from "../../../access/me.ts";
import { useWords } from "../../../words/speaking.tsx";
import { useAlertWishes } from "./kept-alerts.ts";
import { useWantsPush } from "./kept-push.ts";
import { countOpen, newsOf, type Watch } from "./news-of.ts";
import { playSound } from "./play-sound.ts";
import { showCount } from "./show-count.ts";

/** The inbox view that holds each kind of alert. */
const viewOf = { waiting: "waiting", message: "mine", mention: "all" } as const;

/**
 * Alerts the signed-in operator to customers who need them and colleagues who mention them: by the tab, a sound and
 * desktop notifications.
 */
export function useAlerts(botId: string, watch: Watch | undefined): void {
  const [{ scope, sound, desktop }] = useAlertWishes();
  // The service worker shows web pushes for this browser; do not show them twice.
  const isPushed = useWantsPush(useMe().data?.operator?.id);
  const words = useWords("inbox.main");
  const navigate = useNavigate();
  const before = useRef<{ botId: string; watch: Watch } | null>(null);
  const count = watch ? countOpen(watch, scope) : 0;
  useEffect(() => showCount(count), [count]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is looked at anew has news.
  useEffect(() => {
    if (!watch) return;
    const was = before.current;
    before.current = { botId, watch };
    if (was?.botId !== botId) return;
    const news = newsOf(was.watch, watch, scope);
    if (news.length === 0) return;
    if (sound !== "off") playSound(sound);
    const isSeen = document.visibilityState === "visible" && document.hasFocus();
    if (!desktop || isPushed || isSeen || Notification.permission !== "granted") return;
    for (const { kind, conversationId } of news.slice(0, 3)) {
      const shown = new Notification(words.news[kind], { tag: conversationId });
      shown.onclick = () => {
        window.focus();
        shown.close();
        void navigate({
          to: "/bots/$botId/inbox",
          params: { botId },
          search: { conversation: conversationId, view: viewOf[kind] },
        });
      };
    }
  }, [watch, botId]);
}
