/**
 * Keeps the full-screen window above the keyboard: browsers that draw the keyboard over the page report the remaining
 * area in `visualViewport`.
 */
export function followViewport(sheet: CSSStyleSheet): void {
  const viewport = window.visualViewport;
  if (!viewport) return;
  const follow = () => {
    const { scale, offsetTop, height } = viewport;
    // Zoomed in by fingers, the visible part is a lens and no measure of the room there is.
    const isZoomed = Math.abs(scale - 1) > 0.01;
    const room = `--top:${Math.round(offsetTop)}px;--height:${Math.round(height)}px`;
    sheet.replaceSync(isZoomed ? "" : `.window{${room}}`);
  };
  follow();
  viewport.addEventListener("resize", follow);
  viewport.addEventListener("scroll", follow);
}
