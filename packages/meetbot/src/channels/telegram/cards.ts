import type { Package } from "@meetbot/protocol";
import type { SeenOrder } from "../../model/conversation/proof.ts";
import { say } from "../../phrases/say.ts";
import type { Reader } from "../text/format.ts";
import { orderCard } from "../text/order-card.ts";
import { packageCard } from "../text/package-card.ts";
import { copyButtons, isButtonUrl, urlButtons } from "./buttons.ts";
import { type StyledText, withBoldHead } from "./styled-text.ts";
import type { Button } from "./telegram-message.ts";

/** What one order or package looks like: its words, its buttons, and perhaps a picture. */
export interface Card {
  words: StyledText;
  buttons: Button[];
  picture: string | undefined;
}

/** `isAlone`: no other card is in the message, so that its buttons need not say whose they are. */
type Drawn<Item> = (item: Partial<Item>, reader: Reader, isAlone: boolean) => Card;

export const drawOrder: Drawn<SeenOrder> = (order, reader, isAlone) => {
  const { order_url, elements = [] } = order;
  const title = titleFor(say(reader.locale, "buttonViewOrder"), order.order_number, isAlone);
  const buttons = urlButtons(title, order_url);
  return {
    // The button leads there: the address need not be read.
    words: withBoldHead(
      orderCard(buttons.length > 0 ? without(order, "order_url") : order, reader),
    ),
    buttons,
    picture: elements.map(({ image_url }) => image_url).find(isButtonUrl),
  };
};

export const drawPackage: Drawn<Package> = (pkg, reader, isAlone) => {
  const { tracking_url, tracking_number, image_url } = pkg;
  const { locale } = reader;
  const track = urlButtons(
    titleFor(say(locale, "buttonTrack"), tracking_number, isAlone),
    tracking_url,
  );
  const copy = copyButtons(
    titleFor(say(locale, "buttonCopyTracking"), tracking_number, isAlone),
    tracking_number,
  );
  return {
    words: withBoldHead(packageCard(track.length > 0 ? without(pkg, "tracking_url") : pkg, reader)),
    buttons: [...track, ...copy],
    picture: isButtonUrl(image_url) ? image_url : undefined,
  };
};

function titleFor(title: string, number: string | undefined, isAlone: boolean): string {
  return isAlone || !number ? title : `${title} ${number}`;
}

function without<Item extends object>(item: Item, key: keyof Item): Item {
  return { ...item, [key]: undefined };
}
