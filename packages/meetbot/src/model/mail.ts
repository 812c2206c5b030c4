/** One mail to one customer. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
  html: string;
}

/** How sending ended. `address_refused`: the mail server knows no such mailbox, trying again is useless. */
export type MailOutcome = "sent" | "address_refused" | "failed";

/** Sends mails. Whatever goes wrong comes back as an outcome; it never rejects. */
export interface Mailer {
  send(mail: Mail): Promise<MailOutcome>;
}
