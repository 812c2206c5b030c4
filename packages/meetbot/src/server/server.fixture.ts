import type { TestContext } from "node:test";
import pino from "pino";
import { openTestStore } from "../store/store.fixture.ts";
import { logForm } from "../tracing/log-form.ts";
import { type ServerOptions, startServer } from "./start-server.ts";

/** Fills a store before a server uses it. */
export type Seed = (
  parts: Pick<Awaited<ReturnType<typeof openTestStore>>, "store" | "run" | "url">,
) => Promise<unknown>;

/**
 * A server on a store of its own; both go with the test. Its log is kept, at every level. What is
 * seeded is there before its worker looks.
 */
export async function startTestServer(
  t: TestContext,
  options: Partial<ServerOptions> = {},
  seed: Seed = async () => {},
) {
  const { store, run, url } = await openTestStore(t);
  await seed({ store, run, url });
  const logged: string[] = [];
  const server = await startServer({
    store,
    mailer: null,
    host: "127.0.0.1",
    port: 0,
    hosts: null,
    ownOrigins: () => [],
    waitForMoreMs: 0,
    log: pino({ level: "trace", ...logForm }, { write: (line: string) => logged.push(line) }),
    ...options,
  });
  let closed: Promise<void> | undefined;
  const close = () => {
    closed ??= server.close();
    return closed;
  };
  t.after(close);
  return { close, url: server.url, databaseUrl: url, store, run, logged };
}
