import { defaultOverlapS } from "@meetbot/admin-api/limits/overlap-limits.ts";
import { connectorNameOf } from "@meetbot/admin-api/settings/connector-endpoint.ts";
import type { NewBotSecrets } from "@meetbot/model/bot/bot.ts";
import type { SecretKind } from "@meetbot/model/bot/bot-secret.ts";
import { isSameSecret } from "../../../secrets/compare.ts";
import type { Store } from "../../../store/store.ts";
import { ConfigRefusedError } from "../form/config-file-error.ts";
import { howSecretsLook, isSigningSecret } from "../form/is-signing-secret.ts";
import type { Place } from "../form/place.ts";
import { readSecret, secretReference } from "../form/read-secret.ts";
import type { BotSection, PlannedBot, Planning } from "../form/section.ts";

const kinds = ["signing", "identity", "push"] as const satisfies readonly SecretKind[];

const fieldOf = {
  signing: "signingSecret",
  identity: "identitySecret",
  push: "pushSecret",
} as const satisfies Record<SecretKind, keyof NewBotSecrets>;

/** The secrets with which a bot and its shop sign. A new secret is installed as in a rotation. */
export const secretsSection: BotSection = {
  name: "secrets",
  async plan(place, bot, planning) {
    place.allows(kinds);
    planMadeSecret(place, bot, planning);
    for (const kind of kinds) await planSecret(kind, place.at(kind), bot, planning);
  },
  async export({ id }, { store }) {
    const stored = await storedSecrets(id, store);
    const told = kinds
      .filter((kind) => stored[kind].length > 0)
      .map((kind) => [kind, secretReference(id, kind, "secret")]);
    return Object.fromEntries(told);
  },
};

async function planSecret(kind: SecretKind, place: Place, bot: PlannedBot, planning: Planning) {
  const { plan, store } = planning;
  if (!bot.before && kind === "signing" && place.value === undefined) demandSigning(place, bot);
  const secret = readSecret(place, planning.secrets, bot.before !== null);
  if (secret === undefined || secret === null) return;
  if (!isSigningSecret(secret))
    return place.fault(`This is no signing secret: it is ${howSecretsLook}`);
  if (bot.newSecrets) {
    bot.newSecrets[fieldOf[kind]] = secret;
    return plan.create(place.name, "set");
  }
  const [current, next] = await placesOf(kind, bot.id, store);
  if (isSameSecret(secret, current ?? "")) return plan.same(place.name);
  if (isSameSecret(secret, next ?? "")) {
    plan.notes.push(
      `Note: the signing secret of ${bot.id} waits to be promoted: meetbot secret promote --bot ${bot.id}`,
    );
    return plan.same(place.name);
  }
  if (current === undefined) plan.create(place.name, "set");
  else plan.change(place.name, "changed");
  planRotation(kind, secret, place, bot, planning);
}

function planRotation(
  kind: SecretKind,
  secret: string,
  place: Place,
  { id }: PlannedBot,
  { plan }: Planning,
) {
  plan.steps.push(async ({ bots }) => {
    const input = { kind, secret, overlapS: defaultOverlapS, force: false };
    const rotation = await bots.rotateSecret(id, input);
    if (rotation?.outcome === "rotated") return;
    throw new ConfigRefusedError(
      `${place.name}: the secret was rotated lately, and the one before or the next one still counts. See meetbot secret list --bot ${id}; promote or revoke that one, and run this again.`,
    );
  });
  if (kind === "signing") {
    plan.notes.push(
      `Note: the new signing secret of ${id} is the next one: the shop accepts it first, then meetbot secret promote --bot ${id}`,
    );
  }
}

/** Secrets generated for a new bot are not shown, so a note lists the commands that show one. */
function planMadeSecret(place: Place, { id, newSecrets }: PlannedBot, { plan }: Planning): void {
  const made = (["identity", "push"] as const).filter((kind) => place.at(kind).value === undefined);
  if (newSecrets === null || made.length === 0) return;
  const rotations = made.map((kind) => `meetbot secret rotate --bot ${id} --${kind}`).join(", ");
  plan.notes.push(`Note: where the shop needs them, these show a secret of ${id}: ${rotations}`);
}

/** Only the shop's webhook needs a secret that somebody else has to know. */
function demandSigning(place: Place, { after }: PlannedBot): void {
  if (connectorNameOf(after.endpoint) !== null) return;
  place.fault(
    `A new bot needs the signing secret that its webhook has too: {env: NAME} or {file: PATH}. It is ${howSecretsLook}`,
  );
}

async function storedSecrets(id: string, { bots }: Store): Promise<Record<SecretKind, string[]>> {
  const secrets = await bots.secretsOf(id);
  return {
    signing: secrets?.signingSecrets ?? [],
    identity: secrets?.identitySecrets ?? [],
    push: await bots.pushSecrets(id),
  };
}

/** The current secret, and the next one. */
async function placesOf(kind: SecretKind, id: string, store: Store) {
  const next = kind === "signing" ? await store.bots.signingSecretAt(id, "next") : null;
  const [current] = (await storedSecrets(id, store))[kind];
  return [current, next] as const;
}
