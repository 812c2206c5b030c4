import type { InboundEvent } from "../model/conversation/inbound-event.ts";
import type { VisibleReply } from "../model/conversation/reply.ts";

/** The other side sent what the channel cannot take; `message` says what it expects instead. */
export class ChannelError extends Error {
  override name = "ChannelError";
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** Where the reader is. */
export interface RenderContext {
  /** IANA name of the time zone in which moments are told. */
  timeZone: string;
}

/** A way customers reach the bot. Each room below `channels/` holds one, in files of these names. */
export interface Channel<Payload> {
  name: string;
  /** Reads a body as it came. Total: it returns events or throws a {@link ChannelError}. */
  receive?(body: string): InboundEvent[];
  /** Says a reply in the channel's own form. Pure. */
  render(reply: VisibleReply, context: RenderContext): Payload;
}
