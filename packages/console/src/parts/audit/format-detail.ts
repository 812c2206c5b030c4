/** One line of an entry: a name with its value, or with its values before and after. */
export type DetailLine =
  | { name: string; value: string }
  | { name: string; before: string; after: string };

interface Tongue {
  nameOf(fact: string): string;
  /** A word for one of the values that there are, or the value itself. */
  wordFor(value: string): string;
  nothing: string;
  /** Facts that are numbers of something, in words. */
  measures?: Record<string, (value: number) => string>;
  /** The meaning of an unset fact, where it has one. */
  absent?: Record<string, string>;
  /** For the facts that are called `…_at`. */
  formatAuditMoment?(at: string): string;
}

/** The detail of an audit entry as lines: changes side by side, facts one by one. */
export function formatDetail(detail: Record<string, unknown>, tongue: Tongue): DetailLine[] {
  const { from, to, ...facts } = detail;
  const lines = Object.entries(facts).map(([fact, value]) => ({
    name: tongue.nameOf(fact),
    value: formatFact(fact, value, tongue) ?? write(value, tongue),
  }));
  if (from === undefined || to === undefined) return lines;
  if (!isTable(from) || !isTable(to)) {
    const before = write(from, tongue);
    return [{ name: "", before, after: write(to, tongue) }, ...lines];
  }
  const changed = Object.keys(to).filter(
    (fact) => JSON.stringify(from[fact]) !== JSON.stringify(to[fact]),
  );
  const changes = changed.map((fact) => ({
    name: tongue.nameOf(fact),
    before: write(from[fact], tongue),
    after: write(to[fact], tongue),
  }));
  return [...changes, ...lines];
}

/** Returns a fact in its own wording, or `undefined` if it has none and the raw value is shown. */
function formatFact(fact: string, value: unknown, tongue: Tongue): string | undefined {
  if (value === null) return tongue.absent?.[fact];
  if (typeof value === "number") return tongue.measures?.[fact]?.(value);
  if (typeof value !== "string" || !fact.endsWith("_at")) return undefined;
  return Number.isNaN(Date.parse(value)) ? undefined : tongue.formatAuditMoment?.(value);
}

function write(value: unknown, { nothing, wordFor }: Tongue): string {
  if (value === null || value === undefined || value === "") return nothing;
  if (Array.isArray(value))
    return value.length === 0 ? nothing : value.map((one) => wordFor(String(one))).join(", ");
  if (!isTable(value)) return wordFor(String(value));
  const parts = Object.entries(value).filter(([, part]) => part !== null && part !== false);
  return parts.length === 0 ? nothing : parts.map(([name, part]) => `${name}: ${part}`).join(", ");
}

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
