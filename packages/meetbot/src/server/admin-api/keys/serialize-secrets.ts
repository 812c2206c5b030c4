import type { z } from "@hono/zod-openapi";
import type { keyRoutes } from "@meetbot/admin-api/contract/keys.ts";
import type { Bot } from "@meetbot/model/bot/bot.ts";
import type { SecretKind } from "@meetbot/model/bot/bot-secret.ts";
import type { Usage, UsageKind } from "@meetbot/model/bot/usage.ts";
import type { AuditAction, AuditEntry } from "@meetbot/model/log/audit.ts";
import type { Store } from "../../../store/store.ts";
import { serializeTest } from "../webhook/serialize-endpoint.ts";

type Told = z.infer<
  (typeof keyRoutes.listKeys.responses)[200]["content"]["application/json"]["schema"]
>;

/** The audit log names who made and who tested a secret; entries older than the last 100 are not searched. */
const lookedAt = 100;

/** The usage that is recorded when a secret of this kind is used. */
const useOf: Record<SecretKind, UsageKind> = {
  signing: "signature",
  identity: "identity",
  push: "push",
};

/** Returns a bot's secrets without their values: who created them, when they were used, and their test results. */
export async function serializeSecrets(
  { bots, usage }: Pick<Store, "bots" | "usage">,
  { id: botId, endpoint }: Bot,
): Promise<Told> {
  const changes = (action: AuditAction) => bots.auditPage(botId, { limit: lookedAt, action });
  const [secrets, tests, seen, tested, ...made] = await Promise.all([
    bots.listSecrets(botId),
    bots.testsOf(botId),
    usage.of(botId),
    changes("endpoint_tested"),
    changes("secret_rotated"),
    changes("secret_revoked"),
    changes("bot_created"),
  ]);
  const told = secrets.map(({ kind, stage, fingerprint, createdAt, endsAt, overlapS }) => {
    const test = tests.find((one) => one.secretFingerprint === fingerprint);
    const tester = tested.find(({ detail }) => detail.secret === fingerprint);
    return {
      kind,
      stage,
      fingerprint,
      created_at: createdAt.toISOString(),
      created_by: makerOf({ kind, fingerprint }, made.flat()),
      ends_at: endsAt?.toISOString() ?? null,
      overlap_s: overlapS,
      last_used_at: lastUseOf({ kind, fingerprint }, seen)?.toISOString() ?? null,
      last_test: test ? serializeTest(test, tester?.actor ?? null) : null,
    };
  });
  const push = told.find(({ kind, stage }) => kind === "push" && stage === "current");
  const push_fingerprint = push?.fingerprint ?? null;
  return { now: new Date().toISOString(), endpoint, secrets: told, push_fingerprint };
}

interface Named {
  kind: SecretKind;
  fingerprint: string;
}

function makerOf({ kind, fingerprint }: Named, changes: AuditEntry[]): string | null {
  const made = changes.find(
    ({ action, detail }) =>
      (action === "secret_rotated" && detail.secret === fingerprint) ||
      (action === "secret_revoked" && detail.replacement === fingerprint) ||
      (action === "bot_created" && detail[`${kind}_secret`] === fingerprint),
  );
  return made?.actor ?? null;
}

function lastUseOf({ kind, fingerprint }: Named, seen: readonly Usage[]): Date | undefined {
  return seen.find((one) => one.kind === useOf[kind] && one.name === fingerprint)?.seenAt;
}
