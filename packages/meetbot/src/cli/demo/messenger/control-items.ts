/** Meta's own app, in which people answer for a page. */
const pageInboxId = "263902037430900";

/** Between whom something happens, and when. */
interface Place {
  page: string;
  customer: string;
  atMs: number;
}

/** Returns the webhook item that reports a person's answer in the page's inbox. */
export function personItem({ page, customer, atMs }: Place, mid: string, text: string): object {
  return {
    ...{ sender: { id: page }, recipient: { id: customer }, timestamp: atMs },
    message: { mid, is_echo: true, app_id: Number(pageInboxId), text },
  };
}

/** Returns the webhook item that reports that the conversation is handed back to the app. */
export function handBackItem({ page, customer, atMs }: Place, appId: string): object {
  const control = { new_owner_app_id: Number(appId), previous_owner_app_id: Number(pageInboxId) };
  return {
    ...{ sender: { id: customer }, recipient: { id: page }, timestamp: atMs },
    pass_thread_control: control,
  };
}

/** A webhook body with one item. */
export function bodyOf({ page, atMs }: Place, item: object): object {
  return { object: "page", entry: [{ id: page, time: atMs, messaging: [item] }] };
}
