import { nameRules } from "@meetbot/admin-api/limits/name-rules.ts";
import { passwordRules, passwordTooEasy } from "@meetbot/admin-api/limits/password-rules.ts";
import type { OneTimeLink } from "@meetbot/model/operator.ts";
import type { SecondFactorPolicy } from "@meetbot/model/second-factor.ts";
import type { AuthContext, BetterAuthPlugin } from "better-auth";
import { APIError, createAuthEndpoint, getSessionFromCtx } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { z } from "zod";
import type { Operators } from "../../store/operators/operators.ts";
import { isEasyPassword } from "./is-easy-password.ts";
import { isSessionOver } from "./is-session-over.ts";
import { lacksSecondFactor } from "./lacks-second-factor.ts";
import { onlyProvider } from "./only-provider.ts";
import type { SessionGate } from "./session-gate.ts";

const token = z.string().min(1).max(256);

/** The details of a new operator; existing operators need not give them. */
const NewOperator = z.object({
  name: z
    .string()
    .trim()
    .min(1)
    .max(nameRules.maxLength)
    .regex(nameRules.visible, nameRules.visibleOnly),
  email: z.email().max(254).toLowerCase(),
  password: z.string().min(passwordRules.minPasswordLength).max(passwordRules.maxPasswordLength),
});

/**
 * Links that work once, as two routes of better-auth: `look` returns what a link is for; `open` creates or finds the
 * operator, grants what the link grants, and signs the operator in.
 */
export function oneTimeLinks(
  operators: Operators,
  {
    isOnlyWay,
    isOfProvider,
    secondFactor,
  }: { isOnlyWay: boolean; secondFactor: SecondFactorPolicy } & Pick<SessionGate, "isOfProvider">,
) {
  return {
    id: "one-time-links",
    endpoints: {
      lookAtLink: createAuthEndpoint(
        "/one-time-link/look",
        { method: "POST", body: z.object({ token }) },
        async (ctx) => {
          const link = await operators.findLink(ctx.body.token);
          if (!link) throw deadLink();
          const { kind, email, botId, role, administrator, expiresAt } = link;
          const known = email ? await operators.findByEmail(email) : null;
          const names = await operators.namesOfLink(link.id);
          return ctx.json({
            kind,
            email,
            bot_id: botId,
            bot_name: names.bot,
            invited_by: names.inviter,
            role,
            administrator,
            expires_at: expiresAt.toISOString(),
            is_known: kind === "sign_in" || known !== null,
          });
        },
      ),
      openLink: createAuthEndpoint(
        "/one-time-link/open",
        { method: "POST", body: z.looseObject({ token }) },
        async (ctx) => {
          const link = await operators.findLink(ctx.body.token);
          if (!link) throw deadLink();
          const isShut = isOnlyWay || (link.operatorId && (await isOfProvider(link.operatorId)));
          if (isShut && !(await operators.isOfServer(link.id))) throw onlyProvider();
          const found = await getSessionFromCtx(ctx);
          const session = found && !isSessionOver(found.session) ? found : null;
          const knownId =
            link.operatorId ?? (await invitedOperator(link, session?.user, operators));
          const who = knownId ? null : await readNewOperator(link, ctx.body, operators);
          // Hashes the password first: if hashing is refused for now, the link can be opened again.
          const hash = who && (await ctx.context.password.hash(who.password));
          // Claims the link for this request: if two requests open it at once, the other finds none.
          if (!(await operators.claimLink(ctx.body.token, link.operatorId))) throw deadLink();
          const operator = who
            ? await createOperator(ctx.context, who, hash)
            : await ctx.context.internalAdapter.findUserById(knownId ?? "");
          if (!operator) throw deadLink();
          if (who) {
            const detail = { invited_by: link.createdBy, administrator: link.administrator };
            await operators.record(operator.email, "operator_created", detail);
          }
          await operators.grantByLink(link, operator.id);
          // An operator who closes the browser before they have a second factor continues by the same link.
          const isSetUp = who !== null || (link.kind === "sign_in" && link.email !== null);
          const made = isSetUp && !isOnlyWay ? await operators.find(operator.id) : null;
          if (made && lacksSecondFactor(secondFactor, made, {})) {
            await operators.reserveForSetUp(ctx.body.token, link, made);
          }
          const isSignedIn = session?.user.id === operator.id;
          // A sign-in link proves who they are once more; an invitation proves nothing.
          if (isSignedIn && link.kind !== "sign_in") return ctx.json({ signed_in: true });
          const begun = await ctx.context.internalAdapter.createSession(operator.id);
          await setSessionCookie(ctx, { session: begun, user: operator });
          await operators.record(operator.email, "signed_in", { by: "one_time_link" });
          return ctx.json({ signed_in: true });
        },
      ),
    },
  } satisfies BetterAuthPlugin;
}

type NewOperator = z.infer<typeof NewOperator>;

/**
 * Returns the operator that an invited person became meanwhile: they accept the invitation while signed in as that
 * operator.
 */
async function invitedOperator(
  { email }: OneTimeLink,
  signedIn: { id: string; email: string } | undefined,
  operators: Operators,
): Promise<string | null> {
  if (email === null || signedIn?.email !== email) return null;
  return (await operators.findByEmail(email))?.id ?? null;
}

/** Returns the operator that an invitation creates. A person whose email already has an account signs in instead. */
async function readNewOperator(
  link: OneTimeLink,
  body: object,
  operators: Operators,
): Promise<NewOperator> {
  const said = NewOperator.safeParse({ ...body, ...(link.email && { email: link.email }) });
  if (!said.success) {
    const [issue] = said.error.issues;
    throw new APIError("BAD_REQUEST", {
      code: "INVALID_OPERATOR",
      message: `The ${issue?.path.join(".")} is missing or wrong: ${issue?.message}`,
    });
  }
  if (isEasyPassword(said.data.password, said.data)) {
    const refusal = { code: "PASSWORD_TOO_EASY", message: passwordTooEasy };
    throw new APIError("UNPROCESSABLE_ENTITY", refusal);
  }
  if (!(await operators.findByEmail(said.data.email))) return said.data;
  throw new APIError("CONFLICT", {
    code: "OPERATOR_EXISTS",
    message:
      "There is an operator with this email already. Sign in as that one, and open the link again.",
  });
}

async function createOperator(
  { internalAdapter }: AuthContext,
  { name, email }: NewOperator,
  hash: string | null,
) {
  const operator = await internalAdapter.createUser(
    { name, email, emailVerified: true },
    { method: "email-password" },
  );
  await internalAdapter.linkAccount({
    userId: operator.id,
    providerId: "credential",
    accountId: operator.id,
    password: hash,
  });
  return operator;
}

function deadLink(): APIError {
  return new APIError("NOT_FOUND", {
    code: "LINK_DEAD",
    message:
      "This link was used already, or its time is over. Ask the sender for another one. Who has none to ask makes a sign-in link on the server, in Meetbot's folder: npx meetbot operator link",
  });
}
