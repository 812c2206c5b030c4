import { note } from "@meetbot/conformance/terminal/print.ts";
import { showControlsInJson } from "@meetbot/conformance/terminal/show-controls.ts";
import pino, { type Logger } from "pino";
import { type Config, readConfig } from "../../config.ts";
import { openStorage } from "../../operations/open-storage.ts";
import type { Store } from "../../store/store.ts";
import { logForm } from "../../tracing/log-form.ts";
import { toLogLine } from "../terminal/log-line.ts";

/**
 * Runs `use` with the environment's store, even while a server runs. Throws a `ConfigError` if the environment is
 * invalid, and whatever {@link openStorage} throws.
 */
export async function withStore<Result>(use: (store: Store) => Promise<Result>): Promise<Result> {
  const config = readConfig(process.env);
  const { store, close } = await openStorage(config, createLogger("warn"));
  try {
    return await use(store);
  } finally {
    await close();
  }
}

/**
 * Logs on standard error, for standard output belongs to a command's result: as JSON lines, and to
 * who looks at a terminal in words.
 */
export function createLogger(level: Config["logLevel"]): Logger {
  const options = { level, base: null, ...logForm };
  if (process.stderr.isTTY) return pino(options, { write: (line) => note(toLogLine(line)) });
  const output = pino.destination({ dest: 2, sync: true });
  return pino(options, {
    write: (line: string) => output.write(`${showControlsInJson(line.trimEnd())}\n`),
  });
}
