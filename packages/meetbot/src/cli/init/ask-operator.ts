import type { Readable, Writable } from "node:stream";
import { CommandError } from "@meetbot/conformance/terminal/failure.ts";
import type { Answers } from "./installation.ts";
import { dataVariables, faultOf, mailVariables, placeVariables } from "./installation.ts";

/** Answers that the terminal prompt collects; values that are already set are not asked for. */
export interface Wanted extends Answers {
  shop: string;
  webhook: string;
}

/** Where the questions are shown and answered; by default this process's own terminal. */
export interface Terminal {
  input?: Readable;
  output?: Writable;
}

const usual = { data: ".meetbot-shop", port: "4400" } as const;

/**
 * Asks four questions, each with a default that Enter accepts. Throws a {@link CommandError} if the operator cancels.
 */
export async function askOperator(
  known: Partial<Wanted>,
  checkWebhook: (url: string) => string | undefined,
  terminal: Terminal = {},
): Promise<Wanted> {
  const { intro, isCancel, text } = await import("@clack/prompts");

  async function ask(
    message: string,
    placeholder: string,
    fault: (answer: string) => string | undefined,
  ) {
    const answer = await text({
      message,
      placeholder,
      validate: (value = "") => fault(value.trim()),
      ...terminal,
    });
    if (isCancel(answer)) throw new CommandError("Nothing was written.");
    return (answer ?? "").trim();
  }

  intro("Four questions; Enter takes what stands there.", terminal);
  const data =
    known.data ??
    ((await ask(
      "1. Where is data kept? A folder, or the URL of a PostgreSQL database",
      usual.data,
      (answer) => faultOf(dataVariables(answer || usual.data)),
    )) ||
      usual.data);
  const place =
    known.url ??
    known.port ??
    (await ask(
      "2. Where do customers reach it? Its public URL, or a port to try it on this machine",
      usual.port,
      (answer) => faultOf(placeVariables(readPlace(answer))),
    ));
  const smtpUrl =
    known.smtpUrl ??
    (await ask(
      "3. Which mail server sends codes to customers? smtp://name:password@host:587",
      "none for now",
      (answer) => faultOf(mailVariables({ smtpUrl: answer, mailFrom: answer && "a@shop.example" })),
    ));
  const mailFrom =
    known.mailFrom ??
    (smtpUrl
      ? await ask("   From whom? Shop <orders@shop.example>", "", (answer) =>
          faultOf(mailVariables({ smtpUrl, mailFrom: answer })),
        )
      : "");
  const shop =
    known.shop ?? (await ask("4. What is the first shop called?", "later", () => undefined));
  const webhook =
    known.webhook ??
    (shop
      ? await ask("   Which URL of its does Meetbot ask?", "later", checkIfAny(checkWebhook))
      : "");
  const { url, port } = { ...readPlace(place), ...(known.port && { port: known.port }) };
  return { data, url, port, smtpUrl, mailFrom, shop, webhook };
}

const checkIfAny = (judge: (url: string) => string | undefined) => (answer: string) =>
  answer === "" ? undefined : judge(answer);

/** Parses an answer: a number is a port, anything else an address. */
function readPlace(answer: string): { url: string; port: string } {
  return /^\d+$/.test(answer) ? { url: "", port: answer } : { url: answer, port: "" };
}
