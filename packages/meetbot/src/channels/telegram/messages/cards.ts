import type { Locale } from "@meetbot/model/conversation/locale.ts";
import {
  orderLines,
  packageLines,
  type Reader,
  type SeenOrder,
  say,
  tell,
} from "@meetbot/presentation";
import type { Package } from "@meetbot/protocol";
import { asText } from "../../text/render.ts";
import type { Button } from "../api/telegram-message.ts";
import { copyButtons, isButtonUrl, urlButtons } from "./buttons.ts";
import { type StyledText, withBoldHead } from "./styled-text.ts";

/** The display of one order or package: its text, its buttons, and perhaps a picture. */
export interface TelegramCard {
  words: StyledText;
  buttons: Button[];
  picture: string | undefined;
}

/** A card's reader, language and place in the message. */
interface Setting {
  reader: Reader;
  locale: Locale;
  /** Whether the message has no other card, so that its buttons need not name theirs. */
  isAlone: boolean;
}

/** Draws a single order; several orders become a list instead. */
export function drawOrder(order: SeenOrder, reader: Reader): TelegramCard {
  const { order_url, elements = [] } = order;
  const buttons = urlButtons(tell(reader, "viewOrder"), order_url);
  return {
    // The button opens the order's URL, so the text omits it.
    words: withBoldHead(
      asText(orderLines(buttons.length > 0 ? without(order, "order_url") : order, reader)),
    ),
    buttons,
    picture: elements.map(({ image_url }) => image_url).find(isButtonUrl),
  };
}

/** A package, alone or among others. */
export function drawPackage(
  pkg: Partial<Package>,
  { reader, locale, isAlone }: Setting,
): TelegramCard {
  const { tracking_url, tracking_number, image_url } = pkg;
  const track = urlButtons(
    titleFor(tell(reader, "trackPackage"), tracking_number, isAlone),
    tracking_url,
  );
  const copy = copyButtons(
    titleFor(say(locale, "buttonCopyTracking"), tracking_number, isAlone),
    tracking_number,
  );
  return {
    words: withBoldHead(
      asText(packageLines(track.length > 0 ? without(pkg, "tracking_url") : pkg, reader)),
    ),
    buttons: [...track, ...copy],
    picture: isButtonUrl(image_url) ? image_url : undefined,
  };
}

function titleFor(title: string, number: string | undefined, isAlone: boolean): string {
  return isAlone || !number ? title : `${title} ${number}`;
}

function without<Item extends object>(item: Item, key: keyof Item): Item {
  return { ...item, [key]: undefined };
}
