import { CommandError } from "@meetbot/conformance/terminal/failure.ts";
import { print, printJson } from "@meetbot/conformance/terminal/print.ts";
import type { Command } from "commander";
import type { Store } from "../../store/store.ts";
import { withStore } from "../options/storage.ts";

interface Output {
  json?: boolean;
}

/** `meetbot master-key …`: shows what the master keys seal, and reseals it under a new key. */
export function addMasterKeyCommands(program: Command): void {
  const masterKey = program
    .command("master-key")
    .description("Replace the master key, beside running nodes that know the old and the new one.");

  masterKey
    .command("show")
    .description("Show the master keys by id, newest first, and how many values each seals.")
    .option("--json", "print one JSON array")
    .action(show);

  masterKey
    .command("reseal")
    .description("Seal under the newest master key whatever is sealed under an older one.")
    .option("--json", "print one JSON object")
    .action(reseal);
}

async function show({ json }: Output): Promise<void> {
  const keys = await withStore(async ({ keyIds, keyUse }) => {
    const use = new Map((await keyUse()).map(({ keyId, sealed }) => [keyId, sealed]));
    return keyIds.map((id, n) => ({ id, seals: n === 0, sealed: use.get(id) ?? 0 }));
  });
  if (json) printJson(keys);
  else for (const key of keys) print(oneLine(key));
}

function oneLine({ id, seals, sealed }: { id: string; seals: boolean; sealed: number }): string {
  const use = seals ? "the newest: it seals what is stored from now on" : "opens what it sealed";
  return `${id}  ${sealed} ${sealed === 1 ? "value" : "values"}  ${use}`;
}

async function reseal({ json }: Output): Promise<void> {
  const { newest, older, resealed } = await withStore(resealAll);
  if (json) printJson({ newest, older, resealed });
  else print(`${resealed} ${resealed === 1 ? "value" : "values"} sealed under ${newest}.`);
  if (json || older.length === 0) return;
  print(
    `Nothing is sealed under ${older.join(", ")} any more. Where every node has ${newest} first, take the older out of MEETBOT_MASTER_KEY or the key file. Keep it as long as you keep backups that it opens.`,
  );
}

async function resealAll({ keyIds, keyUse, resealBatch }: Store) {
  const [newest = "", ...older] = keyIds;
  let resealed = 0;
  for (let batch = await resealBatch(); batch > 0; batch = await resealBatch()) resealed += batch;
  const left = (await keyUse()).find(({ keyId }) => keyId !== newest);
  if (left) throw new CommandError(stillSealing(left.keyId, resealed));
  return { newest, older, resealed };
}

const stillSealing = (keyId: string, resealed: number) =>
  `${resealed} values were sealed anew, and meanwhile a node sealed others under ${keyId}, which is first in its list. Put the new key first on every node, restart them, and run this again.`;
