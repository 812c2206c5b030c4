import type { Bots } from "../../store/bots/bots.ts";

/** Warns the operator at each start which bots show everything, and which show guests nothing. */
export async function warnOfPolicies(
  bots: Pick<Bots, "list">,
  sendsCodes: boolean,
  log: { warn(fields: object, message: string): void },
): Promise<void> {
  for (const { id, policy } of await bots.list()) {
    if (policy === "off") log.warn({ bot: id }, "policy off: emails are not checked");
    if (policy === "code" && !sendsCodes) log.warn({ bot: id }, codeWithoutMail);
  }
}

const codeWithoutMail =
  "policy code without MEETBOT_SMTP_URL: only shoppers that the shop vouches for see orders";
