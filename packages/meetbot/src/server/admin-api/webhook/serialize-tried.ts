import type { z } from "@hono/zod-openapi";
import type { TriedQuery } from "@meetbot/admin-api/contract/webhook.ts";
import type { Finding } from "@meetbot/conformance/inspection/finding.ts";
import type { Sent } from "@meetbot/conformance/inspection/inspection.ts";
import { toCurl, toResent } from "@meetbot/conformance/inspection/to-curl.ts";
import type { Tried } from "@meetbot/conformance/trial/try-query.ts";
import { emptyBook } from "@meetbot/model/answers/answer-book.ts";
import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { VisibleReply } from "@meetbot/model/conversation/reply.ts";
import { inEachLanguage } from "@meetbot/presentation";
import { type PreviewEntry, previewAnswer } from "../../../operations/preview-answer.ts";
import { fingerprintOf } from "../../../secrets/fingerprint.ts";
import { dialogContext } from "../../../turn/dialog-context.ts";
import { createMessengerLook, joinLooks } from "../messenger/messenger-look.ts";
import { serializeSent } from "./serialize-exchange.ts";
import { formatFinding } from "./serialize-run.ts";

type Told = z.infer<typeof TriedQuery>;

/** Returns one query with everything about it that may be shown. */
export function serializeTried(
  { query, sent, findings, answer }: Tried,
  { bot, secret, sendsCodes }: { bot: Bot; secret: string; sendsCodes: boolean },
): Told {
  const isForged = sent.recipe.signedWith !== undefined || sent.recipe.signedBody !== undefined;
  const { timeZone } = bot;
  const now = Date.now();
  const speaker = dialogContext(bot, { sendsCodes, offersLinks: false, answers: emptyBook, now });
  const previews = isForged ? [] : previewAnswer(query, answer, { speaker, now, timeZone });
  return {
    exchange: serializeSent(sent),
    signatures: signaturesOf(sent),
    secret: fingerprintOf(secret),
    findings: findings.map(serializeOne),
    answer:
      answer.kind === "unavailable" || answer.kind === "refusal" ? answer.reason : answer.kind,
    preview: previews.map(({ level, entries }) => ({
      level: level === null ? null : (String(level) as "0" | "package" | "1" | "2"),
      entries: inEachLanguage((locale) => entries[locale].map((entry) => ({ ...entry }))),
      messenger: inEachLanguage((locale) => inMessenger(entries[locale], bot, new Date(now))),
    })),
    code: { curl: toCurl(toResent([sent])) },
  };
}

type Look = Told["preview"][number]["messenger"]["en"];

function inMessenger(entries: readonly PreviewEntry[], { timeZone }: Bot, at: Date): Look {
  const look = createMessengerLook(timeZone);
  const replies = entries.map(({ locale, reply }) => ({ ...reply, locale }) as VisibleReply);
  return joinLooks(replies.map((reply) => ({ reply, look: look(reply, at) }))) as Look;
}

/** All findings on one query share the same exchange, so it is left out here. */
function serializeOne(finding: Finding): Told["findings"][number] {
  return formatFinding({ ...finding, exchanges: [] }, false);
}

const keyOf = {
  secret: null,
  other_secret: "another_secret",
  hash: "none",
  nothing: "none",
} as const;

/** Returns the key and signed text of each signature, and only the beginning of the signature itself. */
function signaturesOf({ recipe, exchange: { requestHeaders: headers } }: Sent): Told["signatures"] {
  const other = keyOf[recipe.signedWith ?? "secret"];
  const hub = headers["x-hub-signature"];
  const webhook = headers["webhook-signature"];
  const before = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.`;
  return [
    ...(webhook === undefined
      ? []
      : [
          {
            header: "webhook-signature" as const,
            value: webhook,
            key: other ?? ("decoded_secret" as const),
            text_before_body: before,
          },
        ]),
    ...(hub === undefined
      ? []
      : [
          {
            header: "x-hub-signature" as const,
            value: hub,
            key: other ?? ("whole_secret" as const),
            text_before_body: "",
          },
        ]),
  ];
}
