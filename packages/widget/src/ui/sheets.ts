import { accentFor } from "./accent.ts";
import { cardStyles } from "./styles/card.ts";
import { messageStyles } from "./styles/message.ts";
import { tokenStyles } from "./styles/tokens.ts";

/**
 * Dresses a shadow root, as often as asked. Constructed sheets are no inline styles: a page that
 * allows none takes them. The page may overrule the accent with `--meetbot-accent`.
 */
export function dress(root: ShadowRoot, accent: string | null, extra = ""): void {
  const chosen = getComputedStyle(root.host).getPropertyValue("--meetbot-accent");
  const colors = (scheme: "light" | "dark") => {
    const { fill, onFill, ink } = accentFor(chosen || accent, scheme);
    return `--fill:rgb(${fill});--on-fill:rgb(${onFill});--ink:rgb(${ink})`;
  };
  addSheet(root).replaceSync(
    tokenStyles(colors("light"), colors("dark")) + messageStyles + cardStyles + extra,
  );
}

/** A new sheet of a shadow root, empty. */
export function addSheet(root: ShadowRoot): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  root.adoptedStyleSheets.push(sheet);
  return sheet;
}
