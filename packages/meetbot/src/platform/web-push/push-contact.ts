/**
 * Returns the sender's contact for push services: the console's own address. `null` when it is unknown or not https:
 * browsers then get no pushes, as Apple's service refuses senders that name no address of theirs.
 */
export function pushContact(publicUrl: string | null): string | null {
  return publicUrl?.startsWith("https://") ? new URL(publicUrl).origin : null;
}
