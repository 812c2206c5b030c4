/** What travels between this page and the demo that serves it. */

export type {
  Card,
  GraphMessage,
  QuickReply,
  ReceiptTemplate,
  UrlButton,
} from "../../meetbot/src/channels/messenger/graph-message.ts";
export type {
  Act,
  CustomerContent,
  Entry,
  MenuItem,
  PageProfile,
  Scene,
  Travel,
  Trouble,
} from "../../meetbot/src/cli/demo/messenger/scene.ts";
