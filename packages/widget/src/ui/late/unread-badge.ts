import { addSheet } from "./tools.ts";

/** Shows the count on the launcher, as in the page's title; forced colors keep the badge's border visible. */
const styles =
  ".launcher[data-unread]::after{content:attr(data-unread);position:absolute;inset-block-start:-5px;inset-inline-end:-5px;min-width:20px;box-sizing:border-box;padding-inline:4px;border:1px solid #fff;border-radius:10px;background:#c5221f;color:#fff;font:600 12px/18px system-ui,sans-serif;text-align:center}";

/** Returns a function that shows the number of unseen messages on the launcher and in the page's title. */
export function createBadge(root: ShadowRoot, launcher: HTMLElement): (count: number) => void {
  addSheet(root).replaceSync(styles);
  let mark = "";
  return (count) => {
    const before = mark;
    // A removed chat must not change the page's title.
    const isCounted = count > 0 && launcher.isConnected;
    mark = isCounted ? `(${count}) ` : "";
    if (isCounted) launcher.dataset.unread = `${count}`;
    else delete launcher.dataset.unread;
    const { title } = document;
    // A page that changed its title meanwhile has none of ours.
    const own = before && title.startsWith(before) ? title.slice(before.length) : title;
    if (mark + own !== title) document.title = mark + own;
  };
}
