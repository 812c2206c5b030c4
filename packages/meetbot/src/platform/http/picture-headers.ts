import type { Picture } from "@meetbot/model/conversation/picture.ts";

/**
 * Returns a picture's headers for browsers: its type is as declared, and nothing in it may run or load anything, even
 * when opened as a page. A PDF may hold programs: it is saved, and never shown.
 */
export function pictureHeaders({ id, type }: Picture): Record<string, string> {
  const file = type === "application/pdf" ? `attachment; filename="${id}.pdf"` : "inline";
  return {
    "Content-Type": type,
    "Content-Disposition": file,
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
  };
}
