/**
 * What push services are told of who sends: the console's own address. `null`: it is not known, or none by
 * https, and browsers cannot be told anything; Apple's service refuses whoever names no address of theirs.
 */
export function pushContact(publicUrl: string | null): string | null {
  return publicUrl?.startsWith("https://") ? new URL(publicUrl).origin : null;
}
