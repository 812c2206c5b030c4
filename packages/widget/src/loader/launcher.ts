import type { Locale } from "../chat/chat.ts";

/** Its name for those who do not see it, with the bot's. */
const labels: Record<Locale, (bot: string) => string> = {
  en: (bot) => `Chat with ${bot}`,
  zh: (bot) => `与 ${bot} 对话`,
};

/**
 * Important on the host, so that no rule of the page reaches in: of two important ones the inner one
 * wins. The page may overrule the color with `--meetbot-accent`.
 */
const styles = (accent: string) => `
:host{all:initial!important}
@media print{:host{display:none!important}}
.launcher{all:initial;position:fixed;z-index:var(--meetbot-z-index,2147483000);inset-block-end:20px;inset-inline-end:20px;display:grid;place-items:center;box-sizing:border-box;width:56px;height:56px;border:1px solid transparent;border-radius:50%;background:var(--meetbot-accent,${accent});color:#fff;box-shadow:0 4px 16px #0004;cursor:pointer}
.bright{color:#000}
.launcher:focus-visible{outline:3px solid Highlight;outline-offset:3px}
.launcher svg{width:28px;fill:currentColor}`;

/** A speech bubble. */
const bubble = "M4 3h16a2 2 0 0 1 2 2v11a2 2 0 0 1-2 2h-8l-5 4v-4H4a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2Z";

/** Where white no longer stands out with 4.5:1, as relative luminance. */
const brightFrom = 0.183;

/** Draws the button that opens the window, alone in a shadow root of the page. */
export function drawLauncher(
  root: ShadowRoot,
  { name, accent, locale }: { name: string; accent: string | null; locale: Locale },
): HTMLButtonElement {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles(accent ?? "#2f5bea"));
  root.adoptedStyleSheets.push(sheet);

  const launcher = document.createElement("button");
  launcher.type = "button";
  launcher.className = "launcher";
  launcher.ariaLabel = labels[locale](name);
  launcher.ariaHasPopup = "dialog";
  launcher.ariaExpanded = "false";
  const [icon, path] = ["svg", "path"].map((tag) =>
    document.createElementNS("http://www.w3.org/2000/svg", tag),
  ) as [SVGElement, SVGElement];
  icon.setAttribute("viewBox", "0 0 24 24");
  path.setAttribute("d", bubble);
  icon.append(path);
  launcher.append(icon);
  root.append(launcher);
  if (isBright(launcher)) launcher.classList.add("bright");
  return launcher;
}

/** Whether black stands out from its background better than white. */
function isBright(launcher: HTMLElement): boolean {
  const parts = getComputedStyle(launcher).backgroundColor.match(/[\d.]+/g) ?? [];
  const [red = 0, green = 0, blue = 0] = parts.map((part) => (Number(part) / 255) ** 2.2);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > brightFrom;
}
