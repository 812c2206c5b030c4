import { isIPv4 } from "node:net";
import { unescape as percentDecode } from "node:querystring";
import type { Mailer, MailOutcome, MailThread } from "@meetbot/model/mail.ts";
import { isMailAddress } from "@meetbot/protocol";
import { createTransport, type NodemailerError, type SMTPTransportOptions } from "nodemailer";

/** Time limits for sending, in milliseconds: a customer waits in the chat meanwhile. */
export interface MailTimeouts {
  connectMs: number;
  greetingMs: number;
  silenceMs: number;
  totalMs: number;
}

export const defaultTimeouts: MailTimeouts = {
  /** From the DNS lookup to the end of STARTTLS; leaves 2 s for the email. */
  connectMs: 8_000,
  /** Limit for a connected server's greeting. Some delay unknown clients on purpose, up to 5 s. */
  greetingMs: 6_000,
  /** Silence at any later point. Some look for spam in a mail before they accept it. */
  silenceMs: 8_000,
  /** The whole exchange, also with a server that sends a word now and then. A customer who waits longer has left. */
  totalMs: 10_000,
};

/** The mail server and the sender, already checked by the configuration. */
export interface SmtpMailerOptions {
  /** `smtp:` or `smtps:`. Only name, password, host and port count, so no query weakens TLS. */
  url: string;
  /** `orders@shop.example`, or `Shop <orders@shop.example>`. */
  from: string;
  log: { warn(fields: object, message: string): void };
  timeouts?: MailTimeouts;
}

/**
 * Sends emails through the operator's mail server. Each email opens its own connection: for a few a minute that costs
 * little, and no connection can die during an idle hour.
 */
export function createSmtpMailer(options: SmtpMailerOptions): Mailer {
  const { url, from, log, timeouts = defaultTimeouts } = options;
  const transport = createTransport(
    {
      ...toServer(new URL(url)),
      connectionTimeout: timeouts.connectMs,
      greetingTimeout: timeouts.greetingMs,
      socketTimeout: timeouts.silenceMs,
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    {
      from: toSender(from),
      // Prevents automatic absence replies to a code.
      headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
    },
  );
  return {
    async send({ to, subject, text, html, thread, unsubscribe }) {
      // The mail library does not refuse an invalid address: it turns it into a different one.
      if (!isMailAddress(to)) return "address_refused";
      const signal = AbortSignal.timeout(timeouts.totalMs);
      try {
        // As an object: a string would be read as a list, and `a@b, c@d` as two recipients.
        await transport.sendMail({
          ...{ to: { name: "", address: to }, subject, text, html, signal },
          ...(unsubscribe && { headers: unsubscribeHeaders(unsubscribe) }),
          ...(thread && threadHeaders(thread, toSender(from).address)),
        });
        return "sent";
      } catch (error) {
        const { code, responseCode, command } = error as NodemailerError;
        const outcome = toOutcome(command, responseCode);
        log.warn({ outcome, code, responseCode, command }, notSent);
        return outcome;
      }
    },
  };
}

/** Not the error's own message: that may hold the address. */
const notSent =
  "A mail was not sent: the mail server refused it, was not reached or took too long. Its own log tells more; see also MEETBOT_SMTP_URL and MEETBOT_MAIL_FROM.";

/**
 * Sends name and password only over TLS, unless the server is this machine. There, `smtp:` uses no TLS: the credentials
 * never leave the machine, and such servers sign their own certificates.
 */
function toServer({ protocol, hostname, port, username, password }: URL): SMTPTransportOptions {
  const host = hostname.replace(/^\[|\]$/g, "");
  const isLocalhost = host.toLowerCase() === "localhost";
  const isThisMachine = isLocalhost || host === "::1" || (isIPv4(host) && host.startsWith("127."));
  const hasCredentials = username !== "" || password !== "";
  return {
    // The mail library queries a DNS server even for `localhost`, which could resolve to another machine.
    ...(isLocalhost ? { host: "127.0.0.1", servername: "localhost" } : { host }),
    port,
    // Set explicitly, because the mail library otherwise goes by the port: 465 is TLS from the first byte (RFC 8314).
    ...(protocol === "smtps:" && { secure: true }),
    requireTLS: hasCredentials && !isThisMachine,
    ignoreTLS: isThisMachine,
    // Set explicitly, so that NODE_TLS_REJECT_UNAUTHORIZED cannot disable the check.
    tls: { rejectUnauthorized: true },
    ...(hasCredentials && {
      auth: { user: percentDecode(username), pass: percentDecode(password) },
    }),
  };
}

/** Parses the sender here, because the mail library would parse `Shop: all <…>` as a list of senders. */
function toSender(from: string): { name: string; address: string } {
  const [, name = "", address = from] = /^"?([^<]+?)"? <([^<>]+)>$/.exec(from) ?? [];
  return { name, address };
}

/** Message ids end in the sender's host, which makes them globally unique (RFC 5322, 3.6.4). */
function threadHeaders({ id, first }: MailThread, sender: string) {
  const host = sender.slice(sender.lastIndexOf("@") + 1);
  const named = (name: string) => `<${name.replace(/[^\w-]+/g, ".")}@${host}>`;
  const before = id === first ? {} : { inReplyTo: named(first), references: [named(first)] };
  return { messageId: named(id), ...before };
}

/** Returns the headers for one-tap unsubscribing, where the mail program itself posts to the URL: RFC 8058. */
function unsubscribeHeaders(url: string) {
  return { "List-Unsubscribe": `<${url}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };
}

function toOutcome(command: string | undefined, responseCode = 0): MailOutcome {
  return command === "RCPT TO" && responseCode >= 500 ? "address_refused" : "failed";
}
