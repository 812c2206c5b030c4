import { newSecret } from "@meetbot/sdk";
import { type Query, signTestRequest, testQuestions } from "@meetbot/sdk/testing";

/** The secret of all signed questions in these tests. */
export const secret = newSecret();

/** A moment for webhooks whose clock stands still; Unix seconds. */
export const nowS = 1_800_000_000;

export const validityQuery = testQuestions.test;
export const listQuery: Query = { ...testQuestions.ordersByAccount, filter: "unpaid" };
export const orderQuery = testQuestions.ordersByNumber;
export const packagesQuery = testQuestions.packagesByOrder;
export const parcelQuery: Query = { ...testQuestions.packagesByNumber, packageNumber: "P1" };

/** Asks with one id at one moment, so that the same question again is the same request. */
export function signQuestion(question: Query | string | Uint8Array, timestampS = nowS) {
  return signTestRequest(question, { signingSecret: secret, id: "test_1", nowS: timestampS });
}

/** Asks a server whose clock goes; each call is a question of its own. */
export function signQuestionNow(question: Query) {
  return signTestRequest(question, { signingSecret: secret });
}
