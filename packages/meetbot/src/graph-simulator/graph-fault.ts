/** A "no" of the Graph API, as Meta words and numbers it. */
export class GraphFault extends Error {
  override name = "GraphFault";
  readonly code: number;
  readonly subcode: number | undefined;
  readonly status: number;
  readonly headers: Record<string, string>;

  constructor(
    code: number,
    message: string,
    { subcode, status = 400, headers = {} }: FaultDetails = {},
  ) {
    super(`(#${code}) ${message}`);
    this.code = code;
    this.subcode = subcode;
    this.status = status;
    this.headers = headers;
  }
}

export interface FaultDetails {
  subcode?: number | undefined;
  status?: number | undefined;
  headers?: Record<string, string> | undefined;
}

/** The envelope in which every fault travels. */
export function envelopeOf({ message, code, subcode }: GraphFault, traceId: string): object {
  return {
    error: {
      message,
      type: "OAuthException",
      code,
      ...(subcode !== undefined && { error_subcode: subcode }),
      fbtrace_id: traceId,
    },
  };
}
