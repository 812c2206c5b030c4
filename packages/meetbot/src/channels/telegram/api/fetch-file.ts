import type { AttachmentWay } from "../../channel.ts";
import { isFields, textAt } from "../../fields.ts";
import { type BotAccess, callTelegram } from "./telegram-api.ts";

/** The format of Telegram's file paths: excludes anything that leaves the folder or is more than a path. */
const pathForm = /^[\w-]+(?:[/.][\w-]+)*$/;
const maxPathLength = 200;

/** Queries a file's location and fetches the file from the Bot API's own host. */
export async function fetchFile(
  fileId: string,
  access: BotAccess,
  { api, maxBytes, until }: Pick<AttachmentWay, "api" | "maxBytes" | "until">,
): Promise<Buffer | null> {
  const told = await callTelegram("getFile", { file_id: fileId }, access, { ...api, until });
  const path = told.ok && isFields(told.result) ? textAt(told.result, "file_path") : undefined;
  if (path === undefined || path.length > maxPathLength || !pathForm.test(path)) return null;
  try {
    const answer = await api.call({
      url: new URL(`${api.url}/file/bot${access.token}/${path}`),
      method: "GET",
      headers: {},
      body: null,
      signals: [until],
      limitBytes: () => maxBytes,
    });
    return answer.statusCode === 200 && !answer.fault ? answer.body : null;
  } catch {
    return null;
  }
}
