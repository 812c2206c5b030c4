import type { GivenConfig } from "@meetbot/model/connector/connection.ts";
import type { CheckNote, ConnectorProblem } from "@meetbot/model/connector/connector-words.ts";

/** One request as a webhook gets it. */
export interface RawRequest {
  method: string;
  headers: Record<string, string>;
  /** `null`: it has none. */
  body: Uint8Array | null;
}

/** An order to the worker. It carries all that it needs; the worker looks nothing up. */
export type Order =
  | {
      kind: "ask";
      /** The bot that the query belongs to; data cached for one bot is never used for another. */
      botId: string;
      version: string;
      name: string;
      config: GivenConfig;
      secrets: readonly string[];
      request: RawRequest;
    }
  | { kind: "check"; name: string; config: GivenConfig };

/** A webhook's response, whether the platform answered for it, and any problem that occurred. */
export interface RawAnswer {
  statusCode: number;
  headers: Record<string, string>;
  body: Uint8Array;
  isFromPlatform: boolean;
  trouble: { problem: ConnectorProblem; detail: string } | null;
}

/** The result of a check, as sent between processes. */
export type CheckAnswer =
  | {
      isOk: true;
      shop: string;
      notes: readonly CheckNote[];
      sample: { account?: string; orderNumber?: string } | null;
    }
  | { isOk: false; problem: ConnectorProblem; detail: string };

/** The target of a connection, sent to the node, whose guard decides. */
export interface VetTarget {
  host: string;
  port: number;
  isPlain: boolean;
}

/** To the worker. */
export type ToWorker =
  | { kind: "order"; id: number; order: Order }
  /** No caller waits for the order. */
  | { kind: "drop"; id: number }
  | { kind: "ping" }
  | { kind: "vetted"; id: number; verdict: VetVerdict };

/** The guard's word, or the code of why the name could not be looked up. */
export type VetVerdict =
  | { kind: "allowed"; addresses: readonly string[]; reason: "public" | "allow_list" }
  | { kind: "refused"; reason: string }
  | { kind: "failed"; code: string };

/** From the worker. `fault`: a defect in a connector, by its name only. */
export type FromWorker =
  | { kind: "ready" }
  | { kind: "pong" }
  | { kind: "answer"; id: number; answer: RawAnswer }
  | { kind: "checked"; id: number; check: CheckAnswer }
  | { kind: "fault"; id: number; fault: string }
  | { kind: "vet"; id: number; target: VetTarget };
