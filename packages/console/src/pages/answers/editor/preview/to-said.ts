import {
  type CustomerLocale,
  menuTitles,
  readerOf,
  say,
  statusWords,
  tell,
} from "@meetbot/presentation";
import type { AnswerButton, AnswerText } from "../../../../parts/topics/answers-query.ts";

/** An answer as a customer gets it: filled in for an order for example. */
export interface SaidAnswer {
  text: string;
  links: { title: string; url: string }[];
  /** The choices that the customer can tap in the chat. */
  choices: string[];
  /** Marks the text as the shop's own words where nothing else does. */
  mark: string;
}

/** Nobody's order. */
const sampleNumber = "10045";

/** Fills the placeholders of a text with the values of a sample order and the bot's own contact. */
export function toSaid(
  { text, buttons }: AnswerText,
  locale: CustomerLocale,
  contact: string,
): SaidAnswer {
  const values: Record<string, string> = {
    "order.number": sampleNumber,
    "order.status": statusWords("shipped", "order", readerOf(locale)),
    "shop.contact": contact,
  };
  const person = say(locale, menuTitles.person);
  return {
    text: text
      .trim()
      .replace(/\{([^{}]*)\}/g, (place, name: string) => values[name.trim()] ?? place),
    links: buttons.filter(isLink).map(({ title, url }) => ({ title, url })),
    choices: [...new Set([...buttons.flatMap((button) => choiceOf(button, person)), person])],
    mark: tell(readerOf(locale), "fromShop"),
  };
}

type LinkButton = Extract<AnswerButton, { kind: "link" }>;

/** Leaves out links that have no title or no valid URL yet. */
const isLink = (button: AnswerButton): button is LinkButton =>
  button.kind === "link" && button.title.trim() !== "" && URL.canParse(button.url);

function choiceOf(button: AnswerButton, person: string): string[] {
  if (button.kind === "person") return [person];
  return button.kind === "order" && button.title.trim() !== "" ? [button.title] : [];
}
