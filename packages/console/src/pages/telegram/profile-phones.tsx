import { Phone } from "../../parts/channel/phone.tsx";
import { useLanguageName } from "../../words/customer-languages.ts";
import { locales } from "../../words/locale.ts";
import { useWords } from "../../words/speaking.tsx";
import type { TelegramLook } from "./telegram-data.ts";

/** Shows roughly what Telegram shows on a phone: the empty chat, and the open menu. */
export function ProfilePhones({ bot, look }: { bot: string; look: TelegramLook }) {
  const words = useWords("telegram.main");
  const nameOf = useLanguageName();
  // Telegram's own texts are in the language of the app.
  const { start, menu, message, whatItCanDo } = useWords(
    "telegram.main",
    locales.find((locale) => locale === look.locale) ?? "en",
  );
  const named = (what: string) => words.phoneOf({ what, language: nameOf(look.locale) });
  return (
    <div className="phones" lang={look.locale}>
      <Phone platform="telegram" bot={bot} name={named(words.emptyChat)}>
        <div className="phone-space" />
        <div className="phone-card">
          <strong>{whatItCanDo}</strong>
          <p>{look.description}</p>
        </div>
        <div className="phone-space" />
        <div className="phone-start">{start}</div>
      </Phone>
      <Phone platform="telegram" bot={bot} name={named(words.menuLook)}>
        <div className="phone-space" />
        {look.commands.length > 0 && (
          <ul className="phone-commands">
            {look.commands.map(({ command, description }) => (
              <li key={command}>
                <span translate="no">/{command}</span> {description}
              </li>
            ))}
          </ul>
        )}
        <div className="phone-composer">
          {look.commands.length > 0 && <span className="phone-menu-button">{menu}</span>}
          <span className="phone-field">{message}</span>
        </div>
      </Phone>
    </div>
  );
}
