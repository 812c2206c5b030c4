import type { CustomerLocale } from "@meetbot/presentation";
import type { Look, LookMessage } from "../../../../parts/messenger-look/look.ts";
import { MessengerLook } from "../../../../parts/messenger-look/messenger-look.tsx";
import type { SaidAnswer } from "./to-said.ts";

/** An answer as Messenger shows it. */
export function MessengerPreview(props: { said: SaidAnswer; locale: CustomerLocale }) {
  const { said, locale } = props;
  return (
    <MessengerLook said={[{ key: "said", from: "bot", look: toLook(said) }]} locale={locale} />
  );
}

function toLook({ mark, text, links, choices }: SaidAnswer): Look {
  const whole = `${mark}\n${text}`;
  const message: LookMessage = {
    quick_replies: choices.map((title) => ({ content_type: "text", title, payload: title })),
    ...(links.length === 0
      ? { text: whole }
      : {
          attachment: {
            type: "template",
            payload: {
              template_type: "button",
              text: whole,
              buttons: links.map((link) => ({ type: "web_url", ...link })),
            },
          },
        }),
  };
  return { messages: [message], notes: [] };
}
