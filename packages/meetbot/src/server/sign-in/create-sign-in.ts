import { passkey } from "@better-auth/passkey";
import { passwordRules } from "@meetbot/admin-api/limits/password-rules.ts";
import type { SecondFactorPolicy } from "@meetbot/model/second-factor.ts";
import { betterAuth } from "better-auth";
import type { SingleSignOn } from "../../single-sign-on/single-sign-on.ts";
import type { Store } from "../../store/store.ts";
import { freshForS } from "./fresh.ts";
import { hashBehindGate } from "./hash-behind-gate.ts";
import { networkHeader } from "./network-address.ts";
import { oneTimeLinks } from "./one-time-links.ts";
import { recordSignIns } from "./record-sign-ins.ts";
import { createSessionGate } from "./session-gate.ts";
import { singleSignOnRoutes } from "./single-sign-on/single-sign-on-routes.ts";

/** A session ends this long after its last use, or earlier as `isSessionOver` decides. */
const sessionIdleS = 7 * 24 * 60 * 60;
/** It is prolonged at its next use after this time; an operator sees when it was last used. */
const sessionRenewAfterS = 5 * 60;

/** Sign-in requests are limited by network, in addition to the limit on wrong passwords by email. */
const signInRate = { window: 60, max: 20 };
const otherRate = { window: 60, max: 300 };

/** Extra fields of a session: better-auth stores them and sets none of them. */
const sessionFacts = {
  issuer: { type: "string", input: false, required: false },
  subject: { type: "string", input: false, required: false, returned: false },
  providerSession: { type: "string", input: false, required: false, returned: false },
  provedAt: { type: "date", input: false, required: false },
  endsAt: { type: "date", input: false, required: false },
  secondFactor: { type: "boolean", input: false, required: false },
  byLink: { type: "boolean", input: false, required: false },
} as const;

export interface SignInDeps extends Pick<Store, "operators" | "signIns" | "cookieSecret"> {
  /** Origins of pages that this server shows itself; the first one names it in passkeys. */
  ownOrigins: readonly string[];
  /** Whether operators reach it by https only. */
  isSecure: boolean;
  /** Sign-in by a company's identity provider; none by default. */
  singleSignOn?: Pick<SingleSignOn, "settings" | "provider"> | null;
  /** MEETBOT_SECOND_FACTOR; off by default. */
  secondFactor?: SecondFactorPolicy;
  /** Receives the reason why a sign-in by the provider failed, as codes only. */
  onFault?(codes: Record<string, string | null>): void;
}

export type SignIn = ReturnType<typeof createSignIn>;

/**
 * Sign-in of operators at `/api/auth`: better-auth on our own database. New accounts are created by a one-time link
 * only; there is no open sign-up.
 */
export function createSignIn(deps: SignInDeps) {
  const { operators, signIns, cookieSecret, ownOrigins, isSecure, singleSignOn = null } = deps;
  const { secondFactor = "off" } = deps;
  const settings = singleSignOn?.settings ?? null;
  const gate = createSessionGate({ operators, signIns, settings, secondFactor });
  const origin = passkeyOrigin(ownOrigins);
  return betterAuth({
    appName: "Meetbot",
    baseURL: origin,
    basePath: "/api/auth",
    secret: cookieSecret,
    trustedOrigins: [...ownOrigins],
    telemetry: { enabled: false },
    database: { db: operators.database, type: "postgres" },
    user: {
      modelName: "operators",
      additionalFields: { administrator: { type: "boolean", input: false, defaultValue: false } },
    },
    session: {
      modelName: "operatorSessions",
      expiresIn: sessionIdleS,
      updateAge: sessionRenewAfterS,
      // For a new passkey; all other sensitive changes go through the admin API, which is as strict.
      freshAge: freshForS,
      additionalFields: sessionFacts,
    },
    account: { modelName: "operatorCredentials" },
    verification: { modelName: "operatorVerifications" },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      ...passwordRules,
      password: hashBehindGate(),
    },
    plugins: [
      passkey({
        rpID: new URL(origin).hostname,
        rpName: "Meetbot",
        origin: [...ownOrigins],
        // Without a PIN, fingerprint or face, a passkey is only one factor.
        ...(secondFactor !== "off" && { authenticatorSelection: { userVerification: "required" } }),
        authentication: {
          async afterVerification({ ctx, verification }) {
            if (verification.authenticationInfo.userVerified) gate.recordVerified(ctx);
          },
        },
        schema: {
          passkey: { modelName: "operatorPasskeys", fields: { credentialID: "credentialId" } },
        },
      }),
      oneTimeLinks(operators, {
        isOnlyWay: settings?.isOnlyWay ?? false,
        isOfProvider: gate.isOfProvider,
        secondFactor,
      }),
      singleSignOnRoutes({
        ...{ operators, signIns, ownOrigins, singleSignOn },
        onFault: deps.onFault ?? (() => {}),
      }),
    ],
    hooks: recordSignIns(operators, gate),
    databaseHooks: { session: { create: { before: gate.beforeSession } } },
    rateLimit: {
      enabled: true,
      storage: "database",
      modelName: "signInRates",
      ...otherRate,
      customRules: {
        "/sign-in/email": signInRate,
        "/one-time-link/look": signInRate,
        "/one-time-link/open": signInRate,
        "/passkey/verify-authentication": signInRate,
        "/single-sign-on/begin": signInRate,
        "/single-sign-on/callback": signInRate,
      },
    },
    advanced: {
      cookiePrefix: "meetbot",
      useSecureCookies: isSecure,
      defaultCookieAttributes: { sameSite: "strict", httpOnly: true },
      ipAddress: { ipAddressHeaders: [networkHeader], ipv6Subnet: 128 },
    },
    // better-auth would print emails; Meetbot logs its errors without them.
    logger: { disabled: true },
    // Errors are reported and logged as everywhere else: better-auth itself prints the whole error, emails included.
    onAPIError: { throw: true },
  });
}

/** Browsers support passkeys only for host names, not for IP addresses. */
function passkeyOrigin(ownOrigins: readonly string[]): string {
  const named = ownOrigins.find((one) => new URL(one).hostname === "localhost");
  return named ?? ownOrigins[0] ?? "http://localhost";
}
