import type { Act, QuickReply, Scene } from "../scene/scene.ts";
import { useWords } from "../words/speaking.ts";
import { Icon } from "./parts/icon.tsx";

/** The choices above the keyboard: only the last message has them, so that the next takes them away. */
export function QuickReplies({ scene, onAct }: { scene: Scene; onAct(act: Act): void }) {
  const words = useWords();
  const last = scene.entries.at(-1);
  const offered = last?.from === "page" ? (last.message.quick_replies ?? []) : [];
  // Meta shows no button for what it does not know of a customer, and this one has told it no phone.
  const replies = offered.filter((reply) => reply.content_type !== "user_phone_number");
  if (replies.length === 0) return null;
  return (
    <ul class="quick-replies" aria-label={words.quickReplies}>
      {replies.map((reply) => (
        <li key={keyOf(reply)}>
          {reply.content_type === "user_email" ? (
            <button
              type="button"
              aria-label={words.useEmail(scene.email)}
              onClick={() => onAct({ act: "give_email" })}
            >
              <Icon name="mail" />
              {scene.email}
            </button>
          ) : (
            <button
              type="button"
              onClick={() => onAct({ act: "choose", title: reply.title, payload: reply.payload })}
            >
              {reply.title}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

const keyOf = (reply: Exclude<QuickReply, { content_type: "user_phone_number" }>) =>
  reply.content_type === "text" ? reply.payload : reply.content_type;
