import type { Recognition } from "@meetbot/model/conversation/recognition.ts";

/** A longer utterance is a story: it takes a model longer, and may reveal more about a person. */
export const maxAskedLength = 400;

/**
 * Checks whether a language model may be asked, by one rule: the engine would not act on the utterance, and found
 * nothing in it that continues the dialog. The engine understands a number or an email alone, a pick, a trouble, a
 * topic, and a question about what is shown.
 */
export function isUnsure(said: Recognition): boolean {
  return (
    said.decision !== "act" &&
    said.text.length <= maxAskedLength &&
    /\p{L}/u.test(said.text) &&
    !said.isOtherLanguage &&
    !hasMeaning(said)
  );
}

function hasMeaning(said: Recognition): boolean {
  return (
    [said.topic, said.concern, said.picked, said.filter, said.narrowing].some(isThere) ||
    [said.bareIdentifier, said.code].some(isThere) ||
    said.about.length > 0 ||
    said.ordinals.length > 0 ||
    isOnlyEntities(said)
  );
}

const isThere = (found: unknown): boolean => found !== null;

/** Whether the message consists of nothing but entities. */
function isOnlyEntities({ text, entities }: Recognition): boolean {
  const { emails, phones = [], orderNumbers, packageNumbers } = entities;
  const rest = [...emails, ...phones, ...orderNumbers, ...packageNumbers].reduce(
    (left, entity) => left.replace(entity.text, " "),
    text,
  );
  return !/\p{L}/u.test(rest);
}
