import type { Logger } from "pino";
import type { IdentityPurpose } from "../../identity/purpose.ts";
import { verifyIdentity } from "../../identity/verify-identity.ts";
import type { BotCache } from "../../operations/endpoint/bot-cache.ts";
import type { RecordUsage } from "../../operations/endpoint/usage-recorder.ts";
import type { LinkVoucher } from "./link-api.ts";

interface VoucherDeps {
  askers: BotCache;
  recordUsage: RecordUsage;
  now(): number;
  log: Pick<Logger, "info">;
}

/**
 * Returns a function that checks for whom the shop's server vouches with a token; `null` if it vouches for nobody or
 * for something else.
 */
export function createVoucherOf({ askers, recordUsage, now, log }: VoucherDeps) {
  return async (
    botId: string,
    identity: unknown,
    purpose: IdentityPurpose,
  ): Promise<LinkVoucher | null> => {
    const asker = await askers.find(botId);
    if (!asker) return null;
    const secrets = asker.secrets.identitySecrets;
    const nowS = Math.floor(now() / 1000);
    const verdict = verifyIdentity(identity, { secrets, botId, purpose, nowS });
    if (verdict.valid) {
      recordUsage(botId, { kind: "identity", name: verdict.signedWith });
      return verdict;
    }
    log.info({ bot: botId, reason: verdict.reason }, "a signed identity was refused");
    return null;
  };
}
