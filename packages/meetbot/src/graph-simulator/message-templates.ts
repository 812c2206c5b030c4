import { GraphFault } from "./graph-fault.ts";
import { fieldsOf } from "./shape.ts";
import type { GraphState, SimulatedPage, SimulatedTemplate } from "./state.ts";
import { newTemplate, templateName } from "./template-shape.ts";

/**
 * The permission that a page needs to have and send templates. The documentation writes it in the singular; the dialog
 * accepts this form.
 */
const scope = "pages_utility_messaging";

/** The maximum number of templates per page. */
const maxTemplates = 250;

/** Throws a {@link GraphFault} if the page's token has no permission for templates. */
export function refuseWithoutTemplates({ scopes }: SimulatedPage): void {
  if (scopes.includes(scope)) return;
  throw new GraphFault(10, "Application does not have permission for this action", { status: 403 });
}

/**
 * `POST /{page}/message_templates`: creates a template that awaits review. Throws a {@link GraphFault} where Meta would
 * refuse it.
 */
export function createTemplate(
  state: GraphState,
  page: SimulatedPage,
  params: Record<string, unknown>,
): object {
  refuseWithoutTemplates(page);
  newTemplate(params, "template");
  const { name, language, components } = params as Pick<
    SimulatedTemplate,
    "name" | "language" | "components"
  >;
  if (page.templates.some((one) => one.name === name && one.language === language)) {
    // Templates cannot be edited: each page, name and language has only one.
    throw new GraphFault(100, "Content in this language already exists", { subcode: 2388024 });
  }
  if (page.templates.length >= maxTemplates) {
    throw new GraphFault(100, "Message template limit exceeded", { subcode: 2388019 });
  }
  const id = String(1_000_000 + ++state.templatesMade);
  page.templates.push({
    id,
    name,
    language,
    components,
    status: "PENDING",
    rejectedReason: "NONE",
  });
  return { id, status: "PENDING", category: "UTILITY" };
}

/** `GET /{page}/message_templates`, a page of them at a time. */
export function listTemplates(
  page: SimulatedPage,
  { name, fields = "id,name,language,status", limit = 25, after = 0 }: Record<string, unknown>,
): object {
  refuseWithoutTemplates(page);
  const asked = String(fields).split(",");
  const all = page.templates.filter((one) => name === undefined || one.name === name);
  const [from, count] = [Number(after), Number(limit)];
  const data = all.slice(from, from + count).map(({ rejectedReason, ...one }) => {
    const shown = { ...one, category: "UTILITY", rejected_reason: rejectedReason };
    return Object.fromEntries(Object.entries(shown).filter(([key]) => asked.includes(key)));
  });
  const isLast = from + count >= all.length;
  const cursors = { before: String(from), after: String(from + count) };
  return { data, paging: { cursors, ...(!isLast && { next: "https://graph.invalid/next" }) } };
}

/**
 * `DELETE /{page}/message_templates`: without `hsm_id`, deletes the template's name in every language. Throws a {@link
 * GraphFault} if there is none.
 */
export function deleteTemplates(
  page: SimulatedPage,
  { name, hsm_id: id }: Record<string, unknown>,
): object {
  refuseWithoutTemplates(page);
  templateName(name, "name");
  const isMeant = (one: SimulatedTemplate) =>
    one.name === name && (id === undefined || one.id === String(id));
  const left = page.templates.filter((one) => !isMeant(one));
  if (left.length === page.templates.length) {
    throw new GraphFault(100, "Message Template cannot be found", { subcode: 2593002 });
  }
  page.templates = left;
  return { success: true };
}

/** `GET /{page}/message_template_library`: returns some of Meta's predefined templates. */
export function templateLibrary(page: SimulatedPage, { topic }: Record<string, unknown>): object {
  refuseWithoutTemplates(page);
  const data = library.filter((one) => topic === undefined || one.topic === topic);
  return { data: data.map((one) => ({ ...one, category: "UTILITY", language: "en" })) };
}

const library = [
  {
    name: "delivery_confirmation_1",
    topic: "ORDER_MANAGEMENT",
    body: "{{1}}, your order was successfully delivered!",
  },
  {
    name: "shipment_confirmation_1",
    topic: "ORDER_MANAGEMENT",
    body: "{{1}}, your order was shipped.",
  },
];

/** Words of an offer. Real reviewers know more; tests use these to choose the verdict. */
const promotional = /\b(?:sale|discount|coupon|special offer|buy now)\b|优惠|折扣|促销/i;

/** Reviews pending templates, as Meta does within seconds; returns the reviewed ones. */
export function reviewTemplates(page: SimulatedPage): SimulatedTemplate[] {
  const waiting = page.templates.filter(({ status }) => status === "PENDING");
  for (const template of waiting) {
    const isOffer = promotional.test(String(bodyOf(template).text));
    template.status = isOffer ? "REJECTED" : "APPROVED";
    template.rejectedReason = isOffer ? "TAG_SHOULD_BE_MARKETING" : "NONE";
  }
  return waiting;
}

/** Returns the event for an app that subscribed to `message_template_status_update`. */
export function statusUpdateOf(
  { id, name, language, status, rejectedReason }: SimulatedTemplate,
  page: string,
  time: number,
): object {
  const value = {
    event: status,
    message_template_id: Number(id),
    message_template_name: name,
    message_template_language: language,
    reason: rejectedReason,
  };
  const changes = [{ field: "message_template_status_update", value }];
  return { object: "page", entry: [{ id: page, time, changes }] };
}

/** The component that every template has. */
export function bodyOf({ components }: SimulatedTemplate): Record<string, unknown> {
  const body = components.find((one) => fieldsOf(one, "component").type === "BODY");
  return fieldsOf(body, "body");
}
