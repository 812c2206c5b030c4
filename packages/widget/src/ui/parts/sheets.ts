import { cardStyles } from "./styles/card.ts";
import { messageStyles } from "./styles/message.ts";
import { tokenStyles } from "./styles/tokens.ts";

/**
 * Applies the styles to a shadow root; can be called repeatedly. Constructed sheets do not count as inline styles, so
 * they work on pages that allow none.
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
