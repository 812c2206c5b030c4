import { print, printJson } from "@meetbot/conformance/terminal/print.ts";
import type { Command } from "commander";
import { readConfig } from "../../../config.ts";
import { guardOf } from "../../options/guard-of.ts";
import { stdinLines } from "../../terminal/read-stdin.ts";

export function addCheckUrlCommand(program: Command): void {
  program
    .command("check-url")
    .description("Say whether an endpoint may be called: each URL or IP, or each line of stdin.")
    .argument("[url...]", "URLs, or bare IP addresses")
    .option("--json", "one JSON object a line: url, allowed, reason")
    .action(async (urls: string[], { json }: { json?: boolean }) => {
      const guard = guardOf(readConfig(process.env));
      for await (const url of urls.length > 0 ? urls : stdinLines()) {
        const { allowed, reason } = await guard.judge(url);
        if (json) printJson({ url, allowed, reason });
        else print(`${allowed ? "allowed" : "refused"}  ${reason}  ${url}`);
      }
    });
}
