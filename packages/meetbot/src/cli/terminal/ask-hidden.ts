import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { CommandError } from "@meetbot/conformance/terminal/failure.ts";
import { note } from "@meetbot/conformance/terminal/print.ts";

/**
 * Asks for hidden input at the terminal. Without a terminal, throws a {@link CommandError} with `otherwise`, which
 * explains what to do instead.
 */
export async function askHidden(question: string, otherwise: string): Promise<string> {
  if (!process.stdin.isTTY) throw new CommandError(otherwise);
  note(question);
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({ input: process.stdin, output: unseen, terminal: true });
  // Ctrl-C exits, as everywhere.
  reader.once("SIGINT", () => process.exit(130));
  try {
    return await reader.question("");
  } finally {
    reader.close();
  }
}
