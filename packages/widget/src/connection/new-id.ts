/** A new random UUID. `crypto.randomUUID` is there on https pages only. */
export function newId(): string {
  return "xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx".replace(/[xy]/g, (place) => {
    const [byte = 0] = crypto.getRandomValues(new Uint8Array(1));
    return (place === "x" ? byte % 16 : 8 + (byte % 4)).toString(16);
  });
}
