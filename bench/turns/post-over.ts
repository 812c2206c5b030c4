import { connect, type Socket } from "node:net";

/** Posts JSON, one request after the other, and resolves with the status of its answer. */
export type Post = (headers: Record<string, string>, body: string) => Promise<number>;

/** Meetbot closes a connection on which no request comes for 5 seconds: one that is not in use is made anew before that. */
const keptMs = 2_000;

/**
 * Opens a connection of its own to a URL, with no more HTTP than an answer with a Content-Length: the load takes its
 * resources from the measured program.
 */
export function postOver(url: string): Post {
  const { hostname, port, pathname, host } = new URL(url);
  const start = `POST ${pathname} HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\n`;
  let answered = Promise.withResolvers<number>();
  let socket: Socket | null = null;
  let usedAt = 0;

  function open(): Socket {
    const opened = connect(Number(port), hostname).setNoDelay().setEncoding("latin1");
    let read = "";
    const fail = (error: Error) => void (socket === opened && answered.reject(error));
    opened.on("error", fail);
    opened.on("close", () => fail(new Error(`${url} closed the connection.`)));
    opened.on("data", (text) => {
      read += text;
      const headEnd = read.indexOf("\r\n\r\n");
      if (headEnd < 0) return;
      const length = /^content-length: (\d+)/im.exec(read)?.[1];
      if (length === undefined) return void fail(new Error(`No length in: ${read}`));
      if (read.length < headEnd + 4 + Number(length)) return;
      const status = Number(read.slice(9, 12));
      read = "";
      answered.resolve(status);
    });
    return opened;
  }

  return (headers, body) => {
    answered = Promise.withResolvers();
    const now = performance.now();
    if (socket === null || now - usedAt > keptMs) {
      const old = socket;
      socket = open();
      old?.destroy();
    }
    usedAt = now;
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    const length = Buffer.byteLength(body);
    socket.write(`${start}${lines.join("")}Content-Length: ${length}\r\n\r\n${body}`);
    return answered.promise;
  };
}
