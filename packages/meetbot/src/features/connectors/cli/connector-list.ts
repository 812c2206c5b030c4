import { print, printJson } from "@meetbot/conformance/terminal/print.ts";
import type { Command } from "commander";
import { offeredConnectors } from "../host/connector-host.ts";

/** `meetbot connector list`: which platforms can be connected, and which settings each needs. */
export function addListCommand(connector: Command): void {
  connector
    .command("list")
    .description("List the platforms that can be connected, and the fields of their configuration.")
    .option("--json", "print one JSON array")
    .action(({ json }: { json?: boolean }) => {
      const offered = offeredConnectors();
      if (json) {
        // The keys are a public contract.
        printJson(
          offered.map(({ name, title, fields }) => ({
            ...{ name, title },
            fields: fields.map(({ name, kind, isRequired, choices = [] }) => ({
              ...{ name, kind, required: isRequired, choices },
            })),
          })),
        );
        return;
      }
      for (const { name, title, fields } of offered) {
        const told = fields.map((field) => {
          const kind = field.choices?.join("|") ?? field.kind;
          return `${field.name} (${kind}${field.isRequired ? "" : ", optional"})`;
        });
        print(`${name.padEnd(12)}  ${title.padEnd(14)}  ${told.join(", ")}`);
      }
    });
}
