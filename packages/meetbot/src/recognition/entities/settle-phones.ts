import type { LookUpSlot } from "@meetbot/model/conversation/action.ts";
import type { Phone, Recognition } from "@meetbot/model/conversation/recognition.ts";

/**
 * Decides whether digits that may be a phone number or an order number are the one that the bot asked for last. If it
 * asked for neither, they are the one that the rest of the message does not name yet; digits alone stay both, and the
 * bot asks the customer.
 */
export function settlePhones(said: Recognition, askedFor: LookUpSlot | "code" | null): Recognition {
  const { phones } = said.entities;
  const either = (phones ?? []).filter(({ number }) => number !== null);
  const [first] = either;
  if (!phones || !first) return said;
  const sure = phones.filter(({ number }) => number === null);
  const isNamed = sure.length > 0 || said.entities.emails.length > 0;
  if (askedFor === "order_number" || askedFor === "package_number" || isNamed) {
    return withPhones(said, sure);
  }
  if (askedFor === "email" || hasOtherNumber(said, either)) {
    return withPhones(withoutNumber(said, first), [...sure, { ...first, number: null }]);
  }
  return either.length > 1 ? withPhones(said, sure) : said;
}

const withPhones = (said: Recognition, phones: Phone[]): Recognition => ({
  ...said,
  entities: { ...said.entities, phones },
});

type Place = Pick<Phone, "start" | "end">;

const isApart = (one: Place, other: Place) => one.end <= other.start || one.start >= other.end;

function hasOtherNumber({ entities }: Recognition, phones: readonly Phone[]): boolean {
  const numbers = [...entities.orderNumbers, ...entities.packageNumbers];
  return numbers.some((number) => phones.every((phone) => isApart(number, phone)));
}

function withoutNumber(said: Recognition, phone: Phone): Recognition {
  const { orderNumbers, packageNumbers } = said.entities;
  return {
    ...said,
    bareIdentifier: null,
    entities: {
      ...said.entities,
      orderNumbers: orderNumbers.filter((number) => isApart(number, phone)),
      packageNumbers: packageNumbers.filter((number) => isApart(number, phone)),
    },
  };
}
