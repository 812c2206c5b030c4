/** Whether an id from outside can be in the database at all: PostgreSQL's text has no NUL. */
export function isStorable(id: string): boolean {
  return !id.includes("\0");
}
