/** A text that looks like a secret and is none, by its exact value, and why it stands where it does. */
export interface KnownExample {
  value: string;
  reason: string;
}

/** By adding an example here, you declare that it opens nothing. */
export const knownExamples: readonly KnownExample[] = [
  {
    value: "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
    reason: "The protocol's example: the bytes 0 to 31, with a body and its signatures to compare.",
  },
  {
    value: "https://lena:secret@posteo.net",
    reason: "A sentence of a test: a password in a web address is no mail address.",
  },
];
