import type { Place } from "./place.ts";

/** The sources of the secrets that a config file refers to. */
export interface SecretSource {
  /** Returns `undefined` if there is no such variable. */
  env(name: string): string | undefined;
  /** Throws the errors of `fs`. */
  file(path: string): string;
  /** Whether to skip a secret that cannot be read if the server already has one. */
  keepsStored?: boolean;
}

/** Longer is no secret, but a wrong file. */
const maxSecretLength = 4_000;

const howItLooks =
  "Write {env: NAME}, the variable that holds it, or {file: PATH}, the file that does.";

/**
 * Reads the secret that a place refers to. Returns `undefined` if the server's secret stays, or `null` if the secret is
 * unavailable, which is a fault. `isStored`: the server already has one, so the line may be removed.
 */
export function readSecret(
  place: Place,
  source: SecretSource,
  isStored: boolean,
): string | null | undefined {
  if (place.value === undefined) return undefined;
  const orLeave = isStored ? " Or take this out: the server keeps the secret that it has." : "";
  const refuse = (message: string) => {
    place.fault(`${message}${orLeave}`);
    return null;
  };
  if (typeof place.value !== "object" || place.value === null) {
    return refuse(`A secret never stands in this file itself. ${howItLooks}`);
  }
  const [reference, ...others] = place.entries();
  const [kind, { value: at }] = reference ?? ["", place.at("env")];
  if (others.length > 0 || !["env", "file"].includes(kind) || typeof at !== "string") {
    return refuse(`A secret is referred to by one name. ${howItLooks}`);
  }
  const isKept = isStored && source.keepsStored === true;
  const found = kind === "env" ? source.env(at) : fromFile(at, source);
  if (found instanceof Error) return isKept ? undefined : refuse(found.message);
  const secret = found?.trim() ?? "";
  if (secret === "" && isKept) return undefined;
  if (secret === "") {
    return refuse(
      kind === "env"
        ? `The variable ${at} is not set, or is empty. Set it before running this.`
        : `The file ${at} is empty. Write the secret into it.`,
    );
  }
  return secret.length <= maxSecretLength
    ? secret
    : refuse(`What ${at} holds has more than ${maxSecretLength} characters, as no secret has.`);
}

function fromFile(path: string, source: SecretSource): string | Error {
  try {
    return source.file(path);
  } catch (error) {
    const { code = "unknown" } = error as NodeJS.ErrnoException;
    return new Error(`The file ${path} cannot be read (${code}).`);
  }
}

/** Returns the reference to a secret in an exported file: a variable whose name says whose secret it is. */
export function secretReference(...parts: string[]): { env: string } {
  return {
    env: parts
      .join("_")
      .replaceAll(/[^a-zA-Z0-9]/g, "_")
      .toUpperCase(),
  };
}
