import type { Mailer } from "@meetbot/model/mail.ts";
import type { Logger } from "pino";
import type { Config } from "../config.ts";
import { createSmtpMailer } from "../mail/smtp-mailer.ts";

/** Sends through the operator's mail server; `null`: there is none, and codes are not offered. */
export function mailerOf({ mail }: Config, log: Logger): Mailer | null {
  return mail && createSmtpMailer({ ...mail, log });
}
