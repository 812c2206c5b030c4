import { CommandError } from "@meetbot/conformance/terminal/failure.ts";
import type { Command } from "commander";
import { readConfig } from "../../config.ts";

/** The container's supervisor checks again soon, and does not wait long itself. */
const withinMs = 4_000;

/** Wildcard listening addresses, each with an address at which the server can be reached. */
const reachedAt: Readonly<Record<string, string>> = { "0.0.0.0": "127.0.0.1", "::": "::1" };

/** `meetbot healthcheck`: for container supervisors that check health by running a program in the container. */
export function addHealthcheckCommand(program: Command): void {
  program
    .command("healthcheck")
    .description(
      "Ask the server that runs here, with the same environment, whether it is alive. Exit code 1 if not. It is the image's health check.",
    )
    .option("--ready", "ask whether it can serve, its database included")
    .action(async ({ ready }: { ready?: boolean }) => {
      const { host: listens, port } = readConfig(process.env);
      const host = reachedAt[listens] ?? listens;
      const url = `http://${host.includes(":") ? `[${host}]` : host}:${port}/${ready ? "readyz" : "healthz"}`;
      const answer = await ask(url);
      if (answer !== null) throw new CommandError(`${url}: ${answer}`);
    });
}

/** Returns what is wrong at the URL, or `null` if nothing is. */
async function ask(url: string): Promise<string | null> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(withinMs) });
    return response.ok ? null : `${response.status} ${await response.text()}`;
  } catch (error) {
    return (error as Error).message;
  }
}
