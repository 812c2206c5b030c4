import type { SecureContextOptions, TlsOptions } from "node:tls";
import type { Question } from "@meetbot/model/conversation/ask.ts";
import type { Delivery } from "@meetbot/model/shop/delivery.ts";
import type { ResolveName } from "@meetbot/network/addresses/resolve-name.ts";
import type { Bytes, HostileConnection } from "./hostile-connection.fixture.ts";

/** What a merchant does with each connection. */
export type Act = (connection: HostileConnection) => void | Promise<void>;

/** One thing that a merchant may do, and how a query to it must end. */
export interface Behavior {
  /** Continues "a merchant that …". */
  name: string;
  act: Act;
  outcome: Delivery["outcome"];
  /** What the delivery log must say. */
  detail?: RegExp;
  /** Nothing but the deadline ends the query, whatever its outcome is called. */
  endsAtDeadline?: boolean;
  /** The order with the number {@link orderNumber} where absent. */
  question?: Question;
  /** Where it listens; plain TCP at a name that leads to 127.0.0.1 where absent. */
  place?: Place;
}

export interface Place {
  /** The merchant speaks TLS; the query goes to https. */
  tls?: TlsOptions & SecureContextOptions;
  /** What the query's URL begins with, where that is not what the merchant speaks. */
  scheme?: "http:" | "https:";
  host?: string;
  /** Makes what looks its name up; it may answer differently each time. */
  newResolver?: () => ResolveName;
  /** The addresses that the operator opens. */
  allow?: string[];
  /** The guard judged it before, when the operator saved it. */
  isSaved?: boolean;
  /** The guard lets so many connections through. */
  connections?: number;
}

type More = Partial<Omit<Behavior, "name" | "act" | "outcome">>;

/** Sends the same to every query and keeps the connection. */
export function answers(
  name: string,
  outcome: Behavior["outcome"],
  bytes: Bytes,
  more: More = {},
): Behavior {
  return does(name, outcome, sending(bytes), more);
}

/** Sends this to a query and hangs up. */
export function hangsUp(
  name: string,
  outcome: Behavior["outcome"],
  bytes: Bytes,
  more: More = {},
): Behavior {
  const act: Act = async (connection) => {
    await connection.query();
    connection.end(bytes);
  };
  return does(name, outcome, act, more);
}

export function does(
  name: string,
  outcome: Behavior["outcome"],
  act: Act,
  more: More = {},
): Behavior {
  return { name, act, outcome, ...more };
}

export function sending(bytes: Bytes): Act {
  return async (connection) => {
    for (;;) {
      await connection.query();
      connection.send(bytes);
    }
  };
}
