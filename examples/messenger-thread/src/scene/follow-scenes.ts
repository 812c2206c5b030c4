import type { Scene } from "./scene.ts";

/** A demo that starts again turns streams away at first, and browsers take that for its last word. */
const againAfterMs = 1000;

/** Follows the thread until stopped, even across a demo that ends and restarts. */
export function followScenes(
  onScene: (scene: Scene) => void,
  onLine: (isThere: boolean) => void,
): () => void {
  let source: EventSource;
  let again: ReturnType<typeof setTimeout> | undefined;
  function open(): void {
    source = new EventSource("messenger/scenes");
    source.onopen = () => onLine(true);
    source.onmessage = ({ data }: MessageEvent<string>) => onScene(JSON.parse(data) as Scene);
    source.onerror = () => {
      onLine(false);
      if (source.readyState === EventSource.CLOSED) again = setTimeout(open, againAfterMs);
    };
  }
  open();
  return () => {
    clearTimeout(again);
    source.close();
  };
}
