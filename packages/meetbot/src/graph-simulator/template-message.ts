import { GraphFault } from "./graph-fault.ts";
import { bodyOf, refuseWithoutTemplates } from "./message-templates.ts";
import { byKind, fieldsOf, type GraphCheck, list, object, oneOf, text } from "./shape.ts";
import type { SimulatedPage, SimulatedTemplate } from "./state.ts";
import { placesIn, templateLanguage, templateName } from "./template-shape.ts";

/** "Parameters may hold no line break, no tab and no more than four spaces in a row." */
const plain: GraphCheck = (value, path) => {
  text({ max: 1024 })(value, path);
  if (/[\n\r\t]| {5}/.test(String(value))) {
    throw new GraphFault(100, `param ${path} cannot have new lines, tabs or 5 spaces in a row.`);
  }
};

const textParameter = object({ type: oneOf("text"), text: plain });
const buttonParameter = byKind("type", {
  POSTBACK: object({ type: text(), payload: text({ max: 1000 }) }),
  URL: object({ type: text(), url: text({ max: 2000 }) }),
  PHONE_NUMBER: object({ type: text() }),
});

const component = byKind("type", {
  header: object({ type: text(), parameters: list(textParameter, { max: 10 }) }),
  body: object({ type: text(), parameters: list(textParameter, { max: 50 }) }),
  buttons: object({ type: text(), parameters: list(buttonParameter, { max: 3 }) }),
});

/** The allowed content of `message[template]`. */
export const utility: GraphCheck = object(
  { name: templateName, language: object({ code: templateLanguage }) },
  { components: list(component, { min: 0, max: 10 }) },
);

interface Sent {
  name: string;
  language: { code: string };
  components?: { type: string; parameters: Record<string, unknown>[] }[];
}

/**
 * Compares a template message with the template of that name and language. Throws a {@link GraphFault} if the template
 * does not exist, was not approved, or does not match.
 */
export function refuseWrongTemplate(page: SimulatedPage, message: Record<string, unknown>): void {
  if (message.template === undefined) return;
  refuseWithoutTemplates(page);
  const { name, language, components = [] } = message.template as Sent;
  const template = page.templates.find(
    (one) => one.name === name && one.language === language.code,
  );
  if (template?.status !== "APPROVED") {
    throw new GraphFault(100, `There is no approved template ${name} in ${language.code}.`);
  }
  const given = (type: string) => components.filter((one) => one.type === type);
  const wanted = placesIn(String(bodyOf(template).text)).length;
  const bodies = given("body").flatMap(({ parameters }) => parameters);
  if (given("body").length > 1 || bodies.length !== wanted) {
    throw new GraphFault(
      100,
      `The template has ${wanted} places, and ${bodies.length} were filled.`,
    );
  }
  const types = buttonTypesOf(template);
  const [buttons, ...more] = given("buttons");
  const filled = buttons?.parameters.map(({ type }) => type) ?? [];
  if (more.length > 0 || filled.join() !== types.join()) {
    const why = "There must be one buttons component with a parameter for each button.";
    throw new GraphFault(100, why, { subcode: 1893029 });
  }
}

function buttonTypesOf({ components }: SimulatedTemplate): unknown[] {
  const row = components.find((one) => fieldsOf(one, "component").type === "BUTTONS");
  const buttons = row ? (fieldsOf(row, "component").buttons as unknown[]) : [];
  return buttons.map((button) => fieldsOf(button, "button").type);
}
