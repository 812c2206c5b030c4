import type { Recognition } from "@meetbot/model/conversation/recognition.ts";

const ascii = /^[!-~]+$/;

/**
 * Leaves out emails in letters other than plain Latin ones. A shop's search or a mail server may take `jané@…` for
 * `jane@…`, who is somebody else: Meetbot asks nobody about them.
 */
export function withPlainEmails(said: Recognition): Recognition {
  const emails = said.entities.emails.filter(({ value }) => ascii.test(value));
  return { ...said, entities: { ...said.entities, emails } };
}
