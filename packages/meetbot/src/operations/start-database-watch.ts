import type { Logger } from "pino";
import type { Store } from "../store/store.ts";

/** A clock is set wrong, and right again, within a minute or not at all. */
const lookEveryMs = 30_000;

const clockOff =
  "the clock of this machine and that of the database differ; signatures and proofs go by the database's. Have both kept by a time server";
const readOnly = "the database can only be read: this node is not ready, and stores nothing";

/** Logs each problem with the database or this machine's clock that an operator must fix, once each time it starts. */
export function startDatabaseWatch(
  store: Pick<Store, "ping" | "clock">,
  log: Pick<Logger, "warn" | "error" | "info">,
): { stop(): Promise<void> } {
  let wasOff = false;
  let wasReadOnly = false;
  const tell = (isReadOnly: boolean) => {
    const isOff = store.clock.isOff();
    const aheadS = Math.round(store.clock.aheadMs() / 1_000);
    if (isOff && !wasOff) log.warn({ aheadS }, clockOff);
    if (!isOff && wasOff)
      log.info({ aheadS }, "the clock of this machine agrees with the database's");
    if (isReadOnly && !wasReadOnly) log.error(readOnly);
    if (!isReadOnly && wasReadOnly) log.info("the database can be written to again");
    wasOff = isOff;
    wasReadOnly = isReadOnly;
  };
  // When the database does not answer at all, the code that needs it reports that.
  const look = () =>
    store.ping().then(
      ({ isReadOnly }) => tell(isReadOnly),
      () => {},
    );
  let looking = look();
  const timer = setInterval(() => {
    looking = look();
  }, lookEveryMs);
  return {
    stop() {
      clearInterval(timer);
      return looking;
    },
  };
}
