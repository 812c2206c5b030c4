import type { z } from "@hono/zod-openapi";
import type { InboxPreview } from "@meetbot/admin-api/contract/inbox/inbox.ts";
import type { OrderNumberFormat } from "@meetbot/model/bot/order-number-format.ts";
import type { InboxRow } from "@meetbot/model/desk/inbox.ts";
import { clip } from "@meetbot/presentation";
import { maskText } from "../../../merchant/masking/mask-text.ts";
import type { LastWords } from "../../../store/desk/last-words.ts";
import type { Store } from "../../../store/store.ts";
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

/** A list shows one line of the preview. */
const maxPreviewLength = 120;

/** Last words as a list shows them: masked for everybody, in one line. */
function previewWords(
  words: LastWords | undefined,
  format: OrderNumberFormat | null,
): z.output<typeof InboxPreview> | null {
  if (!words) return null;
  const line = (text: string) =>
    clip(maskText(text, format).replace(/\s+/g, " ").trim(), maxPreviewLength);
  const { from } = words;
  if (from === "person") {
    const { reply } = words;
    if (reply.kind !== "text") return { from, kind: "card", text: null };
    return { from, kind: "text", text: line(reply.text) };
  }
  const { content } = words;
  if (content.kind === "text") return { from, kind: "text", text: line(content.text) };
  return { from, kind: content.kind === "tap" ? "tap" : "media", text: null };
}
