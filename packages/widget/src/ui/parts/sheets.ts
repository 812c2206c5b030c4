import { cardStyles } from "./styles/card.ts";
import { messageStyles } from "./styles/message.ts";
import { tokenStyles } from "./styles/tokens.ts";

/**
 * Dresses a shadow root, as often as asked. Constructed sheets are no inline styles: a page that
 * allows none takes them.
 */
export function dress(root: ShadowRoot, accent: string | null, extra = ""): void {
  addSheet(root).replaceSync(tokenStyles(accent) + messageStyles + cardStyles + extra);
}

/** A new sheet of a shadow root, empty. */
export function addSheet(root: ShadowRoot): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  root.adoptedStyleSheets.push(sheet);
  return sheet;
}
