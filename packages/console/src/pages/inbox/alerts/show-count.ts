const dot =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='4' fill='%232f5bea'/%3E%3Ccircle cx='11' cy='5' r='4.500' fill='%23ff5c5c' stroke='white'/%3E%3C/svg%3E";
const plainIcon = "data:,";

const prefix = /^\(\d{1,6}\) /;

/**
 * Shows a count before the tab's title, whatever sets that, and a dot on its icon. Returns a function that removes
 * both.
 */
export function showCount(count: number): () => void {
  const icon = document.querySelector<HTMLLinkElement>("link[rel=icon]");
  const title = document.querySelector("title");
  const mark = (shown: number) => {
    const own = document.title.replace(prefix, "");
    const marked = shown > 0 ? `(${shown}) ${own}` : own;
    if (document.title !== marked) document.title = marked;
    if (icon) icon.href = shown > 0 ? dot : plainIcon;
  };
  mark(count);
  const observer = new MutationObserver(() => mark(count));
  if (title) observer.observe(title, { childList: true });
  return () => {
    observer.disconnect();
    mark(0);
  };
}
