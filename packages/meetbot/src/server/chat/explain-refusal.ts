import { pictureLimits } from "@meetbot/model/conversation/picture.ts";
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { PictureRefusal } from "../../features/pictures/files/prepare-picture.ts";
import { problem, serviceUnavailable } from "../../platform/http/problem.ts";

const megapixels = pictureLimits.pixels / 1_000_000;

type Said = [status: ContentfulStatusCode, code: string, message: string];

const sayings: Record<PictureRefusal, Said> = {
  unsupported: [
    415,
    "unsupported_picture",
    "The file is no JPEG, PNG, WebP or HEIC picture and no PDF. What counts are its bytes, not its name. Send one of these.",
  ],
  unreadable: [
    422,
    "unreadable_picture",
    "The picture is broken or not complete. Send it again, or another one.",
  ],
  too_many_pixels: [
    413,
    "too_many_pixels",
    `The picture may have ${megapixels} megapixels, and this one has more. Send a smaller one.`,
  ],
  overloaded: [
    422,
    "unreadable_picture",
    "The picture took too long or too much memory to read. Send another one.",
  ],
  infected: [
    422,
    "infected_file",
    "The virus scanner found something in the file, and nothing was stored.",
  ],
  busy: [503, "busy", "This node is reading as many pictures as it can. Please try again."],
  not_scanned: [
    503,
    "scanner_away",
    "The virus scanner does not answer, and nothing is stored unscanned. Please try again later.",
  ],
};

/** Returns a response that explains why a file was not stored. */
export function explainRefusal(c: Context, why: PictureRefusal): Response {
  const [status, code, message] = sayings[why];
  return status === 503 ? serviceUnavailable(c, code, message) : problem(c, status, code, message);
}
