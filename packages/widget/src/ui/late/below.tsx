import type { BelowProps } from "../parts/late.ts";
import type { ChatWords } from "../parts/words.ts";
import { formatTime } from "./clock.ts";
import { answerOf, endsGroup } from "./groups.ts";
import { sentPictures as copies } from "./pictures/sent-pictures.ts";
import { Rate } from "./rate.tsx";
import { h } from "./tools.ts";

const nothing = () => {};

/** The line below the last message of a group: its time and the rating. */
export function Below({ entries, nth, rated, chat }: BelowProps, words: ChatWords) {
  const ends = (one: number) => endsGroup(entries[one]!, entries[one + 1]);
  const entry = entries[nth]!;
  const { at, key } = entry;
  const src = copies.get(key);
  const sent = entry.from === "customer" && entry.pictures?.find(({ width }) => width);
  const show = (image: HTMLImageElement | null) => {
    if (src || !sent || !image || !chat) return;
    import("./pictures/send-picture.ts").then(
      ({ showSent }) => showSent(image, sent, { key, call: chat.call, copies }),
      nothing, // more: the sign is there
    );
  };
  const picture = (src || sent) && <img class="own" src={src} alt="" ref={show} />;
  const notify = (place: HTMLElement | null) =>
    void import("./push/offer-push.ts").then(
      ({ offerPush }) => offerPush(place, chat, key, words),
      nothing, // is offered
    );
  const offer = chat && "reply" in entry && "notifies" in entry.reply && <div ref={notify} />;
  const watch = (mark: HTMLElement | null) =>
    void import("./earlier/load-earlier.ts").then(({ watchTop }) => watchTop(mark, chat!), nothing);
  const top = !nth && chat && entry.earlier && <i ref={watch} />;
  const shown = [top, picture, offer];
  if (!ends(nth)) return shown;
  const before = entries.findLast((_, one) => one < nth && ends(one));
  const answer = chat && rated && answerOf(entries, nth);
  return [
    ...shown,
    <div class="below">
      {at && <time class="quiet">{formatTime(at, before?.at, words.reader.language.tag)}</time>}
      {answer && <Rate rating={rated?.[answer]} onRate={(rating) => chat?.rate(answer, rating)} />}
    </div>,
  ];
}
