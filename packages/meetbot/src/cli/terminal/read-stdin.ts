import { buffer } from "node:stream/consumers";

/** Everything on standard input, byte for byte. */
export function readStdin(): Promise<Buffer> {
  return buffer(process.stdin);
}

/** The lines of standard input, split at "\n" alone. A final line break ends the last line. */
export async function* stdinLines(): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let rest = "";
  for await (const chunk of process.stdin) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  rest += decoder.decode();
  if (rest !== "") yield rest;
}
