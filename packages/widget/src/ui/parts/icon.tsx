import { h } from "preact";

/** Strokes on a field of 24 × 24. */
export const icons = {
  close: "M6 6l12 12M18 6 6 18",
  up: "M12 19V5m-6.5 6.5L12 5l6.5 6.5",
  out: "M8 16 17 7m-7.5 0H17v7.5",
  lock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
  box: "M4 8l8-4 8 4v8l-8 4-8-4zl8 4 8-4m-8 4v8",
  alert: "M12 8v5m0 3.5v.1M12 3.5l9 16.5H3z",
  chevron: "m6 9.5 6 6 6-6",
};

/** Renders a small picture next to words; never the only label of a control. */
export function Icon({ path }: { path: string }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
