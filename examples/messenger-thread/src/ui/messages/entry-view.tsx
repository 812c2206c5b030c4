import type { ComponentChildren } from "preact";
import type { CustomerContent } from "../../scene/scene.ts";
import { formatTime } from "../../words/format.ts";
import { useWords } from "../../words/speaking.ts";
import { Avatar } from "../parts/avatar.tsx";
import type { Placed } from "../parts/group.ts";
import { Icon, Thumb } from "../parts/icon.tsx";
import { PageMessage } from "./page-message.tsx";

interface Props {
  placed: Placed;
  /** The page's name. */
  page: string;
  /** Whether the entry shows its delivery mark: of the customer's messages, only the last one does. */
  tellsMark: boolean;
}

/** One thing that was said, on the side of who said it. */
export function EntryView({ placed: { entry, isFirst, isLast }, page, tellsMark }: Props) {
  const words = useWords();
  const place = `${isFirst ? "first" : ""} ${isLast ? "last" : ""}`;
  const time = formatTime(entry.atMs, words.language);
  if (entry.from === "meta") return <p class="moment">{words.handedBack}</p>;
  if (entry.from === "customer") {
    return (
      <div class={`row customer ${place}`} title={time}>
        <Said who={words.you}>
          <CustomerBubble content={entry.content} />
        </Said>
        {tellsMark && (
          <p class={`mark ${entry.mark}`}>
            {words.marks[entry.mark]}
            {entry.mark !== "sending" && <Icon name="check" />}
          </p>
        )}
      </div>
    );
  }
  return (
    <div class={`row page ${place}`} title={time}>
      {entry.from === "person" && isFirst && <p class="author">{words.person}</p>}
      {isLast && <Avatar name={entry.from === "person" ? "☺" : page} size="small" />}
      <Said who={entry.from === "person" ? words.person : page}>
        {entry.from === "person" ? (
          <p class="bubble" dir="auto">
            {entry.text}
          </p>
        ) : (
          <PageMessage message={entry.message} />
        )}
      </Said>
    </div>
  );
}

/** Who cannot see the side hears who says it. */
function Said({ who, children }: { who: string; children: ComponentChildren }) {
  return (
    <>
      <span class="unseen">{who}: </span>
      {children}
    </>
  );
}

function CustomerBubble({ content }: { content: CustomerContent }) {
  const words = useWords();
  switch (content.kind) {
    case "text":
      return (
        <p class="bubble" dir="auto">
          {content.text}
        </p>
      );
    case "like":
      return (
        <p class="sticker">
          <span class="unseen">{words.like}</span>
          <Thumb />
        </p>
      );
    case "image":
      return <img class="photo" src={content.url} alt={content.name} />;
    case "file":
      return (
        <a class="bubble file" href={content.url} download={content.name}>
          <Icon name="file" />
          {content.name}
        </a>
      );
  }
}
