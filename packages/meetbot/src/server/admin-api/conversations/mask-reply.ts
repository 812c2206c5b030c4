import type { Fact } from "@meetbot/model/conversation/recognition.ts";
import type { VisibleReply } from "@meetbot/model/conversation/reply.ts";
import type { Package } from "@meetbot/protocol";
import { maskBody } from "../../../merchant/masking/mask-body.ts";
import { MASK, maskText } from "../../../merchant/masking/mask-text.ts";

/** The known facts about a reply beside its words. */
export interface MaskOptions {
  /** The shop's own contact for customers; stays unmasked. */
  contact?: string | null;
  /** Words in the reply that identify a person. */
  personal?: readonly string[];
}

/** A reply as an operator reads it: the text is visible, the customer it is about is masked. */
export function maskReply(reply: VisibleReply, options: MaskOptions = {}): VisibleReply {
  const choices = reply.choices?.map((choice) => ({ ...choice, title: maskText(choice.title) }));
  const masked = maskContent(reply, options);
  return choices ? { ...masked, choices } : masked;
}

function maskContent(reply: VisibleReply, options: MaskOptions): VisibleReply {
  switch (reply.kind) {
    case "text":
      return maskSaid(reply, options);
    case "orders":
      return { ...reply, orders: reply.orders.map((order) => maskItem("orders", order)) };
    case "packages":
      return { ...reply, packages: reply.packages.map((pkg) => maskItem("packages", pkg)) };
  }
}

/** Masks a sentence, which names the subjects of its facts: it keeps its words except those that identify a person. */
function maskSaid(
  { facts = [], ...said }: Extract<VisibleReply, { kind: "text" }>,
  { contact, personal = [] }: MaskOptions,
): VisibleReply {
  const told = facts.flatMap(({ about, value }) => (ofPerson.has(about) ? [value] : []));
  const secrets = [...told, ...personal].filter((secret) => secret !== "");
  const text = secrets.reduce((words, secret) => words.replaceAll(secret, MASK), said.text);
  const parts = contact ? text.split(contact) : [text];
  return { ...said, text: parts.map((part) => maskText(part)).join(contact ?? "") };
}

/** Facts about a person, or by which more of them could be learned. */
const ofPerson: ReadonlySet<Fact> = new Set<Fact>([
  "address",
  "recipient",
  "payment",
  "tracking_number",
]);

/** Masks an item by the rules of the delivery log. Removes links, because they would no longer work. */
export function maskItem<Item extends object>(list: "orders" | "packages", item: Item): Item {
  const { [list]: items } = JSON.parse(maskBody(JSON.stringify({ [list]: [item] })));
  const { order_url, tracking_url, image_url, address, elements, parcel, ...masked } = items[0];
  return {
    ...masked,
    ...("placed_month" in item && { placed_month: item.placed_month }),
    ...("parcel" in item && { parcel: maskItem("packages", item.parcel as Package) }),
    ...(address && { address: { city: MASK } }),
    ...(elements && { elements: elements.map(withoutImage) }),
  };
}

function withoutImage({ image_url, ...element }: Record<string, unknown>) {
  return element;
}
