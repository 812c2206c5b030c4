import type { CustomerLocale } from "@meetbot/presentation";
import { customerTag } from "../../../../words/customer-languages.ts";
import type { SaidAnswer } from "./to-said.ts";

/** Renders an answer roughly as Telegram shows it: buttons below the message, one per line. */
export function TelegramLook({ said, locale }: { said: SaidAnswer; locale: CustomerLocale }) {
  const { mark, text, links, choices } = said;
  return (
    <div className="telegram-look" lang={customerTag(locale)}>
      <div className="telegram-look-bubble">
        <strong>{mark}</strong>
        {`\n${text}`}
      </div>
      <ul className="telegram-look-buttons">
        {links.map(({ title, url }, nth) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two may be alike in all else
          <li key={nth}>
            <a href={url} target="_blank" rel="noreferrer">
              {title}
              <span aria-hidden="true"> ↗</span>
            </a>
          </li>
        ))}
        {choices.map((choice) => (
          <li key={choice}>{choice}</li>
        ))}
      </ul>
    </div>
  );
}
