import { z } from "@hono/zod-openapi";
import { roles } from "@meetbot/model/operator.ts";

export const Role = z.enum(roles);

const Moment = z.string().openapi({ description: "ISO 8601, UTC" });

export const operatorId = z
  .string()
  .openapi({ param: { name: "operator_id", in: "path" }, example: "op_5d0c1f8a93b2e47610aa41c7" });
export const invitationId = z
  .string()
  .openapi({ param: { name: "invitation_id", in: "path" }, example: "link_7f3a90c1d2e4" });

/** Whom an invitation is for. */
export const NewEmail = z
  .email("This is no email address.")
  .max(254)
  .toLowerCase()
  .openapi({ example: "ada@shop.example" });

/** An invitation without its link, which is shown only once. */
export const Invitation = z
  .object({
    invitation_id: z.string(),
    email: z.string(),
    bot_id: z.string().nullable(),
    role: Role.nullable().openapi({ description: "The role on the bot that it gives." }),
    administrator: z.boolean().openapi({ description: "Whether it makes an administrator." }),
    created_by: z.string(),
    created_at: Moment,
    expires_at: Moment,
  })
  .openapi("Invitation");

const Given = z.object({ operator_id: z.string(), name: z.string(), email: z.string() });

/** The result of an invitation. */
export const Invited = z
  .object({
    invitation: Invitation.nullable(),
    link: z.string().nullable().openapi({ description: "Opens it once. Shown this once." }),
    given_to: Given.nullable().openapi({
      description: "The operator with this email, who has it at once; then there is no link.",
    }),
  })
  .openapi("Invited");

/** A link by which an operator signs in once. */
export const SignInLink = z
  .object({
    link: z.string().openapi({ description: "Shown this once." }),
    expires_at: Moment,
  })
  .openapi("SignInLink");
