import {
  PushError,
  type PushItem,
  parseJson,
  parseSendTemplate,
  readPushBody,
} from "@meetbot/protocol";
import type { Context, Handler } from "hono";
import { createFairShares } from "../../../platform/limits/fair-shares.ts";
import {
  inAPlace,
  type LimitRequestsDeps,
  signedPlaces,
  unsignedPlaces,
} from "../../../platform/limits/limit-requests.ts";
import type { TrackedOrders } from "../../../store/tracking/tracked-orders.ts";
import { acceptPushes, type PushAnswer } from "../events/accept-pushes.ts";
import type { PushStore } from "../store/push-store.ts";
import { createVerifyOrigin, type OriginDeps } from "./origin-push.ts";
import { answerToJson, pushToJson, refuseRequest } from "./push-answers.ts";
import { createPushRate } from "./push-rate.ts";
import {
  createVerifyPush,
  refuseOther,
  type Verified,
  type VerifyPushDeps,
} from "./verify-push.ts";

/** The dependencies of the push API. */
export interface PushDoorDeps extends VerifyPushDeps, OriginDeps {
  pushes: Pick<PushStore, "accept" | "read">;
  trackedOrders: Pick<TrackedOrders, "recordPushed">;
  onPush(outcome: "accepted" | "repeated" | "echo" | "refused"): void;
  /** Signals that something waits to be sent. */
  wake(): void;
}

/**
 * `POST /push/{bot_id}` and `GET /push/{bot_id}/{id}`: pushes that a shop sends unprompted, signed with the bot's push
 * secret. `POST /api`: the same in the form of the origin's API.
 */
export function createPushDoor(
  deps: PushDoorDeps,
  limiting: LimitRequestsDeps,
): { push: Handler; read: Handler; origin: Handler } {
  const unsigned = createFairShares(unsignedPlaces);
  const signed = createFairShares(signedPlaces);
  const rate = createPushRate();
  const verify = createVerifyPush(deps);
  const verifyOrigin = createVerifyOrigin(deps, verify);
  const refuse = (c: Context, error: PushError, retryAfterS?: number): Response => {
    deps.onPush("refused");
    return refuseRequest(c, error, retryAfterS);
  };
  /** Authenticates the caller, then serves the request. */
  const serve = async (
    c: Context,
    whose: () => Promise<Verified | PushError>,
    work: (verified: Verified) => Promise<Response>,
  ): Promise<Response> => {
    try {
      const verified = await inAPlace(c, limiting, unsigned, whose);
      if (verified instanceof Response) return verified;
      if (verified instanceof PushError) return refuse(c, verified);
      return await inAPlace(c, limiting, signed, () => work(verified));
    } catch (error) {
      if (error instanceof PushError) return refuse(c, error);
      throw error;
    }
  };
  const refuseMany = (c: Context, waitMs: number) =>
    refuse(c, new PushError("too_many", "", tooMany), Math.ceil(waitMs / 1_000));
  /** Reads a body of one who may push at the moment. */
  const readIn = <Read>(c: Context, botId: string, body: Uint8Array, read: () => Read) => {
    const waitMs = rate.admit(botId, body, deps.now());
    if (waitMs > 0) return refuseMany(c, waitMs);
    try {
      return read();
    } catch (error) {
      rate.take(botId, 1, deps.now());
      throw error;
    }
  };
  const accept = async (c: Context, botId: string, items: readonly PushItem[]) => {
    const waitMs = rate.take(botId, items.length, deps.now());
    if (waitMs > 0) return refuseMany(c, waitMs);
    const answers = await acceptPushes(botId, items, deps);
    for (const answer of answers) deps.onPush(outcomeOf(answer));
    deps.wake();
    return answers;
  };
  const answerOne = (c: Context, answers: readonly PushAnswer[], status: 200 | 202): Response => {
    const [answer] = answers;
    if (!answer) throw new TypeError("a push has an answer");
    if (answer.kind === "refused") return refuseRequest(c, answer.error);
    return c.json(answerToJson(answer), status);
  };
  return {
    async push(c) {
      const body = new Uint8Array(await c.req.arrayBuffer());
      const whose = () => verify(c, c.req.param("bot_id") ?? "", body);
      return serve(c, whose, async (verified) => {
        const came = readIn(c, verified.botId, body, () =>
          readPushBody(new TextDecoder().decode(body), deps.now()),
        );
        if (came instanceof Response) return came;
        const { isBatch, items } = came;
        const [first] = items;
        if (!isBatch && first && "push" in first) refuseOther(verified, first.push.id);
        const answers = await accept(c, verified.botId, items);
        if (answers instanceof Response) return answers;
        if (!isBatch) return answerOne(c, answers, 202);
        const pushes = answers.map(answerToJson);
        return c.json({ success: true, object: "pushes", pushes }, 202);
      });
    },
    async read(c) {
      const whose = () => verify(c, c.req.param("bot_id") ?? "", new Uint8Array());
      return serve(c, whose, async (verified) => {
        const pushId = c.req.param("push_id") ?? "";
        refuseOther(verified, pushId);
        const found = await deps.pushes.read(verified.botId, pushId);
        return found
          ? c.json(pushToJson(found))
          : refuse(c, new PushError("unknown_bot", "", noPush));
      });
    },
    async origin(c) {
      // While the connection is there.
      const address = deps.addressOf(c);
      const body = new Uint8Array(await c.req.arrayBuffer());
      return serve(
        c,
        () => verifyOrigin(c, address, body),
        async (verified) => {
          const text = new TextDecoder().decode(body);
          const push = readIn(c, verified.botId, body, () => parseSendTemplate(text, deps.now()));
          if (push instanceof Response) return push;
          if (verified.webhookId !== null) refuseOther(verified, push.id);
          const answers = await accept(c, verified.botId, [
            { push, text: JSON.stringify(parseJson(text)) },
          ]);
          return answers instanceof Response ? answers : answerOne(c, answers, 200);
        },
      );
    },
  };
}

const noPush =
  "This bot knows no push by this id: none came, it was refused, or it is older than pushes are kept.";
const tooMany =
  "That is more than 20 pushes a second. Send the same push again after the seconds in Retry-After, or several in one request.";

const outcomeOf = (answer: PushAnswer) =>
  answer.kind === "accepted" && answer.repeated ? "repeated" : answer.kind;
