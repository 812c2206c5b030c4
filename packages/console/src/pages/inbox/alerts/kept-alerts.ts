import { useSyncExternalStore } from "react";
import { type Sound, sounds } from "./play-sound.ts";

/** Which alerts an operator gets, and how; stored in this browser. */
export interface AlertWishes {
  scope: "mine" | "all";
  sound: Sound | "off";
  desktop: boolean;
}

const storageKey = "meetbot-inbox-alerts";
const usual: AlertWishes = { scope: "all", sound: "chime", desktop: false };

let wishes: AlertWishes | null = null;
const listeners = new Set<() => void>();

/** Reads the stored settings; unreadable values get their defaults. */
function read(): AlertWishes {
  try {
    const kept = JSON.parse(localStorage.getItem(storageKey) ?? "{}") as Record<string, unknown>;
    const sound = (["off", ...sounds] as const).find((one) => one === kept.sound);
    return {
      scope: kept.scope === "mine" ? "mine" : usual.scope,
      sound: sound ?? usual.sound,
      desktop: kept.desktop === true,
    };
  } catch {
    return usual;
  }
}

const now = (): AlertWishes => {
  wishes ??= read();
  return wishes;
};

function change(changes: Partial<AlertWishes>): void {
  wishes = { ...now(), ...changes };
  try {
    localStorage.setItem(storageKey, JSON.stringify(wishes));
  } catch {
    // Without browser storage, the setting is lost when the tab closes.
  }
  for (const tell of listeners) tell();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Returns this browser's alert settings, and a function that changes them. */
export function useAlertWishes() {
  return [useSyncExternalStore(subscribe, now), change] as const;
}
