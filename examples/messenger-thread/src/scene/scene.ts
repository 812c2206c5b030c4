/** What travels between this page and the demo that serves it. */

export type {
  Card,
  GraphMessage,
  QuickReply,
  ReceiptTemplate,
  UrlButton,
} from "../../../../packages/meetbot/src/channels/messenger/rendering/graph-message.ts";
export type {
  Act,
  CustomerContent,
  Entry,
  MenuItem,
  PageProfile,
  Scene,
  Travel,
  Trouble,
} from "../../../../packages/meetbot/src/cli/demo/messenger/scene.ts";
