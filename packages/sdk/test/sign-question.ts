import { newRequestId, type Query, serializeQuery } from "@meetbot/protocol";
import { newSecret, signRequest } from "@meetbot/sdk";

/** The secret of all signed questions in these tests. */
export const secret = newSecret();

/** A moment for webhooks whose clock stands still; Unix seconds. */
export const nowS = 1_800_000_000;

const envelope = { id: "order_list_1", pageId: "7" };
const pagination = { page: 1, limit: 3 };

export const validityQuery = { method: "test", ...envelope, testToken: "12345" } satisfies Query;
export const listQuery: Query = {
  method: "orders",
  ...envelope,
  userAccount: "yilia@meetbot.biz",
  filter: "unpaid",
  pagination,
};
export const orderQuery: Query = { method: "orders", ...envelope, orderNumber: "MB7K2Q9XW4TP" };
export const packagesQuery: Query = {
  method: "packages",
  ...envelope,
  orderNumber: "MB7K2Q9XW4TP",
  pagination,
};
export const parcelQuery: Query = {
  method: "packages",
  ...envelope,
  packageNumber: "P1",
  pagination,
};

/** What `fetch` and `Request` take to ask a question as Meetbot does. */
export function signQuestion(question: Query | string | Uint8Array, timestampS = nowS) {
  const isBody = typeof question === "string" || question instanceof Uint8Array;
  const body = isBody ? question : serializeQuery(question);
  const id = isBody ? envelope.id : question.id;
  const signature = signRequest({ body, secret, id, timestampS });
  const headers = { "content-type": "application/json; charset=utf-8", ...signature };
  return { method: "POST", headers, body };
}

/** The same for a server whose clock goes; each call is a question of its own. */
export function signQuestionNow(question: Query) {
  const fresh = { ...question, id: newRequestId(question.method) };
  return signQuestion(fresh, Math.floor(Date.now() / 1000));
}
