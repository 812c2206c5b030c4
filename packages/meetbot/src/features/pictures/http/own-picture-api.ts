import type { Context } from "hono";
import { pictureHeaders } from "../../../platform/http/picture-headers.ts";
import { problem } from "../../../platform/http/problem.ts";
import { refuseFlood } from "../../../platform/limits/limit-flood.ts";
import { conversationOf, notYours } from "../../../server/chat/conversation-of.ts";
import type { PictureDeps } from "./picture-api.ts";

/**
 * `GET /chat/{bot_id}/pictures/{picture_id}`: a picture that the customer sent in the conversation that their token
 * currently opens, such as after a page reload. The server stores no record of who may see a picture.
 */
export async function getOwnPicture(c: Context, deps: PictureDeps): Promise<Response> {
  const ref = await conversationOf(c, deps.mailbox.find);
  if (!ref) return notYours(c);
  const flooded = deps.floodGate.message(deps.strangerOf(c), ref.conversationId, 0);
  if (flooded) return refuseFlood(c, flooded, deps);
  const id = c.req.param("picture_id") ?? "";
  const found = await deps.keeping.pictures.readSent(ref, id, ref.shownFrom);
  if (!found) return problem(c, 404, "no_such_picture", noSuchPicture);
  return c.body(new Uint8Array(found.body), 200, pictureHeaders(found.picture));
}

const noSuchPicture =
  "This conversation has no such picture, or has it no longer. The stream names those that there are, as `pictures` of a message.";
