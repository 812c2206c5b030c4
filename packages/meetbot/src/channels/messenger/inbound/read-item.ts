import { type Fields, fieldsAt, idAt, isFields, textAt } from "../../fields.ts";
import { dedupeKeyOf, type UnnamedEvent } from "./dedupe-key.ts";
import { attachmentsOf, isAnswerable, kindOf, stickerOf } from "./kind-of.ts";
import type { MessengerEvent, MessengerEventKind } from "./messenger-event.ts";
import { momentAt } from "./moment-at.ts";
import { type Sides, sidesOf } from "./sides-of.ts";

/** The dashboard's "Test" button sends from and to these ids, which belong to no user. */
const testIds = new Set(["0", "12334", "23245"]);

/** Context of an item: the entry that contains it, and whether another app holds the conversation. */
export interface ItemPlace {
  entryId: string | undefined;
  standby: boolean;
}

/** Reads one item below `messaging` or `standby`, whatever it is. */
export function readItem(value: unknown, { entryId, standby }: ItemPlace): MessengerEvent {
  const item = isFields(value) ? value : {};
  const kind = kindOf(item);
  const { page, user, isUserRef, isFromPage } = sidesOf(item, entryId);
  const event: UnnamedEvent = {
    kind,
    page,
    user,
    isUserRef,
    timestampMs: momentAt(item, "timestamp"),
    standby,
    repliable: !standby && !isFromPage && isAnswerable(kind) && isSomebody({ page, user }),
    ...detailsOf(kind, item),
  };
  return { ...event, dedupeKey: dedupeKeyOf(event, item) };
}

function isSomebody({ page, user }: Pick<Sides, "page" | "user">): boolean {
  return page !== null && user !== null && !testIds.has(page) && !testIds.has(user);
}

type Details = Omit<
  MessengerEvent,
  keyof Sides | "kind" | "timestampMs" | "standby" | "repliable" | "dedupeKey"
>;

function detailsOf(kind: MessengerEventKind, item: Fields): Details {
  switch (kind) {
    case "postback":
      return detailsOfPostback(fieldsAt(item, "postback"));
    case "reaction":
      return present({ mid: idAt(fieldsAt(item, "reaction"), "mid") });
    case "edit": {
      const edit = fieldsAt(item, "message_edit");
      return present({ mid: idAt(edit, "mid"), text: textAt(edit, "text") });
    }
    case "referral":
    case "optin":
      return present({ ref: textAt(fieldsAt(item, kind), "ref") });
    case "delivery":
    case "read":
      return detailsOfReport(fieldsAt(item, kind));
    case "thread_control":
      return detailsOfControl(item);
    default:
      return detailsOfMessage(fieldsAt(item, "message"));
  }
}

function detailsOfMessage(message: Fields): Details {
  return present({
    mid: idAt(message, "mid"),
    text: textAt(message, "text"),
    payload: textAt(fieldsAt(message, "quick_reply"), "payload"),
    ref: textAt(fieldsAt(message, "referral"), "ref"),
    appId: idAt(message, "app_id"),
    metadata: textAt(message, "metadata"),
    stickerId: stickerOf(message),
    attachmentUrls: attachmentsOf(message),
  });
}

function detailsOfPostback(postback: Fields): Details {
  return present({
    mid: idAt(postback, "mid"),
    payload: textAt(postback, "payload"),
    title: textAt(postback, "title"),
    ref: textAt(fieldsAt(postback, "referral"), "ref"),
  });
}

/** Instagram names the single message that was read; Messenger names the time up to which all were. */
function detailsOfReport(report: Fields): Details {
  const named = Array.isArray(report.mids) ? report.mids : [report.mid];
  const mids = named.filter((mid): mid is string => typeof mid === "string" && mid !== "");
  return { ...present({ watermarkMs: momentAt(report, "watermark") ?? undefined }), mids };
}

const controls = [
  ["pass_thread_control", "passed"],
  ["take_thread_control", "taken"],
  ["request_thread_control", "requested"],
] as const;

/** An event about roles only does not concern a conversation. */
function detailsOfControl(item: Fields): Details {
  const [key, control] = controls.find(([name]) => isFields(item[name])) ?? [];
  if (!key) return {};
  return present({ control, newOwner: idAt(fieldsAt(item, key), "new_owner_app_id") });
}

/** Returns the details without absent values. */
function present(details: { [Key in keyof Details]: Details[Key] | undefined }): Details {
  const entries = Object.entries(details).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Details;
}
