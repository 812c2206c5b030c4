import type { Part, PushChannel, TemplateSide } from "../channel.ts";
import { fetchAttachment } from "./graph/fetch-attachment.ts";
import { graphAt } from "./graph/graph.ts";
import { toOutboxId } from "./graph/outbox-id.ts";
import { keysOf, toPageCustomer } from "./graph/page-customer.ts";
import { passToPageInbox } from "./graph/pass-to-page-inbox.ts";
import { send, sendAction } from "./graph/send.ts";
import { readBody } from "./inbound/read-body.ts";
import { toFacts } from "./inbound/to-facts.ts";
import { hasSignature, isSigned, signatureHeader, verifySubscription } from "./inbound/verify.ts";
import { checkPage, type PageCheck, unsubscribe } from "./page/check-page.ts";
import { setProfile } from "./page/profile.ts";
import { channelName, pageOf } from "./page.ts";
import type { GraphMessage } from "./rendering/graph-message.ts";
import { render } from "./rendering/render.ts";
import { withPrefixText } from "./rendering/with-prefix-text.ts";
import { deleteTemplate, listTemplates, publishTemplates } from "./templates/manage-templates.ts";
import { ownTemplates } from "./templates/own-templates.ts";
import { readTemplateNews } from "./templates/read-template.ts";
import { sendTemplate, templateProblemOf } from "./templates/send-template.ts";

/** Facebook Messenger, in which a Facebook Page speaks through a bot. */
export const messenger: PushChannel<GraphMessage, PageCheck> & {
  name: typeof channelName;
  templates: TemplateSide;
} = {
  name: channelName,
  delivery: "push",
  // The standard messaging window of Meta's.
  windowHours: 24,
  // With the tag HUMAN_AGENT.
  personWindowHours: 7 * 24,
  lostAnswers: "await_echo",
  rateLimits: "link",
  linksAccounts: true,
  webhook: {
    answerChallenge: (query, link) => verifySubscription(query, pageOf(link).verifyToken),
    isPlausible: ({ headers }) => hasSignature(headers.get(signatureHeader)),
    verify: ({ body, headers }, link) =>
      isSigned(body, headers.get(signatureHeader), pageOf(link).appSecret),
    receive(body, link) {
      const { events, changes } = readBody(new TextDecoder().decode(body));
      const own = pageOf(link);
      const templates = changes
        .filter(({ page }) => page === own.pageId)
        .flatMap((change) => readTemplateNews(change) ?? []);
      return { facts: toFacts(events, own), templates };
    },
    answers: {
      accepted: "EVENT_RECEIVED",
      notVerified: {
        code: "invalid_signature",
        message:
          "X-Hub-Signature-256 is not the HMAC-SHA256 of this body with the app secret that the page was connected with.",
      },
      notConnected: {
        code: "no_such_page",
        message:
          "No page is connected to a bot with this id. Connect one with: meetbot channel messenger connect",
      },
    },
  },
  openApi: graphAt,
  render(reply, { spent, ...where }) {
    const [order] = reply.kind === "orders" ? reply.orders : [];
    const receipts = !spent.has(order?.order_number ?? "");
    const { messages, notes } = render(reply, { ...where, receipts });
    return { parts: messages.map(toPart), notes };
  },
  join: withPrefixText,
  async send({ message, to, part, isPersons }, link, graph) {
    const outgoing = { ...toPageCustomer(to), message, isPersons, outboxId: toOutboxId(part) };
    return send(outgoing, pageOf(link), graph);
  },
  showTyping: (to, link, graph) => sendAction("typing_on", toPageCustomer(to), pageOf(link), graph),
  fetchAttachment: (url, _link, way) => fetchAttachment(url, way),
  passesOn: ({ messengerHandover }) => messengerHandover === "page",
  passOn: (to, note, link, graph) => passToPageInbox(toPageCustomer(to), note, pageOf(link), graph),
  templates: {
    own: ownTemplates,
    publish: (wanted, link, graph) => publishTemplates(wanted, pageOf(link), graph),
    list: (link, graph) => listTemplates(pageOf(link), graph),
    remove: (held, link, graph) => deleteTemplate(held, pageOf(link), graph),
    send: ({ to, ...message }, link, graph) =>
      sendTemplate(toPageCustomer(to), message, pageOf(link), graph),
    problemOf: templateProblemOf,
  },
  link: {
    noun: "page",
    check: (connection, graph, how) => checkPage(pageOf(connection), graph, how),
    end: (link, graph) => unsubscribe(pageOf(link), graph),
    publishProfile: (bot, link, graph) => setProfile(bot, pageOf(link), graph),
  },
  customerId: { noun: "user", meaning: "the customer's page-scoped id", keysOf },
};

/** Meta wants a receipt's number once. */
function toPart(message: GraphMessage): Part<GraphMessage> {
  const payload = "attachment" in message ? message.attachment.payload : null;
  return {
    message,
    once: payload?.template_type === "receipt" ? payload.order_number : undefined,
  };
}
