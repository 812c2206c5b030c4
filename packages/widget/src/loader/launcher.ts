import { accentStyles } from "../ui/parts/styles/accent.ts";

/** A speech bubble, of 24 × 24. */
const bubble = "M4 3h16a2 2 0 0 1 2 2v11a2 2 0 0 1-2 2h-8l-5 4v-4H4a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2Z";

/**
 * Important on the host, so that no rule of the page reaches in: of two important ones the inner one
 * wins. The page may overrule the color with `--meetbot-accent`. The bubble is cut out of a border,
 * which forced colors leave in sight.
 */
const styles = (accent: string | null) => `
:host{all:initial!important}
@media print{:host{display:none!important}}
.launcher{all:initial;${accentStyles(accent)};position:fixed;z-index:var(--meetbot-z-index,2147483000);inset-block-end:20px;inset-inline-end:20px;display:grid;place-items:center;box-sizing:border-box;width:56px;height:56px;border:var(--rim);border-radius:50%;background:var(--fill);color:var(--on-fill);box-shadow:0 4px 16px #0004;cursor:pointer}
.launcher[aria-busy=true]::before{animation:1s alternate infinite wait}
@keyframes wait{to{opacity:.3}}
.launcher:focus-visible{outline:3px solid Highlight;outline-offset:3px}
.launcher::before{content:"";border:12px solid;clip-path:path("${bubble}");scale:1.17}`;

/** Draws the button that opens the window, alone in a shadow root of the page; `label` is for who cannot see it. */
export function drawLauncher(
  root: ShadowRoot,
  { label, accent = null }: { label: string; accent?: string | null },
): HTMLButtonElement {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles(accent));
  root.adoptedStyleSheets.push(sheet);

  const launcher = document.createElement("button");
  launcher.type = "button";
  launcher.className = "launcher";
  launcher.ariaLabel = label;
  launcher.ariaHasPopup = "dialog";
  launcher.ariaExpanded = "false";
  root.append(launcher);
  return launcher;
}
