import { type RefObject, useEffect } from "react";

/** By these the reader goes elsewhere, and is not called back. */
const moves = ["wheel", "touchmove", "pointerdown", "keydown"] as const;

/**
 * Brings what somebody came for into the middle of the window, and holds it there while what stands above it
 * is still being drawn, until the reader moves.
 */
export function useHeldInSight(place: RefObject<HTMLElement | null>, isMeant: boolean) {
  useEffect(() => {
    const own = place.current;
    if (!isMeant || !own?.parentElement) return;
    const show = () => own.scrollIntoView({ block: "center" });
    const observer = new ResizeObserver(show);
    const letGo = () => {
      observer.disconnect();
      for (const move of moves) removeEventListener(move, letGo);
    };
    for (const move of moves) addEventListener(move, letGo, { passive: true });
    observer.observe(own.parentElement);
    show();
    own.focus({ preventScroll: true });
    return letGo;
  }, [place, isMeant]);
}
