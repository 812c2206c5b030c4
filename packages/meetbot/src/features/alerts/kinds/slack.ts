import { overHttp } from "../form/over-http.ts";
import { readUrl } from "../form/read-url.ts";

/** "Maximum length for the text in this field is 3000 characters": Slack's section block, the label included. */
const maxLineLength = 2_900;

/**
 * Slack's incoming webhooks, and whatever speaks like them. About one message a second; the answer is
 * `ok`, or an error's name in plain text with a status of 400 to 500.
 * https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks
 */
export const slack = overHttp({
  kind: "slack",
  perMinute: 60,
  read: (given, isOwn) =>
    readUrl(
      given,
      {
        hosts: ["hooks.slack.com", "hooks.slack-gov.com"],
        path: /^\/(services|workflows|triggers)\/\w/,
      },
      isOwn,
    ),
  compose({ title, lines, link }, { url = "" }) {
    const rows = lines.map(({ label, value }) => `*${escapeText(label)}:* ${escapeText(value)}`);
    return {
      url,
      body: {
        text: escapeText(title),
        blocks: [
          section(`*${escapeText(title)}*`),
          ...rows.map(section),
          ...(link ? [section(`<${escapeText(link.url)}|${escapeText(link.label)}>`)] : []),
        ],
      },
    };
  },
  readError(body) {
    const said = body.trim();
    if (said === "ok") return null;
    const name = /^[a-z_]{1,60}$/.test(said) ? said : "the answer is not Slack's";
    return { problem: name, isRate: name === "rate_limited" };
  },
});

/** `verbatim`: Slack turns nothing in the text into a link or a mention. */
const section = (text: string) => ({
  type: "section",
  text: { type: "mrkdwn", text, verbatim: true },
});

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** "Replace the ampersand, less-than and greater-than": escaping these three prevents mentions. */
function escapeText(text: string): string {
  let escaped = "";
  for (const point of text) {
    const next = escapes[point] ?? point;
    if (escaped.length + next.length > maxLineLength) return `${escaped}…`;
    escaped += next;
  }
  return escaped;
}
