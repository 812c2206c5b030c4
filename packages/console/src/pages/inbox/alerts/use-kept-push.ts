import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { useMe } from "../../../access/me.ts";
import { useSpeaking } from "../../../words/speaking.tsx";
import { useAlertWishes } from "./kept-alerts.ts";
import { useWantsPush } from "./kept-push.ts";
import { pushDevicesQuery, useSubscribing } from "./push-data.ts";
import { findObstacle } from "./push-support.ts";

/**
 * Renews this browser's push subscription if the signed-in operator wants web push: a device ends with its session,
 * browsers change their push endpoint, and the operator's choices and language may have changed.
 */
export function useKeptPush(): void {
  const operatorId = useMe().data?.operator?.id;
  const isWanted = useWantsPush(operatorId);
  const [{ scope }] = useAlertWishes();
  const { locale } = useSpeaking();
  const queries = useQueryClient();
  const { mutateAsync } = useSubscribing();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each wish, not for each drawing.
  useEffect(() => {
    if (!isWanted || findObstacle() !== null || Notification.permission !== "granted") return;
    void queries
      .fetchQuery(pushDevicesQuery)
      .then(({ public_key }) => (public_key === null ? null : mutateAsync(public_key)))
      // The obstacle is shown beside the switch.
      .catch(() => null);
  }, [isWanted, operatorId, scope, locale]);
}

/** Opens the target of a clicked notification in the console page that is already open. */
export function useClickedPush(): void {
  const router = useRouter();
  useEffect(() => {
    const worker = (navigator as Partial<Navigator>).serviceWorker;
    const open = ({ data }: MessageEvent<{ open?: unknown } | null>) => {
      const path = data?.open;
      if (typeof path === "string" && path.startsWith("/console/")) router.history.push(path);
    };
    worker?.addEventListener("message", open);
    return () => worker?.removeEventListener("message", open);
  }, [router]);
}
