import { Phone } from "../../parts/channel/phone.tsx";
import { customerTag, useLanguageName } from "../../words/customer-languages.ts";
import { nearestLocale } from "../../words/locale.ts";
import { useWords } from "../../words/speaking.tsx";
import type { MessengerProfile } from "./messenger-data.ts";

type Look = MessengerProfile["languages"][number];

/** About as Messenger on a phone shows it: the first visit, and the menu opened. */
export function ProfilePhones({ bot, look }: { bot: string; look: Look }) {
  const words = useWords("messenger.main");
  const nameOf = useLanguageName();
  const says = useWords("messenger.main", nearestLocale(look.locale));
  const named = (what: string) => words.phoneOf({ what, language: nameOf(look.locale) });
  return (
    <div className="phones" lang={customerTag(look.locale)}>
      <Phone platform="messenger" bot={bot} name={named(words.firstLook)}>
        <p className="phone-greeting">{look.greeting}</p>
        <div className="phone-space" />
        <ul className="phone-questions">
          {look.questions.map((question) => (
            <li key={question}>{question}</li>
          ))}
        </ul>
        <div className="phone-start">{says.getStarted}</div>
      </Phone>
      <Phone platform="messenger" bot={bot} name={named(words.menuLook)}>
        <div className="phone-space" />
        <div className="phone-composer">
          <span className="phone-burger" aria-hidden="true">
            ≡
          </span>
          <span className="phone-field">{says.messagePlaceholder}</span>
        </div>
        <ul className="phone-menu">
          {look.menu.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      </Phone>
    </div>
  );
}
