import "./messenger-look.css";
import { List, Text } from "@mantine/core";
import type { CustomerLocale } from "@meetbot/presentation";
import { customerTag } from "../../words/customer-languages.ts";
import { useWords } from "../../words/speaking.tsx";
import { CardsView } from "./cards-view.tsx";
import { choicesBelow, type LookMessage, type LookText, type QuickReply } from "./look.ts";
import { ReceiptView } from "./receipt-view.tsx";

/** Shows messages roughly as Messenger does; below them, the differences from the web chat. */
export function MessengerLook({
  said,
  locale,
}: {
  said: readonly LookText[];
  locale: CustomerLocale;
}) {
  const words = useWords("fields.look");
  const notes = [...new Set(said.flatMap((one) => (one.from === "bot" ? one.look.notes : [])))];
  return (
    // biome-ignore lint/a11y/useSemanticElements: no field is in it
    <div role="group" className="in-messenger" aria-label={words.said}>
      <div className="in-messenger-said" lang={customerTag(locale)}>
        {said.filter(isSeen).map((one) =>
          one.from === "customer" ? (
            <p key={one.key} className="in-messenger-bubble in-messenger-own">
              <bdi>{one.text}</bdi>
            </p>
          ) : (
            <div key={one.key} className="in-messenger-reply">
              {one.look.messages.map((message, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the messages of one reply stay as they are
                <MessageView key={place} message={message} locale={locale} />
              ))}
              {one.sending && one.sending !== "sent" && (
                <Text size="xs" className="in-messenger-sending" data-sending={one.sending}>
                  {words.sending[one.sending]}
                </Text>
              )}
            </div>
          ),
        )}
        <QuickReplies choices={choicesBelow(said)} />
      </div>
      {notes.length > 0 && (
        <div className="in-messenger-notes">
          <Text size="xs" fw={600}>
            {words.changed}
          </Text>
          <List size="xs">
            {notes.map((note) => (
              <List.Item key={note}>{words.notes[note]}</List.Item>
            ))}
          </List>
        </div>
      )}
    </div>
  );
}

/** Whether the entry is visible by itself. A text that is sent with the next reply appears there. */
function isSeen(one: LookText): boolean {
  return one.from === "customer" || one.look.messages.length > 0;
}

function MessageView({ message, locale }: { message: LookMessage; locale: CustomerLocale }) {
  const { text, attachment } = message;
  if (!attachment) return <p className="in-messenger-bubble">{text}</p>;
  const { payload } = attachment;
  switch (payload.template_type) {
    case "generic":
      return <CardsView cards={payload.elements} />;
    case "receipt":
      return <ReceiptView receipt={payload} locale={locale} />;
    case "button":
      return (
        <div className="in-messenger-card">
          <p className="in-messenger-card-text">{payload.text}</p>
          {payload.buttons.map(({ url, title }) => (
            <a key={url} href={url} target="_blank" rel="noreferrer">
              {title}
            </a>
          ))}
        </div>
      );
  }
}

function QuickReplies({ choices }: { choices: QuickReply[] }) {
  const words = useWords("fields.look");
  if (choices.length === 0) return null;
  return (
    <ul className="in-messenger-choices" aria-label={words.quickReplies}>
      {choices.map((choice) =>
        choice.content_type === "text" ? (
          <li key={choice.payload}>{choice.title}</li>
        ) : (
          <li key={choice.content_type}>
            {choice.content_type === "user_email" ? words.yourEmail : words.yourPhone}
          </li>
        ),
      )}
    </ul>
  );
}
