/** Replaces the signing secret. */
export const MASKED = "[the signing secret]";

/** A shorter secret could be a word that appears in any answer. */
const LEAST_CHARACTERS = 16;

/** A webhook that writes its secret into an answer must not bring it into reports and terminals. */
export function maskSecret(text: string, secret: string): string {
  const forms = [secret, secret.replace(/^whsec_/, "")];
  return forms
    .filter((form) => form.length >= LEAST_CHARACTERS)
    .reduce((left, form) => left.replaceAll(form, MASKED), text);
}
