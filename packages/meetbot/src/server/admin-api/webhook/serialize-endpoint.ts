import type { z } from "@hono/zod-openapi";
import type { Endpoint } from "@meetbot/admin-api/contract/webhook.ts";
import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { AuditEntry } from "@meetbot/model/log/audit.ts";
import type { RecordedTest } from "@meetbot/model/shop/endpoint-test.ts";
import { DEADLINE_MS } from "@meetbot/network/exchange/deadline.ts";
import { endpointState } from "../../../merchant/endpoint-state.ts";
import type { Store } from "../../../store/store.ts";

type Told = z.infer<typeof Endpoint>;

/** The audit log names who tested; changes older than the last 200 are not searched. */
const lookedAt = 200;

/** A bot's endpoint as it is now, and how it is doing. */
export async function serializeEndpoint(
  { bots, health, listeners }: Pick<Store, "bots" | "health" | "listeners">,
  { id, endpoint: url, pageId }: Bot,
): Promise<Told> {
  const [secrets, tests, changes, { failingSince, stopped }, listener] = await Promise.all([
    bots.listSecrets(id),
    bots.testsOf(id),
    bots.auditOf(id, lookedAt),
    health.find(id),
    listeners.find(id),
  ]);
  const signing = secrets.filter(({ kind }) => kind === "signing");
  const at = (stage: string) => signing.find((one) => one.stage === stage)?.fingerprint;
  const testWith = (fingerprint: string | undefined) => {
    const noted = tests.find((one) => one.secretFingerprint === fingerprint);
    return noted ? serializeTest(noted, testerOf(noted, changes)) : null;
  };
  const { state, why } = endpointState({ url, secretFingerprint: at("current") }, tests);
  return {
    url,
    page_id: pageId,
    deadline_ms: DEADLINE_MS,
    state,
    why,
    last_test: testWith(at("current")),
    next_test: testWith(at("next")),
    failing_since: failingSince?.toISOString() ?? null,
    stopped: stopped && { for: stopped.for, at: stopped.at.toISOString() },
    listener: listener && { by: listener.actor, since: listener.since.toISOString() },
    secrets: signing.map(({ stage, fingerprint }) => ({ stage, fingerprint })),
  };
}

/** Returns an endpoint test without the bodies of its requests and responses. */
export function serializeTest(
  { url, secretFingerprint, test }: RecordedTest,
  by: string | null,
): NonNullable<Told["last_test"]> {
  return {
    at: new Date(test.at).toISOString(),
    secret: secretFingerprint,
    url,
    by,
    echoed: test.echoed,
    verifies: test.verifies,
    steps: test.steps.map(({ name, outcome, detail, exchanges }) => ({
      name,
      outcome,
      detail,
      http_status: exchanges.at(-1)?.httpStatus ?? null,
      duration_ms: exchanges.at(-1)?.durationMs ?? null,
    })),
  };
}

/** Only the latest test with this secret is stored. */
function testerOf({ secretFingerprint }: RecordedTest, changes: AuditEntry[]): string | null {
  const entry = changes.find(
    ({ action, detail }) => action === "endpoint_tested" && detail.secret === secretFingerprint,
  );
  return entry?.actor ?? null;
}
