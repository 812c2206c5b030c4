/** An amount as its currency is written; the code behind the number where it is none. */
export function formatMoney(amount: number, currency: string, language: string): string {
  try {
    return amount.toLocaleString(language, { style: "currency", currency });
  } catch {
    return `${amount.toLocaleString(language)} ${currency}`;
  }
}

export function formatTime(atMs: number, language: string): string {
  return new Date(atMs).toLocaleTimeString(language, { hour: "2-digit", minute: "2-digit" });
}

export function formatMoment(atMs: number, language: string): string {
  return new Date(atMs).toLocaleString(language, { dateStyle: "medium", timeStyle: "short" });
}
