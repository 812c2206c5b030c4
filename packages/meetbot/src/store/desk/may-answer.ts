/** In SQL: that an operator `o`, whose role on the bot is `m`, may answer its customers. */
export const mayAnswer =
  "(o.administrator or coalesce(m.role in ('owner', 'editor', 'agent'), false))";

/** Who says nothing for so long has gone home, whatever they said before. By the database's clock. */
export const staysOn = "interval '2 hours'";
