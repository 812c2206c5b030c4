import type { AttachmentWay } from "../../channel.ts";

/** The hosts where Meta stores what customers send in Messenger. */
const hosts = /(?:^|\.)(?:fbcdn\.net|fbsbx\.com|cdninstagram\.com)$/;

/**
 * Fetches a picture or a file from Meta's CDN; URLs on other hosts are refused, even in a signed webhook. A server that
 * stands in for the Graph API may serve its own files.
 */
export async function fetchAttachment(
  address: string,
  { api, get, maxBytes, until }: AttachmentWay,
): Promise<Buffer | null> {
  const url = URL.parse(address);
  if (url?.username !== "" || url.password !== "") return null;
  const how = { signals: [until], limitBytes: () => maxBytes };
  try {
    const ask =
      url.origin === new URL(api.url).origin
        ? api.call({ url, method: "GET", headers: {}, body: null, ...how })
        : isOfMeta(url)
          ? get(url, how)
          : null;
    const answer = await ask;
    return answer && answer.statusCode === 200 && !answer.fault ? answer.body : null;
  } catch {
    return null;
  }
}

const isOfMeta = ({ protocol, port, hostname }: URL) =>
  protocol === "https:" && port === "" && hosts.test(hostname);
