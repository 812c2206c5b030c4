import type { BetterAuthPlugin } from "better-auth";
import { createAuthEndpoint, getSessionFromCtx } from "better-auth/api";
import { z } from "zod";
import { beginSignIn } from "./begin-sign-in.ts";
import { endSignIn } from "./end-sign-in.ts";
import { leave } from "./leave.ts";
import type { SingleSignOnDeps } from "./single-sign-on-deps.ts";
import { takeSignOut } from "./take-sign-out.ts";

/** The path of the routes, below better-auth's own; browsers send the cookies of a sign-in nowhere else. */
const base = "/single-sign-on";

/**
 * Sign-in by a company's identity provider, as routes of better-auth: `begin` returns the provider's address, the
 * provider sends people back to `callback`, and it reports sign-outs to `back-channel` by itself.
 */
export function singleSignOnRoutes(deps: SingleSignOnDeps) {
  return {
    id: "single-sign-on",
    endpoints: {
      waysToSignIn: createAuthEndpoint("/ways", { method: "GET" }, async (ctx) => {
        const settings = deps.singleSignOn?.settings;
        const provider = settings ? { label: settings.label } : null;
        return ctx.json({ provider, only_provider: settings?.isOnlyWay ?? false });
      }),
      beginSingleSignOn: createAuthEndpoint(
        `${base}/begin`,
        {
          method: "POST",
          body: z.object({ next: z.string().max(2_000).optional(), again: z.boolean().optional() }),
        },
        async (ctx) => {
          const session = await getSessionFromCtx(ctx);
          const url = await beginSignIn(ctx, deps, {
            next: ctx.body.next ?? "/",
            isAgain: ctx.body.again ?? false,
            before: session && { sessionId: session.session.id, operatorId: session.user.id },
          });
          return ctx.json({ url });
        },
      ),
      endSingleSignOn: createAuthEndpoint(`${base}/callback`, { method: "GET" }, async (ctx) => {
        throw ctx.redirect(await endSignIn(ctx, deps));
      }),
      leaveSingleSignOn: createAuthEndpoint(
        `${base}/sign-out`,
        { method: "POST", body: z.object({}) },
        async (ctx) => ctx.json({ url: await leave(ctx, deps) }),
      ),
      takeProviderSignOut: createAuthEndpoint(
        `${base}/back-channel`,
        {
          method: "POST",
          body: z.looseObject({ logout_token: z.string().min(1).max(16_384) }),
          metadata: { allowedMediaTypes: ["application/x-www-form-urlencoded"] },
        },
        async (ctx) => {
          await takeSignOut(ctx.body.logout_token, deps);
          ctx.setHeader("Cache-Control", "no-store");
          return ctx.json({});
        },
      ),
    },
  } satisfies BetterAuthPlugin;
}
