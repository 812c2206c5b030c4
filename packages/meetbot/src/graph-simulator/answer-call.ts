import { createHmac } from "node:crypto";
import { GraphFault } from "./graph-fault.ts";
import {
  createTemplate,
  deleteTemplates,
  listTemplates,
  templateLibrary,
} from "./message-templates.ts";
import { profile as checkProfile } from "./profile-shape.ts";
import { sendMessage, type Taken } from "./send-message.ts";
import { fieldsOf } from "./shape.ts";
import { countCall, type GraphState, type SimulatedPage } from "./state.ts";
import { subscribableFields } from "./subscribable-fields.ts";
import { passThreadControl, takeThreadControl } from "./thread-control.ts";

/** A received call. Graph treats parameters of the URL and of the body alike. */
export interface Call {
  method: string;
  path: string;
  params: Record<string, unknown>;
  token: string;
}

/** Answers one call of the Graph API, or throws a {@link GraphFault}. */
export function answerCall(state: GraphState, call: Call): Taken {
  const [, id = "", edge = ""] = /^\/v\d+\.\d+\/([^/]+)(?:\/([^/]+))?$/.exec(call.path) ?? [];
  if (id === "") throw new GraphFault(2500, "Unknown path components", { status: 404 });
  if (id === "debug_token") return only(debugToken(state, call));
  const page = authorize(state, call);
  if (id === "app" && call.method === "GET" && edge === "") return only({ id: state.app.id });
  if (id !== "me" && id !== page.id) {
    const why =
      "Unsupported request. Object does not exist or cannot be loaded due to missing permissions";
    throw new GraphFault(100, why, { subcode: 33 });
  }
  const { access_token: _, appsecret_proof: __, ...params } = call.params;
  switch (`${call.method} ${edge}`) {
    case "POST messages":
      return sendMessage(state, page, params);
    case "POST pass_thread_control":
      return only(passThreadControl(state, page, params));
    case "POST take_thread_control":
      return only(takeThreadControl(state, page, params));
    case "GET ":
      return only({ id: page.id, name: page.name });
    case "GET subscribed_apps":
      return only({ data: page.subscribedFields.length > 0 ? [subscribed(state, page)] : [] });
    case "POST subscribed_apps":
      return only(subscribe(page, params));
    case "DELETE subscribed_apps":
      page.subscribedFields = [];
      return only({ success: true });
    case "GET messenger_profile":
      return only({ data: [page.profile] });
    case "POST messenger_profile":
      return only(setProfile(state, page, params));
    case "DELETE messenger_profile":
      return only(clearProfile(state, page, params));
    case "GET message_templates":
      return only(listTemplates(page, params));
    case "POST message_templates":
      return only(createTemplate(state, page, params));
    case "DELETE message_templates":
      return only(deleteTemplates(page, params));
    case "GET message_template_library":
      return only(templateLibrary(page, params));
    default:
      throw new GraphFault(100, `Unsupported ${call.method.toLowerCase()} request.`, {
        subcode: 33,
      });
  }
}

const only = (answer: object): Taken => ({ answer, sent: null });

function authorize(
  { pages, app, requiresProof }: GraphState,
  { token, params }: Call,
): SimulatedPage {
  const page = pages.find((one) => one.token === token);
  if (!page) throw new GraphFault(190, "Invalid OAuth access token.", { status: 401 });
  const proof = params.appsecret_proof;
  if (proof === undefined) {
    if (!requiresProof) return page;
    throw new GraphFault(100, "API calls from the server require an appsecret_proof argument");
  }
  if (proof !== createHmac("sha256", app.secret).update(token).digest("hex")) {
    throw new GraphFault(100, "Invalid appsecret_proof provided in the API argument");
  }
  return page;
}

/** Only the app itself may ask about a token: with its id and its secret. */
function debugToken({ app, pages }: GraphState, { token, params }: Call): object {
  if (token !== `${app.id}|${app.secret}`) {
    throw new GraphFault(190, "Invalid OAuth access token signature.", { status: 401 });
  }
  const page = pages.find((one) => one.token === params.input_token);
  if (!page) {
    const error = { code: 190, message: "Invalid OAuth access token." };
    return { data: { is_valid: false, scopes: [], error } };
  }
  return {
    data: {
      app_id: app.id,
      type: "PAGE",
      is_valid: true,
      profile_id: page.id,
      expires_at: 0,
      scopes: page.scopes,
    },
  };
}

function subscribed({ app }: GraphState, { subscribedFields }: SimulatedPage): object {
  return { id: app.id, subscribed_fields: subscribedFields };
}

function subscribe(
  page: SimulatedPage,
  { subscribed_fields: given }: Record<string, unknown>,
): object {
  const fields = Array.isArray(given) ? given.map(String) : String(given ?? "").split(",");
  const unknown = fields.find((field) => !subscribableFields.has(field));
  if (unknown !== undefined) {
    throw new GraphFault(100, `Param subscribed_fields must be one of {…} - got "${unknown}".`);
  }
  page.subscribedFields = fields;
  return { success: true };
}

function countProfileCall({ now }: GraphState, page: SimulatedPage): void {
  countCall(page.profileCallsAtMs, now(), { max: 10, windowMs: 600_000 });
}

function setProfile(
  state: GraphState,
  page: SimulatedPage,
  params: Record<string, unknown>,
): object {
  countProfileCall(state, page);
  checkProfile(params, "profile");
  const after = { ...page.profile, ...params };
  if (after.persistent_menu !== undefined && after.get_started === undefined) {
    throw new GraphFault(
      100,
      "You must set a Get Started button if you also wish to use persistent menu",
    );
  }
  page.profile = after;
  return { result: "success" };
}

function clearProfile(
  state: GraphState,
  page: SimulatedPage,
  params: Record<string, unknown>,
): object {
  countProfileCall(state, page);
  const names = fieldsOf(params, "profile").fields;
  const kept = Object.entries(page.profile).filter(([name]) => !(names as string[]).includes(name));
  page.profile = Object.fromEntries(kept);
  return { result: "success" };
}
