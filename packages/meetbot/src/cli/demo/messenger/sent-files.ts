import { randomUUID } from "node:crypto";

/** How many files are stored, in memory. */
const max = 10;

export const maxFileBytes = 10 * 1024 * 1024;

/** Pictures that browsers draw and that hold no script. */
const pictures = new Set(["image/png", "image/jpeg", "image/gif", "image/webp"]);

interface SentFile {
  type: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** The customer's files, which Meta would otherwise store. */
export interface SentFiles {
  keep(file: SentFile): { id: string; kind: "image" | "file" };
  /** As a response that can do nothing in a browser but be seen or saved. */
  show(id: string): Response | null;
}

export function createSentFiles(): SentFiles {
  const files = new Map<string, SentFile>();
  return {
    keep(file) {
      const id = randomUUID();
      files.set(id, file);
      for (const old of [...files.keys()].slice(0, -max)) files.delete(old);
      return { id, kind: pictures.has(file.type) ? "image" : "file" };
    },
    show(id) {
      const file = files.get(id);
      if (!file) return null;
      const isPicture = pictures.has(file.type);
      return new Response(file.bytes, {
        headers: {
          "content-type": isPicture ? file.type : "application/octet-stream",
          "content-disposition": isPicture ? "inline" : "attachment",
          "content-security-policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
          "cache-control": "no-store",
        },
      });
    },
  };
}
