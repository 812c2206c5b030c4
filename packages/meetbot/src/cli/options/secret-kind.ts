import type { SecretKind } from "@meetbot/model/bot/bot-secret.ts";
import { Option } from "commander";

/** Selects one of the bot's secrets; the signing secret if neither option is given. */
export interface SecretKindOptions {
  identity?: boolean;
  push?: boolean;
}

export const identityOption = () =>
  new Option(
    "--identity",
    "the identity secret, with which the shop's server vouches for shoppers",
  );

export const pushOption = () =>
  new Option("--push", "the push secret, with which the shop signs what it tells first").conflicts(
    "identity",
  );

export function secretKind({ identity, push }: SecretKindOptions): SecretKind {
  if (push) return "push";
  return identity ? "identity" : "signing";
}
