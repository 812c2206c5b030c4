import { useSyncExternalStore } from "react";

const storageKey = "meetbot-web-push";
const listeners = new Set<() => void>();

/** Returns the operator who wants web pushes in this browser while the console is closed; null when nobody does. */
function wantedBy(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}

/**
 * Stores which operator enabled web push. A browser without storage forgets it, and its device ends with the session.
 */
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

/** Checks whether the signed-in operator gets web pushes here while the console is closed. */
export function useWantsPush(operatorId: string | undefined): boolean {
  return useSyncExternalStore(subscribe, wantedBy) === (operatorId ?? "");
}
