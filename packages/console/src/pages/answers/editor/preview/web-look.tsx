import type { CustomerLocale } from "@meetbot/presentation";
import { useMemo } from "react";
import { type SaidEntry, TranscriptView } from "../../../../parts/transcript/transcript-view.tsx";
import type { SaidAnswer } from "./to-said.ts";

/** Renders an answer as the chat window draws it, with the buttons below it. */
export function WebLook(props: { said: SaidAnswer; locale: CustomerLocale; bot: string }) {
  const { said, locale, bot } = props;
  const key = JSON.stringify(said);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another object may say the same
  const entries = useMemo<SaidEntry[]>(() => {
    const { text, links } = said;
    return [{ key, from: "bot", locale, reply: { kind: "text", text, links, ofShop: true } }];
  }, [key, locale]);
  return (
    <>
      <TranscriptView entries={entries} locale={locale} bot={bot} />
      <ul className="web-look-choices">
        {said.choices.map((choice) => (
          <li key={choice}>{choice}</li>
        ))}
      </ul>
    </>
  );
}
