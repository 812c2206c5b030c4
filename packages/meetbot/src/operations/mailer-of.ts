import type { Mailer } from "@meetbot/model/mail.ts";
import type { Logger } from "pino";
import type { Config } from "../config.ts";
import { createSmtpMailer } from "../mail/smtp-mailer.ts";

/**
 * Returns a mailer that sends through the operator's mail server; `null` if none is configured, in which case codes are
 * not offered.
 */
export function mailerOf({ mail }: Config, log: Logger): Mailer | null {
  return mail && createSmtpMailer({ ...mail, log });
}
