import { respondError } from "./respond.ts";

/** Responds immediately if another parser has consumed the body: waiting for it would hang until Meetbot gives up. */
export function respondParsedBody(): Response {
  return respondError(500, advice);
}

/** README.md names the setting of each framework. */
const advice =
  "the body was parsed before the signature could be checked: mount the webhook above express.json(), or keep the raw body";
