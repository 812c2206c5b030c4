import type { Scene } from "./scene.ts";

/** Follows the thread until it is told to stop. The browser connects again by itself. */
export function followScenes(
  onScene: (scene: Scene) => void,
  onLine: (isThere: boolean) => void,
): () => void {
  const source = new EventSource("messenger/scenes");
  source.onopen = () => onLine(true);
  source.onerror = () => onLine(false);
  source.onmessage = ({ data }: MessageEvent<string>) => onScene(JSON.parse(data) as Scene);
  return () => source.close();
}
