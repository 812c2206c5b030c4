import type { TemplateRef } from "@meetbot/model/push/message-template.ts";
import type { SendFailure, TemplateProblem } from "../../channel.ts";
import { cutEnd } from "../../cut-text.ts";
import { idAt } from "../../fields.ts";
import { callGraph, type Graph, type PageAccess } from "../graph/graph.ts";
import type { PageCustomer } from "../graph/page-customer.ts";
import { recipientOf, type SendOutcome } from "../graph/send.ts";
import { whereIsItPayload } from "../inbound/receive.ts";

/** The longest parameter that Meetbot allows, because parameters stand in the middle of a sentence. */
const maxParameterLength = 80;

/** Meta accepts fewer than 1,000 characters. */
const maxMetadataLength = 999;

/** A template for a customer. */
export interface TemplateMessage {
  template: TemplateRef;
  /** One for each place, in their order. */
  parameters: readonly string[];
  /** Returned with the echo. */
  metadata: string;
}

/** Sends a template; the window need not be open, and the tap on its button opens it. */
export async function sendTemplate(
  to: PageCustomer,
  { template: { name, language }, parameters, metadata }: TemplateMessage,
  page: PageAccess,
  graph: Graph,
): Promise<SendOutcome> {
  const texts = parameters.map((text) => ({ type: "text", text: toParameter(text) }));
  const body = {
    recipient: recipientOf(to),
    messaging_type: "UTILITY",
    message: {
      template: {
        name,
        language: { code: language },
        components: [
          { type: "body", parameters: texts },
          { type: "buttons", parameters: [{ type: "POSTBACK", payload: whereIsItPayload }] },
        ],
      },
      metadata: metadata.slice(0, maxMetadataLength),
    },
  };
  const answer = await callGraph({ method: "POST", edge: "/messages", body }, page, graph);
  if (!answer.ok) return answer;
  const mid = idAt(answer.body, "message_id");
  return mid === undefined ? { ok: false, failure: "ambiguous" } : { ok: true, mid };
}

/**
 * Returns the text as a valid parameter: Meta accepts no line breaks, tabs or runs of spaces, and no empty parameter.
 */
export function toParameter(text: string): string {
  const line = text.replace(/[\p{White_Space}\p{Cc}]+/gu, " ").trim();
  return cutEnd(line, maxParameterLength) || "…";
}

/**
 * 2018416: a button type that templates do not support; 2388051: an example where none is allowed; 1893029: the
 * buttons' parameters.
 */
const shapeSubcodes: ReadonlySet<number> = new Set([2018416, 2388051, 1893029]);

/**
 * Returns the meaning of a refusal for templates. A missing right for templates does not stop the page: the bot keeps
 * answering.
 */
export function templateProblemOf({ failure, code, subcode }: SendFailure): TemplateProblem {
  if (subcode !== undefined && shapeSubcodes.has(subcode)) return "shape";
  if (failure === "window") return "window";
  if (failure === "auth") return code === 10 || code === 200 ? "permission" : "link";
  if (failure === "restricted") return "link";
  return failure === "bad" ? "template" : "call";
}
