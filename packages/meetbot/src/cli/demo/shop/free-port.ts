import { CommandError } from "@meetbot/conformance/terminal/failure.ts";

/** The number of ports to try, one after the other. */
const maxTries = 50;

/**
 * Starts something on the first free port; `start` returns `null` if a port is taken. Throws a {@link CommandError} if
 * 50 ports in a row are taken.
 */
export async function onFreePort<Started>(
  first: number,
  start: (port: number) => Promise<Started | null>,
  onTaken: (port: number, next: number) => void,
): Promise<Started> {
  for (let port = first; port < first + maxTries; port++) {
    const started = await start(port);
    if (started !== null) return started;
    onTaken(port, port + 1);
  }
  throw new CommandError(`The ports ${first} to ${first + maxTries - 1} are all taken.`);
}
