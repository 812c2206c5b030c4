import type {
  EndpointTest,
  TestStep,
  TestStepName,
  Verification,
} from "@meetbot/model/shop/endpoint-test.ts";
import { DEADLINE_MS } from "@meetbot/network/exchange/deadline.ts";
import { exchangeOnce } from "@meetbot/network/exchange/exchange-once.ts";
import type { MerchantAgent } from "@meetbot/network/exchange/merchant-agent.ts";
import type { Outcome } from "@meetbot/network/exchange/outcome.ts";
import { signedHeaders, unsignedHeaders } from "@meetbot/network/exchange/query-headers.ts";
import {
  newRequestId,
  newSecret,
  ProtocolError,
  parseAnswer,
  serializeQuery,
  type TestQuery,
} from "@meetbot/protocol";
import { newToken } from "../secrets/token.ts";
import { deliver } from "./deliver.ts";

export interface TestedEndpoint {
  url: string;
  pageId: string;
}

export interface TestOptions {
  agent: MerchantAgent;
  signal?: AbortSignal;
  now?: () => number;
  /** For each step; tests shorten it. */
  deadlineMs?: number;
}

/** Twice the age that a receiver may tolerate. */
const staleS = 600;

/**
 * Runs the origin document's validity check: sends a `test` query like any other query and expects the random token
 * back. Then sends it unsigned, wrongly signed and ten minutes late, as a stranger would: an endpoint that answers
 * those lets anybody read its orders.
 */
export async function testEndpoint(
  endpoint: TestedEndpoint,
  secret: string,
  options: TestOptions,
): Promise<EndpointTest> {
  const { now = Date.now } = options;
  const at = now();
  const { declares, ...echo } = await askProperly(endpoint, secret, options);
  if (echo.outcome !== "accepted") {
    return { at, echoed: false, verifies: "unknown", steps: [echo] };
  }
  const nowS = Math.floor(now() / 1_000);
  const sign = (key: string, timestampS: number) => (id: string, body: Buffer) =>
    signedHeaders({ url: endpoint.url, id, body, timestampS, secrets: [key] });
  const probes = await Promise.all([
    probe("unsigned", endpoint, () => unsignedHeaders, options),
    probe("wrong_secret", endpoint, sign(newSecret(), nowS), options),
    probe("stale", endpoint, sign(secret, nowS - staleS), options),
  ]);
  return {
    ...{ at, echoed: true, verifies: verdictOn(probes), steps: [echo, ...probes] },
    ...(declares && { declares }),
  };
}

async function askProperly(
  { url, pageId }: TestedEndpoint,
  secret: string,
  options: TestOptions,
): Promise<TestStep & Pick<EndpointTest, "declares">> {
  const query = newQuery(pageId);
  const requestBody = serializeQuery(query);
  const { outcome, exchanges } = await deliver(
    { id: query.id, body: requestBody },
    { url, pageId, signingSecrets: [secret] },
    options,
  );
  return { name: "echo", ...judge(query, outcome), requestBody, exchanges };
}

/** Sends a query that every endpoint must refuse; sent once, because a refusal is the expected result. */
async function probe(
  name: TestStepName,
  { url, pageId }: TestedEndpoint,
  headersOf: (id: string, body: Buffer) => Readonly<Record<string, string>>,
  { agent, signal, now = Date.now, deadlineMs = DEADLINE_MS }: TestOptions,
): Promise<TestStep> {
  const query = newQuery(pageId);
  const requestBody = serializeQuery(query);
  const body = Buffer.from(requestBody);
  const { outcome, exchange } = await exchangeOnce(
    { url, headers: headersOf(query.id, body), body },
    { agent, deadlineMs, signal, now },
  );
  const { outcome: came, detail } = judge(query, outcome);
  return { name, outcome: came, detail, requestBody, exchanges: [exchange] };
}

function newQuery(pageId: string): TestQuery {
  return { method: "test", id: newRequestId("test"), pageId, testToken: newToken() };
}

/** A response that is not the echo is as good as a refusal, in whatever words. */
function judge(
  query: TestQuery,
  outcome: Outcome,
): Pick<TestStep, "outcome" | "detail"> & Pick<EndpointTest, "declares"> {
  if (outcome.kind === "failed") {
    const isAnswered = ["signature_refused", "http_status", "redirect"].includes(outcome.reason);
    return { outcome: isAnswered ? "refused" : "failed", detail: outcome.detail };
  }
  try {
    const answer = parseAnswer(query, outcome.text);
    if (answer.kind === "test" && answer.testToken === query.testToken) {
      const { capabilities: declares } = answer;
      return { outcome: "accepted", detail: null, ...(declares && { declares }) };
    }
    const detail =
      answer.kind === "test" ? "another test_token came back" : "the answer is success: false";
    return { outcome: "refused", detail };
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error;
    return { outcome: "refused", detail: error.message };
  }
}

function verdictOn([unsigned, wrongSecret, stale]: TestStep[]): Verification {
  const outcomes = [unsigned?.outcome, wrongSecret?.outcome];
  if (outcomes.includes("accepted")) return "not";
  if (outcomes.includes("failed") || stale?.outcome === "failed") return "unknown";
  return stale?.outcome === "accepted" ? "body_only" : "fully";
}
