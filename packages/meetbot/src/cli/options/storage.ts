import { showControlsInJson } from "@meetbot/conformance/terminal/show-controls.ts";
import pino, { type Logger } from "pino";
import { type Config, readConfig } from "../../config.ts";
import { openStorage } from "../../operations/open-storage.ts";
import type { Store } from "../../store/store.ts";

/**
 * Does something with the store that the environment names, also beside a running server. Throws a
 * `ConfigError` where the environment is wrong, and what {@link openStorage} throws.
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

/** Logs as JSON lines on standard error: standard output belongs to a command's result. */
export function createLogger(level: Config["logLevel"]): Logger {
  const output = pino.destination({ dest: 2, sync: true });
  return pino(
    { level, base: null },
    { write: (line: string) => output.write(`${showControlsInJson(line.trimEnd())}\n`) },
  );
}
