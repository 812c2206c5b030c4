import { APIError } from "better-auth/api";

/**
 * Operators who sign in by their company's identity provider can use no other way. The person who runs the server
 * always can.
 */
export function onlyProvider(): APIError {
  return new APIError("FORBIDDEN", {
    code: "ONLY_PROVIDER",
    message:
      "You sign in by your company's identity provider, and in no other way. What an invitation gives you have after your first sign-in there, with the email it was made for. Where the provider is away for long, the person who runs the server makes a link there, in Meetbot's folder: npx meetbot operator link",
  });
}
