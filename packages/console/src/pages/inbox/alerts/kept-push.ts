import { useSyncExternalStore } from "react";

const storageKey = "meetbot-web-push";
const listeners = new Set<() => void>();

/** Which operator wants to be told in this browser while the console is closed; null: nobody. */
function wantedBy(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}

/** Keeps who wants it. A browser without storage forgets it, and its device ends with the session. */
export function storePushChoice(operatorId: string | null): void {
  try {
    if (operatorId === null) localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, operatorId);
  } catch {}
  for (const tell of listeners) tell();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether whoever is signed in is told here while the console is closed. */
export function useWantsPush(operatorId: string | undefined): boolean {
  return useSyncExternalStore(subscribe, wantedBy) === (operatorId ?? "");
}
