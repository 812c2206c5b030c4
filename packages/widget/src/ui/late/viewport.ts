/**
 * Keeps the full-screen window above the keyboard: browsers that draw the keyboard over the page report the remaining
 * area in `visualViewport`.
 */
export function followViewport(sheet: CSSStyleSheet): void {
  const viewport = window.visualViewport;
  if (!viewport) return;
  const follow = () => {
    const { scale, offsetTop, height } = viewport;
    // While the customer has pinch-zoomed, the visible part does not measure the available space.
    const isZoomed = Math.abs(scale - 1) > 0.01;
    const room = `--top:${Math.round(offsetTop)}px;--height:${Math.round(height)}px`;
    sheet.replaceSync(isZoomed ? "" : `.window{${room}}`);
  };
  follow();
  viewport.addEventListener("resize", follow);
  viewport.addEventListener("scroll", follow);
}
