import type { Act } from "./scene.ts";

/** Does something in the thread. What came of it, the next scene shows; false: nothing did. */
export function perform(act: Act): Promise<boolean> {
  return post("messenger/acts", JSON.stringify(act), "application/json");
}

/** Sends a picture or another file as the customer. */
export function sendFile(file: File): Promise<boolean> {
  const type = file.type || "application/octet-stream";
  return post(`messenger/files?name=${encodeURIComponent(file.name)}`, file, type);
}

async function post(url: string, body: BodyInit, type: string): Promise<boolean> {
  const init = { method: "POST", headers: { "content-type": type }, body };
  return fetch(url, init).then(
    ({ ok }) => ok,
    () => false,
  );
}
