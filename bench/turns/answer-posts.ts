import { once } from "node:events";
import { createServer, type Socket } from "node:net";

/**
 * Listens on a local port and answers requests that have a Content-Length with JSON, one after the other on each
 * connection. Implements no more HTTP than that: the load takes its resources from the measured program.
 */
export async function answerPosts(port: number, answer: (body: string) => string): Promise<void> {
  const server = createServer((socket) => answerOn(socket.setNoDelay(), answer));
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
}

function answerOn(socket: Socket, answer: (body: string) => string): void {
  let read = Buffer.alloc(0);
  // The caller may be gone.
  socket.on("error", () => {});
  socket.on("data", (chunk) => {
    read = read.length > 0 ? Buffer.concat([read, chunk]) : chunk;
    const bodyAt = read.indexOf("\r\n\r\n") + 4;
    if (bodyAt < 4) return;
    const length = /^content-length: (\d+)/im.exec(read.toString("latin1", 0, bodyAt))?.[1];
    if (length === undefined) throw new Error("A request has no length.");
    const end = bodyAt + Number(length);
    if (read.length < end) return;
    const said = answer(read.toString("utf8", bodyAt, end));
    read = read.subarray(end);
    const head = `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(said)}`;
    socket.write(`HTTP/1.1 200 OK\r\n${head}\r\n\r\n${said}`);
  });
}
