import { GraphFault } from "./graph-fault.ts";
import {
  all,
  byKind,
  fieldsOf,
  flag,
  type GraphCheck,
  list,
  object,
  oneOf,
  text,
  url,
} from "./shape.ts";

const payload = text({ max: 1000 });
const locale = text({ max: 7 });

/** Each of these lists must have a text for users whom none of its locales fits. */
const withDefault: GraphCheck = (value, path) => {
  const entries = Array.isArray(value) ? value : [];
  if (!entries.some((entry) => fieldsOf(entry, path).locale === "default")) {
    throw new GraphFault(100, `param ${path} must have an entry with locale "default".`);
  }
  const locales = entries.map((entry) => fieldsOf(entry, path).locale);
  if (new Set(locales).size < locales.length) {
    throw new GraphFault(100, `param ${path} has the same locale twice.`);
  }
};

const menuItem = byKind("type", {
  postback: object({ type: text(), title: text({ max: 30 }), payload }),
  web_url: object(
    { type: text(), title: text({ max: 30 }), url },
    { webview_height_ratio: oneOf("compact", "tall", "full") },
  ),
});

/** The allowed content of a Messenger profile. */
export const profile: GraphCheck = object(
  {},
  {
    get_started: object({ payload }),
    greeting: all(list(object({ locale, text: text({ max: 160 }) }), { max: 60 }), withDefault),
    persistent_menu: all(
      list(
        object(
          { locale, call_to_actions: list(menuItem, { max: 20 }) },
          { composer_input_disabled: flag },
        ),
        { max: 60 },
      ),
      withDefault,
    ),
    ice_breakers: all(
      list(
        object({
          locale,
          call_to_actions: list(object({ question: text({ max: 80 }), payload }), { max: 4 }),
        }),
        { max: 60 },
      ),
      withDefault,
    ),
    whitelisted_domains: list(url, { max: 50 }),
  },
);
