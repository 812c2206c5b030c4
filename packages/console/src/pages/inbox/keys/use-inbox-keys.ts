import { useEffect, useRef } from "react";
import { isTyping } from "../../../parts/list/is-typing.ts";
import { isPlainKey } from "../../../parts/list/use-letters.ts";

/** The keys of the inbox. */
export type InboxKey = "j" | "k" | "r" | "n" | "t" | "g" | "e" | "?";

/** Handles the given keys wherever the focus is, except while the agent types or a dialog is open. */
export function useInboxKeys(keys: { [Key in InboxKey]?: () => unknown }): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const act = latest.current[event.key as InboxKey];
      const isAsked = document.querySelector("[role=dialog][aria-modal=true]") !== null;
      if (!act || isAsked || !isPlainKey(event) || isTyping(event.target)) return;
      event.preventDefault();
      act();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}
