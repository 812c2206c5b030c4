import { IconOf } from "../../parts/page/icons.tsx";
import { customerTag, useLanguageName } from "../../words/customer-languages.ts";
import { nearestLocale } from "../../words/locale.ts";
import { useWords } from "../../words/speaking.tsx";
import type { Profile } from "./messenger-data.ts";
import { messengerWords } from "./messenger-words.ts";

type Look = Profile["languages"][number];

/** About as Messenger on a phone shows it: the first visit, and the menu opened. */
export function ProfilePhones({ bot, look }: { bot: string; look: Look }) {
  const words = useWords(messengerWords);
  const nameOf = useLanguageName();
  const says = messengerWords[nearestLocale(look.locale)];
  const named = (what: string) => words.phoneOf(what, nameOf(look.locale));
  return (
    <div className="phones" lang={customerTag(look.locale)}>
      <Phone bot={bot} name={named(words.firstLook)}>
        <p className="phone-greeting">{look.greeting}</p>
        <div className="phone-space" />
        <ul className="phone-questions">
          {look.questions.map((question) => (
            <li key={question}>{question}</li>
          ))}
        </ul>
        <div className="phone-start">{says.getStarted}</div>
      </Phone>
      <Phone bot={bot} name={named(words.menuLook)}>
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

function Phone(props: { bot: string; name: string; children: React.ReactNode }) {
  return (
    <figure className="phone" aria-label={props.name}>
      <div className="phone-head">
        <span className="phone-face">
          <IconOf icon="bot" size={20} />
        </span>
        <span className="phone-name">{props.bot}</span>
      </div>
      {props.children}
    </figure>
  );
}
