import { resolve } from "node:path";
import { CommandError } from "@meetbot/conformance/terminal/failure.ts";
import { print, printJson } from "@meetbot/conformance/terminal/print.ts";
import type { Command } from "commander";
import { createLogger } from "../../../cli/options/storage.ts";
import { readConfig } from "../../../config.ts";
import { upgradeStore } from "../files/upgrade-store.ts";

interface Options {
  programs?: string;
  json?: true;
}

/** `meetbot upgrade-store`: the database in the data folder moves to a newer PostgreSQL. */
export function addUpgradeStoreCommand(program: Command): void {
  program
    .command("upgrade-store")
    .description("Move the database in the data folder to the newest PostgreSQL here.")
    .option("--programs <folder>", "the PostgreSQL that wrote the data, where it is not installed")
    .option("--json", "print one JSON object")
    .action(upgrade);
}

async function upgrade({ programs, json }: Options): Promise<void> {
  const config = readConfig(process.env);
  if (config.databaseUrls) {
    throw new CommandError(
      "MEETBOT_DATABASE_URL names a PostgreSQL server of yours, which is upgraded by its own tools (pg_upgrade). Without it this moves the database in the data folder.",
    );
  }
  const wish = programs === undefined ? {} : { programs: resolve(programs) };
  const upgraded = await upgradeStore(config, createLogger("warn"), wish);
  if (upgraded === null) {
    if (json) printJson({ upgraded: false });
    else print("The database is of the newest version here. There is nothing to do.");
    return;
  }
  const { from, to, tables, rows, kept } = upgraded;
  if (json) printJson({ upgraded: true, from, to, tables, rows, kept });
  else {
    print(
      `${rows} rows of ${tables} tables moved from PostgreSQL ${from} to ${to}.`,
      `The data as it was is in ${kept}: delete that once all is well. What you set in its postgresql.conf, set again in the new one.`,
    );
  }
}
