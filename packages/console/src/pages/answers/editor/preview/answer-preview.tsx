import "./answer-preview.css";
import { SegmentedControl, Stack, Text } from "@mantine/core";
import type { CustomerLocale } from "@meetbot/presentation";
import { useState } from "react";
import type { Bot } from "../../../../access/bot.ts";
import type { AnswerText } from "../../../../parts/topics/answers-query.ts";
import { useLanguageName } from "../../../../words/customer-languages.ts";
import { useWords } from "../../../../words/speaking.tsx";
import { MessengerPreview } from "./messenger-preview.tsx";
import { TelegramLook } from "./telegram-look.tsx";
import { toSaid } from "./to-said.ts";
import { WebLook } from "./web-look.tsx";

const looks = ["web", "messenger", "telegram"] as const;
type Look = (typeof looks)[number];

/** The longest text that a button template takes in one message. */
const messengerButtonTextLength = 640;

/** An answer as customers would see it, in each channel. */
export function AnswerPreview(props: {
  written: AnswerText | undefined;
  locale: CustomerLocale;
  bot: Bot;
}) {
  const { written, locale, bot } = props;
  const words = useWords("answers.editor");
  const nameOf = useLanguageName();
  const [look, setLook] = useState<Look>("web");
  return (
    <section className="answer-preview" aria-label={words.preview}>
      <Stack gap="sm">
        <Text size="sm" fw={600}>
          {words.preview} · {nameOf(locale)}
        </Text>
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label={words.previewOf}
          value={look}
          onChange={(chosen) => setLook(chosen as Look)}
          data={looks.map((value) => ({ value, label: words.looks[value] }))}
        />
        {written === undefined || written.text.trim() === "" ? (
          <Text size="sm" c="dimmed">
            {words.previewEmpty}
          </Text>
        ) : (
          <Drawn written={written} locale={locale} bot={bot} look={look} />
        )}
      </Stack>
    </section>
  );
}

function Drawn(props: { written: AnswerText; locale: CustomerLocale; bot: Bot; look: Look }) {
  const { written, locale, bot, look } = props;
  const words = useWords("answers.editor");
  const said = toSaid(written, locale, bot.contact || words.contact);
  const isSplit =
    look === "messenger" && said.links.length > 0 && said.text.length > messengerButtonTextLength;
  const notes = [
    ...(isSplit ? [words.split] : []),
    ...(written.text.includes("{order.") ? [words.sample] : []),
    ...(written.text.includes("{shop.contact}") && !bot.contact ? [words.noContact] : []),
  ];
  return (
    <>
      <div className="answer-preview-said">
        {look === "web" && <WebLook said={said} locale={locale} bot={bot.name} />}
        {look === "messenger" && <MessengerPreview said={said} locale={locale} />}
        {look === "telegram" && <TelegramLook said={said} locale={locale} />}
      </div>
      {notes.map((note) => (
        <Text key={note} size="xs" c="dimmed">
          {note}
        </Text>
      ))}
    </>
  );
}
