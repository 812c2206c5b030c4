import type { AttachmentWay } from "../../channel.ts";

/** Where Meta keeps what customers of Messenger send. */
const hosts = /(?:^|\.)(?:fbcdn\.net|fbsbx\.com|cdninstagram\.com)$/;

/**
 * Fetches a picture or a file from Meta's CDN; what a signed webhook names elsewhere is not fetched. A server
 * that stands for the Graph API may keep its own.
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
