import { useMutation } from "@tanstack/react-query";
import { useMe } from "../../../access/me.ts";
import { api } from "../../../api/api.ts";
import { routeQuery, useChange } from "../../../api/use-route.ts";
import { useSpeaking } from "../../../words/speaking.tsx";
import { useAlertWishes } from "./kept-alerts.ts";
import { storePushChoice } from "./kept-push.ts";
import { subscribeBrowser, unsubscribeBrowser } from "./subscribe-browser.ts";

/** The browsers in which the signed-in operator gets web pushes while the console is closed. */
export const pushDevicesQuery = routeQuery("GET /me/push-devices", {});

/** Registers this browser and its alert settings with the server. */
export function useSubscribing() {
  const { locale } = useSpeaking();
  const [{ scope }] = useAlertWishes();
  return useChange(async (publicKey: string) => {
    const subscription = await subscribeBrowser(publicKey);
    return api("PUT /me/push-devices", { body: { ...subscription, scope, locale } });
  }, pushDevicesQuery.queryKey);
}

/** Asks for permission and subscribes; "denied" and "default" mean that the browser did not grant it. */
export function useSwitchOn() {
  const me = useMe();
  const subscribing = useSubscribing();
  return useMutation({
    mutationFn: async (publicKey: string) => {
      const permission = await Notification.requestPermission();
      if (permission !== "granted") return permission;
      await subscribing.mutateAsync(publicKey);
      storePushChoice(me.data?.operator?.id ?? null);
      return permission;
    },
  });
}

/** Removes a device; if it is this browser, also drops its subscription. */
export function useRemoveDevice() {
  return useChange(async ({ device_id, is_this }: { device_id: string; is_this: boolean }) => {
    if (is_this) storePushChoice(null);
    await api("DELETE /me/push-devices/{device_id}", { path: { device_id } });
    if (is_this) await unsubscribeBrowser();
  }, pushDevicesQuery.queryKey);
}
