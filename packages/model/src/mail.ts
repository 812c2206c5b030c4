/** One mail to one mailbox. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Absent if the mail belongs to no thread. */
  thread?: MailThread;
  /** The URL with which a mail program unsubscribes in one tap (RFC 8058); absent for one-off mails. */
  unsubscribe?: string;
}

/** The message ids, without a host, by which mail programs group mails into threads and detect duplicates. */
export interface MailThread {
  id: string;
  /** The name of the first one, which may be this. */
  first: string;
}

/** The outcome of sending. `address_refused`: the mail server has no such mailbox, so a retry is useless. */
export type MailOutcome = "sent" | "address_refused" | "failed";

/** Sends mails. Returns every failure as an outcome; never rejects. */
export interface Mailer {
  send(mail: Mail): Promise<MailOutcome>;
}
