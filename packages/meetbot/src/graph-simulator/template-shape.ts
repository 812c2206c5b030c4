import { GraphFault } from "./graph-fault.ts";
import {
  byKind,
  fieldsOf,
  type GraphCheck,
  list,
  matching,
  object,
  oneOf,
  text,
  url,
} from "./shape.ts";

// Sources: "Utility Messages" and `message_templates` of the Messenger Platform, v26.0, and integrators' reports from
// 2026. Nothing is copied from the channel under test.

/** Codes of languages in which templates may be; some of Meta's. */
const languages = ["de", "en", "en_GB", "en_US", "es", "es_ES", "es_MX", "fr", "ja", "pt_BR"];
const chinese = ["zh_CN", "zh_HK", "zh_TW"];

export const templateName = matching(/^[a-z0-9_]{1,512}$/, "lowercase letters, digits and _");
export const templateLanguage = oneOf(...languages, ...chinese);

/** Returns the names of the placeholders in a text, in order. */
export function placesIn(text: string): string[] {
  return [...text.matchAll(/\{\{([^{}]{0,60})\}\}/g)].map(([, name = ""]) => name);
}

const numbered: GraphCheck = (value, path) => {
  const places = placesIn(String(value));
  const isInOrder = places.every((place, index) => place === String(index + 1));
  if (!isInOrder) throw new GraphFault(100, `Places in ${path} must be {{1}}, {{2}} and so on.`);
};

/** Each placeholder needs an example, which Meta uses to review the template. */
const withSamples: GraphCheck = (value, path) => {
  const fields = fieldsOf(value, path);
  const count = placesIn(String(fields.text)).length;
  const example = fields.example === undefined ? {} : fieldsOf(fields.example, `${path}[example]`);
  const [samples] = Array.isArray(example.body_text) ? example.body_text : [[]];
  const given = Array.isArray(samples)
    ? samples.filter((one) => typeof one === "string" && one)
    : [];
  if (given.length !== count) throw new GraphFault(100, "TEMPLATE_VARIABLES_MISSING_SAMPLE_VALUES");
};

const label = text({ max: 20 });

const button = byKind("type", {
  POSTBACK: (value, path) => {
    if (fieldsOf(value, path).example !== undefined) {
      throw new GraphFault(100, `${path}: a POSTBACK has no example.`, { subcode: 2388051 });
    }
    object({ type: text(), text: label })(value, path);
  },
  URL: object({ type: text(), text: label, url }, { example: list(text(), { max: 1 }) }),
  PHONE_NUMBER: object({
    type: text(),
    text: label,
    phone_number: matching(/^\+\d{6,15}$/, "a phone number with + and its country code"),
  }),
  QUICK_REPLY: () => {
    throw new GraphFault(100, "Invalid parameter", { subcode: 2018416 });
  },
});

const body: GraphCheck = (value, path) => {
  object(
    { type: text(), text: text({ max: 1024 }) },
    { example: object({ body_text: list(list(text(), { max: 50 }), { max: 1 }) }) },
  )(value, path);
  numbered(fieldsOf(value, path).text, `${path}[text]`);
  withSamples(value, path);
};

const component = byKind("type", {
  HEADER: object({ type: text(), format: oneOf("TEXT"), text: text({ max: 60 }) }),
  BODY: body,
  BUTTONS: object({ type: text(), buttons: list(button, { max: 3 }) }),
});

/** Exactly one body, and of the others one at most. */
const eachOnce: GraphCheck = (value, path) => {
  const types = (value as { type: string }[]).map(({ type }) => type);
  if (!types.includes("BODY") || new Set(types).size < types.length) {
    throw new GraphFault(100, `param ${path} must have one BODY, and each other component once.`);
  }
};

/** Checks the body of a request that creates a template. */
export const newTemplate = object(
  {
    name: templateName,
    language: templateLanguage,
    category: oneOf("UTILITY"),
    components: (value, path) => {
      list(component, { max: 3 })(value, path);
      eachOnce(value, path);
    },
  },
  { parameter_format: oneOf("POSITIONAL") },
);
