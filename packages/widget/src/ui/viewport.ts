/**
 * Keeps the full-screen window above the keyboard: browsers that draw it over the page tell what is
 * left in `visualViewport`. Returns how to stop.
 */
export function followViewport(sheet: CSSStyleSheet): () => void {
  const viewport = window.visualViewport;
  if (!viewport) return () => {};
  const follow = () => {
    // Zoomed in by fingers, the visible part is a lens and no measure of the room there is.
    const isZoomed = Math.abs(viewport.scale - 1) > 0.01;
    sheet.replaceSync(
      isZoomed
        ? ""
        : `.window{--top:${Math.round(viewport.offsetTop)}px;--height:${Math.round(viewport.height)}px}`,
    );
  };
  follow();
  viewport.addEventListener("resize", follow);
  viewport.addEventListener("scroll", follow);
  return () => {
    viewport.removeEventListener("resize", follow);
    viewport.removeEventListener("scroll", follow);
    sheet.replaceSync("");
  };
}
