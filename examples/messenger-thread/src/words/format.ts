export function formatTime(atMs: number, language: string): string {
  return new Date(atMs).toLocaleTimeString(language, { hour: "2-digit", minute: "2-digit" });
}

export function formatMoment(atMs: number, language: string): string {
  return new Date(atMs).toLocaleString(language, { dateStyle: "medium", timeStyle: "short" });
}
