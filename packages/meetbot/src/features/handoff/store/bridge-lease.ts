import type { AlertLocale } from "@meetbot/model/alert/alert-kind.ts";
import type {
  BridgeKind,
  BridgeSecrets,
  DeskPlace,
  ReportedHolder,
} from "@meetbot/model/bridge/bridge.ts";

/** A conversation of which its desk does not know all, and who answers in it by now. */
export interface BridgeLease {
  botId: string;
  conversationId: string;
  fence: string;
  /** The conversation's count of changes when the lease was claimed. */
  stirs: number;
  kind: BridgeKind;
  locale: AlertLocale;
  withNumbers: boolean;
  secrets: BridgeSecrets;
  /** `null`: nothing was opened there yet. */
  place: DeskPlace | null;
  isIntroduced: boolean;
  toldSeq: number;
  toldHolder: ReportedHolder | null;
  /** A note that the desk must get beside the messages. */
  owesNote: string | null;
  /** Consecutive failed attempts. */
  tries: number;
  holds: ReportedHolder;
  /** The operator, if one holds the conversation. */
  heldBy: string | null;
}
