import { cardStyles } from "./styles/card.ts";
import { messageStyles } from "./styles/message.ts";
import { tokenStyles } from "./styles/tokens.ts";

/**
 * Dresses a shadow root, as often as asked. Constructed sheets are no inline styles: a page that
 * allows none takes them. An accent that is no `#rrggbb` is the default.
 */
export function dress(root: ShadowRoot, accent: string | null, extra = ""): void {
  const color = accent && /^#[\da-f]{6}$/i.test(accent) ? accent : defaultAccent;
  addSheet(root).replaceSync(tokenStyles(color) + messageStyles + cardStyles + extra);
}

/** Readable in both schemes, and nobody's brand. */
const defaultAccent = "#2f5bea";

/** A new sheet of a shadow root, empty. */
export function addSheet(root: ShadowRoot): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  root.adoptedStyleSheets.push(sheet);
  return sheet;
}
