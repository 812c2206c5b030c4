import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { Mailer } from "@meetbot/model/mail.ts";
import type { Context } from "hono";
import {
  type MailTranscriptDeps,
  mailTranscript,
} from "../../operations/transcript/mail-transcript.ts";
import { problem, serviceUnavailable, slowDown } from "../../platform/http/problem.ts";
import type { FloodGate } from "../../platform/limits/flood-gate.ts";
import { bytesOfBody, refuseFlood } from "../../platform/limits/limit-flood.ts";
import type { StrangerOf } from "../../platform/limits/stranger-of.ts";
import type { Mailbox } from "../../store/mailbox/mailbox.ts";
import type { Metrics } from "../metrics/metrics.ts";
import { conversationOf, notYours } from "./conversation-of.ts";

/** The dependencies of the transcript route. */
export interface TranscriptDeps extends Omit<MailTranscriptDeps, "mailer" | "mailbox"> {
  mailbox: Mailbox;
  /** `null`: this server sends no mails. */
  transcriptMailer: Mailer | null;
  findRemembered: Mailbox["find"];
  botOf(botId: string): Promise<Bot | null>;
  /** By which proofs end. */
  now(): number;
  onTurnedAway: Metrics["onTurnedAway"];
  strangerOf: StrangerOf;
  floodGate: FloodGate;
}

/** `POST /chat/{bot_id}/transcript`: mails the conversation to the email that its customer proved to be theirs. */
export async function postTranscript(c: Context, deps: TranscriptDeps): Promise<Response> {
  const ref = await conversationOf(c, deps.findRemembered);
  const bot = ref && (await deps.botOf(ref.botId));
  if (!bot) return notYours(c);
  const network = deps.strangerOf(c);
  const flooded = deps.floodGate.message(network, ref.conversationId, bytesOfBody(c));
  if (flooded) return refuseFlood(c, flooded, deps);
  const { transcriptMailer: mailer } = deps;
  if (!mailer) return problem(c, 501, "no_mail", noMail);
  const outcome = await mailTranscript(bot, ref, { ...deps, mailer }, deps.now());
  switch (outcome.kind) {
    case "sent":
      return c.json({ sent: true });
    case "not_proved":
      return problem(c, 403, "not_proved", notProved);
    case "limited":
      return slowDown(c, "too_many_transcripts", outcome.retryAfterS, tooMany);
    case "failed":
      return serviceUnavailable(c, "mail_failed", "The mail server did not take the mail.");
  }
}

const noMail = "This server sends no mails: MEETBOT_SMTP_URL is not set.";

const notProved =
  "Nobody has proved an email in this conversation. Open it with an identity that the shop's server signed, or have the customer type a code that was mailed.";

const tooMany =
  "This conversation was mailed often enough for now. Try again after the seconds in Retry-After.";
