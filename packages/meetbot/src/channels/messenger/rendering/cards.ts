import { cutEnd } from "../../cut-text.ts";
import type { GraphCard } from "./graph-message.ts";
import { type Rendered, type RenderNote, template, usableUrl } from "./rendering.ts";
import { maxCards, maxCardTextLength } from "./sizes.ts";
import { textMessages } from "./text-messages.ts";

/** What the cards were made from: its form as text, and its links. */
interface Source {
  asText: () => string;
  links: (string | undefined)[];
}

/** Renders cards in carousels of ten, each within Meta's limits; all as text if Meta would refuse one. */
export function toCards(cards: GraphCard[], { asText, links }: Source): Rendered {
  const notes: RenderNote[] = links.some((link) => link && !usableUrl(link))
    ? ["link_dropped"]
    : [];
  // "You must set at least one property in addition to title": generic template reference.
  if (cards.some((card) => Object.keys(card).length === 1)) {
    const said = textMessages(asText());
    return { messages: said.messages, notes: [...notes, "cards_as_text", ...said.notes] };
  }
  const carousels = Array.from({ length: Math.ceil(cards.length / maxCards) }, (_, index) =>
    cards.slice(index * maxCards, (index + 1) * maxCards),
  );
  if (cards.some(isTooLong)) notes.push("text_cut");
  const messages = carousels.map((elements) =>
    template({ template_type: "generic", elements: elements.map(fit) }),
  );
  return { messages, notes };
}

function isTooLong({ title, subtitle = "" }: GraphCard): boolean {
  return title.length > maxCardTextLength || subtitle.length > maxCardTextLength;
}

function fit(card: GraphCard): GraphCard {
  const { title, subtitle } = card;
  return {
    ...card,
    title: cutEnd(title, maxCardTextLength),
    ...(subtitle && { subtitle: cutEnd(subtitle, maxCardTextLength) }),
  };
}
