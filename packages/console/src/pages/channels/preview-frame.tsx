import { useEffect, useRef, useState } from "react";

/** The element that the chat's tag makes; a page may set its color. */
const chatElement = "meetbot-chat";

/** Shows this server's own chat page in a frame. An unsaved color is set the way a shop's page would set it. */
export function PreviewFrame(props: {
  botId: string;
  accent: string | null;
  size: "window" | "phone";
  title: string;
}) {
  const { botId, accent, size, title } = props;
  const frame = useRef<HTMLIFrameElement>(null);
  const [isLoaded, setIsLoaded] = useState(false);
  useEffect(() => {
    const page = frame.current?.contentDocument;
    if (!isLoaded || !page) return;
    const paint = () => {
      const chat = page.querySelector<HTMLElement>(chatElement);
      if (accent) chat?.style.setProperty("--meetbot-accent", accent);
      else chat?.style.removeProperty("--meetbot-accent");
      return chat !== null;
    };
    if (paint()) return;
    const watching = new MutationObserver(() => paint() && watching.disconnect());
    watching.observe(page.documentElement, { childList: true, subtree: true });
    return () => watching.disconnect();
  }, [accent, isLoaded]);
  return (
    <iframe
      ref={frame}
      className="preview-frame"
      data-size={size}
      title={title}
      src={`/chat/${encodeURIComponent(botId)}`}
      onLoad={() => setIsLoaded(true)}
    />
  );
}
