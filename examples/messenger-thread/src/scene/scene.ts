/** What travels between this page and the demo that serves it. */

export type {
  GraphCard,
  GraphMessage,
  QuickReply,
  ReceiptTemplate,
  UrlButton,
} from "../../../../packages/meetbot/src/channels/messenger/rendering/graph-message.ts";
export type {
  Act,
  CustomerContent,
  MenuItem,
  PageProfile,
  Scene,
  SceneEntry,
  Travel,
  Trouble,
} from "../../../../packages/meetbot/src/cli/demo/messenger/scene.ts";
