import { GraphFault } from "./graph-fault.ts";
import {
  all,
  amount,
  byKind,
  count,
  exactlyOne,
  fieldsOf,
  flag,
  type GraphCheck,
  list,
  matching,
  object,
  oneOf,
  text,
  url,
} from "./shape.ts";
import { utility } from "./template-message.ts";

// Sources: Send API, quick replies and template references of the Messenger Platform, v25.0. Shares nothing with the
// channel under test, so that both cannot be wrong in the same way.

const payload = text({ max: 1000 });
const buttonTitle = text({ max: 20 });
const webview = {
  webview_height_ratio: oneOf("compact", "tall", "full"),
  messenger_extensions: flag,
  fallback_url: url,
  webview_share_button: oneOf("hide"),
};

const button = byKind("type", {
  web_url: object({ type: text(), url, title: buttonTitle }, webview),
  postback: object({ type: text(), title: buttonTitle, payload }),
  phone_number: object({
    type: text(),
    title: buttonTitle,
    payload: matching(/^\+\d{6,15}$/, "a phone number with + and its country code"),
  }),
  account_link: object({ type: text(), url }),
  account_unlink: object({ type: text() }),
});
const buttons = list(button, { max: 3 });

/** "You must set at least one property in addition to title." */
const somethingBesidesTitle: GraphCheck = (value, path) => {
  if (Object.keys(fieldsOf(value, path)).length < 2) {
    throw new GraphFault(100, `Incomplete element data: ${path} needs more than a title.`);
  }
};

const generic = object(
  {
    template_type: text(),
    elements: list(
      all(
        object(
          { title: text({ max: 80 }) },
          {
            subtitle: text({ max: 80 }),
            image_url: url,
            default_action: object({ type: oneOf("web_url"), url }, webview),
            buttons,
          },
        ),
        somethingBesidesTitle,
      ),
      { max: 10 },
    ),
  },
  { sharable: flag, image_aspect_ratio: oneOf("horizontal", "square") },
);

const buttonTemplate = object(
  { template_type: text(), text: text({ max: 640 }), buttons },
  { sharable: flag },
);

const media = object(
  {
    template_type: text(),
    elements: list(
      object(
        { media_type: oneOf("image", "video") },
        { attachment_id: text(), url, buttons: list(button, { max: 1 }) },
      ),
      { max: 1 },
    ),
  },
  { sharable: flag },
);

const currencies = new Set(Intl.supportedValuesOf("currency"));
const currency: GraphCheck = (value, path) => {
  if (!currencies.has(String(value)))
    throw new GraphFault(100, `param ${path} must be an ISO 4217 currency.`);
};

const receipt = object(
  {
    template_type: text(),
    recipient_name: text(),
    order_number: text(),
    currency,
    payment_method: text(),
    summary: object(
      { total_cost: amount },
      { subtotal: amount, shipping_cost: amount, total_tax: amount },
    ),
  },
  {
    merchant_name: text(),
    sharable: flag,
    order_url: url,
    timestamp: matching(/^\d{1,11}$/, "a string of Unix seconds"),
    address: object(
      {
        street_1: text(),
        city: text(),
        postal_code: text(),
        state: text(),
        country: matching(/^[A-Z]{2}$/, "a two-letter country"),
      },
      // Meta's own example holds an empty one.
      { street_2: text({ min: 0 }) },
    ),
    adjustments: list(object({ name: text(), amount }), { min: 0, max: 100 }),
    elements: list(
      object(
        { title: text(), price: amount },
        { subtitle: text(), quantity: count, currency, image_url: url },
      ),
      { min: 0, max: 100 },
    ),
  },
);

const template = byKind("template_type", { generic, button: buttonTemplate, media, receipt });
const file = all(
  object({}, { url, attachment_id: text(), is_reusable: flag }),
  exactlyOne("url", "attachment_id"),
);
const attachment = byKind("type", {
  template: object({ type: text(), payload: template }),
  image: object({ type: text(), payload: file }),
  audio: object({ type: text(), payload: file }),
  video: object({ type: text(), payload: file }),
  file: object({ type: text(), payload: file }),
});

/** A title may be empty only if there is a picture. */
const titledOrPictured: GraphCheck = (value, path) => {
  const { title, image_url } = fieldsOf(value, path);
  if (!title && !image_url)
    throw new GraphFault(100, `param ${path}[title] must be a non-empty string.`);
};
const quickReply = byKind("content_type", {
  text: all(
    object({ content_type: text(), title: text({ min: 0, max: 20 }), payload }, { image_url: url }),
    titledOrPictured,
  ),
  user_email: object({ content_type: text() }),
  user_phone_number: object({ content_type: text() }),
});

/** The allowed content of `message`. */
export const message: GraphCheck = all(
  object(
    {},
    {
      text: text({ max: 1999 }),
      attachment,
      template: utility,
      quick_replies: list(quickReply, { max: 13 }),
      metadata: text({ max: 999 }),
    },
  ),
  exactlyOne("text", "attachment", "template"),
);
