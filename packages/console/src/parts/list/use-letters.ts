import { useEffect, useRef } from "react";
import { isTyping } from "./is-typing.ts";

/** Handles letter keys wherever the focus is, except while the user types in a field. */
export function useLetters(hear: (key: string, event: KeyboardEvent) => void): void {
  const latest = useRef(hear);
  latest.current = hear;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isLetter = /^[a-z]$/.test(event.key) && isPlainKey(event);
      if (isLetter && !event.defaultPrevented && !isTyping(event.target)) {
        latest.current(event.key, event);
      }
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}

/** Whether a key is pressed without modifiers; the browser handles combinations. */
export function isPlainKey(event: {
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}): boolean {
  return !event.ctrlKey && !event.metaKey && !event.altKey;
}
