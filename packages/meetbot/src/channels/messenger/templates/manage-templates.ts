import type { HeldTemplate, OwnTemplate } from "@meetbot/model/push/message-template.ts";
import type { Publishing, SendFailure } from "../../channel.ts";
import { fieldsAt, idAt, isFields, listAt } from "../../fields.ts";
import { callGraph, type Graph, type GraphAnswer, type PageAccess } from "../graph/graph.ts";
import { sampleShop } from "./own-templates.ts";
import { readTemplate } from "./read-template.ts";

const edge = "/message_templates";
const perCall = 100;
/** A page never has more templates than this many calls return. */
const maxCalls = 10;

export type TemplateList = { ok: true; templates: HeldTemplate[] } | SendFailure;

/** Returns all templates of a page, including those that are not ours. */
export async function listTemplates(page: PageAccess, graph: Graph): Promise<TemplateList> {
  const templates: HeldTemplate[] = [];
  const asked = `${edge}?fields=id,name,language,status,rejected_reason&limit=${perCall}`;
  for (let after = "", call = 0; call < maxCalls; call++) {
    const next = after && `&after=${encodeURIComponent(after)}`;
    const answer = await callGraph({ method: "GET", edge: asked + next }, page, graph);
    if (!answer.ok) return answer;
    templates.push(
      ...listAt(answer.body, "data")
        .filter(isFields)
        .flatMap((entry) => readTemplate(entry) ?? []),
    );
    const paging = fieldsAt(answer.body, "paging");
    after = (paging.next !== undefined && idAt(fieldsAt(paging, "cursors"), "after")) || "";
    if (after === "") break;
  }
  return { ok: true, templates };
}

/** The failures that stop publishing, because the next template would fail in the same way. */
const endsAll: ReadonlySet<SendFailure["failure"]> = new Set([
  ...(["auth", "rate", "restricted", "transient", "ambiguous"] as const),
]);

/**
 * Creates at Meta the templates that the page lacks; a rejected one stays rejected until it is deleted. `templates`:
 * all that the page has afterwards.
 */
export async function publishTemplates(
  wanted: readonly OwnTemplate[],
  page: PageAccess,
  graph: Graph,
): Promise<Publishing> {
  const there = await listTemplates(page, graph);
  if (!there.ok) return { templates: null, refused: there };
  const { templates } = there;
  const isThere = (own: OwnTemplate) =>
    templates.some(({ name, language }) => name === own.name && language === own.language);
  let refused: SendFailure | null = null;
  for (const own of wanted.filter((one) => !isThere(one))) {
    const body = toCreate(own);
    const answer = await callGraph({ method: "POST", edge, body }, page, graph);
    const made = answer.ok ? readTemplate({ ...answer.body, ...own }) : null;
    if (made) templates.push(made);
    if (answer.ok) continue;
    refused ??= answer;
    if (endsAll.has(answer.failure)) break;
  }
  return { templates, refused };
}

/** Deletes one template. Without its id, Meta would delete the name in every language. */
export function deleteTemplate(
  { name, externalId }: Pick<HeldTemplate, "name" | "externalId">,
  page: PageAccess,
  graph: Graph,
): Promise<GraphAnswer> {
  const which = `name=${encodeURIComponent(name)}&hsm_id=${encodeURIComponent(externalId)}`;
  return callGraph({ method: "DELETE", edge: `${edge}?${which}` }, page, graph);
}

/** Meta refuses a placeholder without a sample, and an example on a POSTBACK. */
function toCreate({ name, language, text, button }: OwnTemplate): object {
  return {
    ...{ name, language, category: "UTILITY" },
    components: [
      { type: "BODY", text, example: { body_text: [[sampleShop]] } },
      { type: "BUTTONS", buttons: [{ type: "POSTBACK", text: button }] },
    ],
  };
}
