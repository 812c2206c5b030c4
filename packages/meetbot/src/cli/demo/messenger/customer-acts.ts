import { randomBytes } from "node:crypto";
import type { Act, CustomerContent } from "./scene.ts";

/** The blue thumb. Since August 2026 a sticker has its own attachment type. */
const thumb = { type: "sticker", payload: { sticker_id: 369239263222822 } };

/** A customer's action, as the thread shows it and as Meta reports it to a webhook. */
export interface CustomerAct {
  mid: string;
  content: CustomerContent;
  item: object;
  /** Tapping is saying something to the bot, also while a person answers. */
  isTap: boolean;
}

type Told = Extract<Act, { act: "write" | "like" | "choose" | "give_email" | "press" }>;

/** Converts an action from the page to Meta's format. */
export function toCustomerAct(act: Told, email: string): CustomerAct {
  const mid = newMid();
  const says = (text: string) => ({ kind: "text" as const, text });
  switch (act.act) {
    case "write":
      return written(mid, says(act.text), { text: act.text });
    case "like":
      return written(mid, { kind: "like" }, { attachments: [thumb] });
    case "give_email": {
      const message = { text: email, quick_reply: { payload: email } };
      return written(mid, says(email), message);
    }
    case "choose": {
      const { title: text, payload } = act;
      return { ...written(mid, says(text), { text, quick_reply: { payload } }), isTap: true };
    }
    case "press": {
      const { title, payload } = act;
      const item = { postback: { mid, title, payload } };
      return { mid, content: says(title), item, isTap: true };
    }
  }
}

/** Returns the action for a picture or another file: Meta sends the file's URL. */
export function toFileAct(content: Extract<CustomerContent, { url: string }>): CustomerAct {
  const { kind: type, url } = content;
  return written(newMid(), content, { attachments: [{ type, payload: { url } }] });
}

function written(mid: string, content: CustomerContent, message: object): CustomerAct {
  return { mid, content, item: { message: { mid, ...message } }, isTap: false };
}

export function newMid(): string {
  return `m_${randomBytes(12).toString("base64url")}`;
}
