import { cut } from "../form/cut.ts";
import { overHttp } from "../form/over-http.ts";
import { inWords, jsonFields } from "../form/read-error.ts";
import { readUrl } from "../form/read-url.ts";

/** A message may have 28 KB. */
const maxTextLength = 4_000;

/** The successor of connectors returns this text with status 200 when Teams itself refuses a message. */
const refusedByTeams = "Webhook message delivery failed";

/**
 * A flow of Teams Workflows that posts what its URL receives to a channel or chat. Anyone with the URL may post: its
 * `sig` is the authorization. The flow accepts an Adaptive Card and responds with 202.
 * https://learn.microsoft.com/connectors/teams/#microsoft-teams-webhook
 */
export const teams = overHttp({
  kind: "teams",
  perMinute: 60,
  read: (given, isOwn) =>
    readUrl(
      given,
      {
        hosts: ["*.logic.azure.com", "*.api.powerplatform.com", "*.api.powerautomate.com"],
        path: /[?&]sig=./,
      },
      isOwn,
    ),
  compose({ title, lines, link }, { url = "" }) {
    return {
      url,
      body: {
        type: "message",
        attachments: [
          {
            contentType: "application/vnd.microsoft.card.adaptive",
            contentUrl: null,
            content: {
              $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
              type: "AdaptiveCard",
              version: "1.4",
              body: [
                runs([{ text: title, weight: "Bolder", size: "Medium" }]),
                ...lines.map(({ label, value }) =>
                  runs([
                    { text: `${label}: `, isSubtle: true },
                    { text: cut(value, maxTextLength) },
                  ]),
                ),
              ],
              ...(link && {
                actions: [{ type: "Action.OpenUrl", title: link.label, url: link.url }],
              }),
            },
          },
        ],
      },
    };
  },
  readError(body) {
    if (body.includes(refusedByTeams)) return { problem: cut(body, 200) };
    const { error } = jsonFields(body);
    if (error === undefined) return null;
    const { code, message } = jsonFields(JSON.stringify(error));
    return { problem: inWords(code, message) };
  },
});

/** Teams shows text runs literally; it would parse a text block as Markdown. */
function runs(inlines: { text: string; weight?: string; size?: string; isSubtle?: boolean }[]) {
  return {
    type: "RichTextBlock",
    inlines: inlines.map((run) => ({ type: "TextRun", ...run })),
  };
}
