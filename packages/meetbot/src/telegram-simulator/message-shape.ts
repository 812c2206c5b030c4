import { badRequest } from "./api-fault.ts";
import {
  all,
  decimal,
  exactlyOne,
  fieldsOf,
  flag,
  integer,
  list,
  matching,
  object,
  oneOf,
  type TelegramCheck,
  text,
  webUrl,
} from "./shape.ts";

/** Of MessageEntity; `text_mention` and custom emoji need more than a bot of a shop has. */
const entityTypes = [
  "mention hashtag cashtag bot_command url email phone_number bold italic underline strikethrough",
  "spoiler blockquote expandable_blockquote code pre text_link",
].flatMap((line) => line.split(" "));

const entity = object(
  { type: oneOf(...entityTypes), offset: integer, length: integer },
  { url: webUrl, language: text({ max: 100 }) },
);

const bytes64: TelegramCheck = (value) => {
  const size = typeof value === "string" ? Buffer.byteLength(value) : 0;
  if (size < 1 || size > 64) throw badRequest("BUTTON_DATA_INVALID");
};

const anyText = text({ min: 0, max: 256 });
const webApp = object({ url: matching(/^https:\/\//, "BUTTON_URL_INVALID") });

const button = all(
  object(
    { text: text({ max: 1000 }) },
    {
      ...{ url: webUrl, callback_data: bytes64, style: oneOf("danger", "success", "primary") },
      login_url: object(
        { url: matching(/^https:\/\/[^/\s]+\.[^/\s]+/, "BUTTON_URL_INVALID") },
        {
          forward_text: text({ max: 100 }),
          bot_username: text({ max: 64 }),
          request_write_access: flag,
        },
      ),
      web_app: webApp,
      copy_text: object({ text: text({ max: 256 }) }),
      ...{ switch_inline_query: anyText, switch_inline_query_current_chat: anyText },
    },
  ),
  exactlyOne(
    ...["url", "callback_data", "login_url", "web_app", "copy_text"],
    ...["switch_inline_query", "switch_inline_query_current_chat"],
  ),
);

const rows = (item: TelegramCheck) => list(list(item, { min: 1, max: 8 }), { max: 100 });

export const inlineKeyboard: TelegramCheck = all(
  object({ inline_keyboard: rows(button) }),
  (value, path) => {
    const all = fieldsOf(value, path).inline_keyboard as unknown[][];
    if (all.flat().length > 100) throw badRequest("reply markup is too long");
  },
);

const keyButton: TelegramCheck = (value, path) => {
  if (typeof value === "string") return text({ max: 1000 })(value, path);
  const asks = {
    request_contact: flag,
    request_location: flag,
    web_app: webApp,
    request_poll: object({}, { type: text({ max: 10 }) }),
  };
  object({ text: text({ max: 1000 }) }, asks)(value, path);
};
const replyKeyboard = object(
  { keyboard: rows(keyButton) },
  {
    ...{ is_persistent: flag, resize_keyboard: flag, one_time_keyboard: flag, selective: flag },
    input_field_placeholder: text({ max: 64 }),
  },
);
const removal = object({ remove_keyboard: oneOf(true) }, { selective: flag });
const forcedReply = object(
  { force_reply: oneOf(true) },
  { selective: flag, input_field_placeholder: text({ max: 64 }) },
);

export const replyMarkup: TelegramCheck = (value, path) => {
  const fields = fieldsOf(value, path);
  const shape =
    (fields.inline_keyboard && inlineKeyboard) ??
    (fields.keyboard && replyKeyboard) ??
    (fields.remove_keyboard && removal) ??
    forcedReply;
  (shape as TelegramCheck)(value, path);
};

/** Parameters that every message accepts; the last three date from before 2024 and are still accepted. */
const anyMessage: Record<string, TelegramCheck> = {
  ...{ reply_markup: replyMarkup, disable_notification: flag, protect_content: flag },
  reply_parameters: object({ message_id: integer }, { allow_sending_without_reply: flag }),
  link_preview_options: object({}, { is_disabled: flag, url: webUrl, prefer_small_media: flag }),
  ...{
    disable_web_page_preview: flag,
    reply_to_message_id: integer,
    allow_sending_without_reply: flag,
  },
};
const chat: Record<string, TelegramCheck> = {
  chat_id: (value, path) => {
    if (!/^@\w+$/.test(String(value))) integer(value, path);
  },
};
const entities = list(entity, { max: 100 });
const parse_mode = oneOf("HTML", "Markdown", "MarkdownV2");
const caption = text({ min: 0, max: 1024 });
const captioned: Record<string, TelegramCheck> = {
  caption,
  caption_entities: entities,
  parse_mode,
};

/** Telegram fetches an http URL, and identifies files by its own ids. */
const file: TelegramCheck = (value, path) => {
  text({ max: 2048 })(value, path);
  const name = String(value);
  if (/^[\w-]{1,200}$/.test(name)) return;
  const url = URL.canParse(name) ? new URL(name) : null;
  if (!url || !/^https?:$/.test(url.protocol) || !url.hostname.includes(".")) {
    throw badRequest("wrong file identifier/HTTP URL specified");
  }
  if (url.hostname.endsWith(".invalid")) throw badRequest("failed to get HTTP URL content");
};

const media = (name: string, more: Record<string, TelegramCheck> = {}) =>
  object({ ...chat, [name]: file }, { ...anyMessage, ...captioned, ...more });

const albumItem = object(
  { type: oneOf("photo", "video", "audio", "document"), media: file },
  {
    ...{ caption, parse_mode, caption_entities: entities },
    ...{ duration: integer, width: integer, height: integer, supports_streaming: flag },
  },
);

/** The methods that send a message, with the parameters that each accepts. */
export const messageShapes: Readonly<Record<string, TelegramCheck>> = {
  sendmessage: object(
    { ...chat, text: text({ max: 4096 }) },
    { ...anyMessage, entities, parse_mode },
  ),
  sendphoto: media("photo", { show_caption_above_media: flag, has_spoiler: flag }),
  sendaudio: media("audio", {
    duration: integer,
    performer: text({ max: 200 }),
    title: text({ max: 200 }),
  }),
  senddocument: media("document", { disable_content_type_detection: flag }),
  sendvideo: media("video", { duration: integer, width: integer, height: integer }),
  sendvoice: media("voice", { duration: integer }),
  sendlocation: object(
    { ...chat, latitude: decimal, longitude: decimal },
    { ...anyMessage, live_period: integer, heading: integer, horizontal_accuracy: decimal },
  ),
  sendvenue: object(
    {
      ...chat,
      ...{ latitude: decimal, longitude: decimal },
      ...{ title: text({ max: 200 }), address: text({ max: 200 }) },
    },
    { ...anyMessage, foursquare_id: text({ max: 100 }), foursquare_type: text({ max: 100 }) },
  ),
  sendcontact: object(
    { ...chat, phone_number: text({ max: 40 }), first_name: text({ max: 100 }) },
    { ...anyMessage, last_name: text({ max: 100 }), vcard: text({ max: 2048 }) },
  ),
  // "No keyboard": an album is several messages.
  sendmediagroup: object(
    { ...chat, media: list(albumItem, { min: 2, max: 10 }) },
    { disable_notification: flag, protect_content: flag, reply_to_message_id: integer },
  ),
};

/** Checks that entities lie within their text and do not split a character. Throws an `ApiFault` otherwise. */
export const entitiesWithin: TelegramCheck = (value, path) => {
  const fields = fieldsOf(value, path);
  for (const [of, key] of [
    ["text", "entities"],
    ["caption", "caption_entities"],
  ] as const) {
    const marked = (fields[key] ?? []) as { offset: number; length: number }[];
    if (marked.length > 0 && fields.parse_mode !== undefined) {
      throw badRequest("parse_mode and entities cannot be used together");
    }
    const said = String(fields[of] ?? "");
    for (const { offset, length } of marked) {
      const isWithin = offset >= 0 && length > 0 && offset + length <= said.length;
      if (!isWithin || !said.slice(offset, offset + length).isWellFormed()) {
        throw badRequest("entity does not lie within the text");
      }
    }
  }
};
