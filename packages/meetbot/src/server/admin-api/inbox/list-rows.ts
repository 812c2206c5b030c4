import type { InboxRow } from "../../../model/desk/inbox.ts";
import type { Store } from "../../../store/store.ts";
import { previewWords } from "./preview-words.ts";
import { namesOfPeople, serializeInboxRow } from "./serialize-inbox.ts";

/** Rows as the inbox lists them: with names, and the last words masked. */
export async function listRows(
  { bots, desk, operators }: Pick<Store, "bots" | "desk" | "operators">,
  botId: string,
  rows: readonly InboxRow[],
) {
  const [names, words, bot] = await Promise.all([
    namesOfPeople(operators)(rows),
    desk.lastWords(
      botId,
      rows.map(({ id }) => id),
    ),
    bots.find(botId),
  ]);
  return rows.map((row) => ({
    ...serializeInboxRow(row, names),
    preview: previewWords(words.get(row.id), bot?.orderNumberFormat ?? null),
  }));
}
