import { useEffect, useRef } from "react";
import { bootChat, type ChatOptions, identify, onChat, shutdownChat } from "./chat.ts";

export * from "./chat.ts";

/** The chat's options and event callbacks. */
export interface MeetbotChatProps extends ChatOptions {
  onOpen?: () => void;
  onClose?: () => void;
  /** Called with the number of unread messages. */
  onUnread?: (count: number) => void;
  /** Called when the server refused the identity, most often because it is too old: pass a fresh one. */
  onIdentityRefused?: () => void;
}

/** Shows the chat on the page while this component is rendered. The component itself renders nothing. */
export function MeetbotChat(props: MeetbotChatProps): null {
  const { server, bot, locale, scheme, open, identity = null } = props;
  const latest = useRef(props);
  const booted = useRef<string | null>(null);
  latest.current = props;

  // The loader takes `open` for the start alone: a change of it is none of the chat's.
  // biome-ignore lint/correctness/useExhaustiveDependencies: who is signed in is told below.
  useEffect(() => {
    booted.current = identity;
    bootChat({ server, bot, locale, scheme, open, identity });
    return shutdownChat;
  }, [server, bot, locale, scheme]);

  useEffect(() => {
    if (booted.current === identity) return;
    booted.current = identity;
    identify(identity);
  }, [identity]);

  useEffect(() => {
    const stops = [
      onChat("open", () => latest.current.onOpen?.()),
      onChat("close", () => latest.current.onClose?.()),
      onChat("unread", (count) => latest.current.onUnread?.(count)),
      onChat("identity", () => latest.current.onIdentityRefused?.()),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);

  return null;
}
