import { type RefObject, useEffect } from "react";

/** Events by which the reader moves elsewhere; the page then stops scrolling back. */
const moves = ["wheel", "touchmove", "pointerdown", "keydown"] as const;

/**
 * Scrolls the element that the reader came for to the middle of the window, and holds it there while the content above
 * it is still rendering, until the reader moves.
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
