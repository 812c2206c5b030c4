import type { GraphMessage } from "../../scene/scene.ts";
import { useWords } from "../../words/speaking.ts";
import { Carousel } from "./carousel.tsx";
import { LinkButtons } from "./link-buttons.tsx";
import { Receipt } from "./receipt.tsx";

/** What the page says, as Messenger draws it. */
export function PageMessage({ message }: { message: GraphMessage }) {
  const words = useWords();
  if ("text" in message) {
    return (
      <p class="bubble" dir="auto">
        {message.text}
      </p>
    );
  }
  const { payload } = message.attachment;
  switch (payload.template_type) {
    case "generic":
      return <Carousel cards={payload.elements} />;
    case "receipt":
      return <Receipt receipt={payload} />;
    case "button":
      return (
        <div class="card with-buttons">
          <p class="words" dir="auto">
            {payload.text}
          </p>
          <LinkButtons buttons={payload.buttons} />
        </div>
      );
    default:
      return <p class="bubble">{words.unknownMessage}</p>;
  }
}
