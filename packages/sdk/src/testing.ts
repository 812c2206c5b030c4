export type { Query } from "@meetbot/protocol";
export {
  type SignedRequest,
  signTestRequest,
  type TestSigningOptions,
} from "./signature/sign-test-request.ts";
export { testQuestions } from "./test-questions.ts";
