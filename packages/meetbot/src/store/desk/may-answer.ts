/** In SQL: whether an operator `o`, whose role on the bot is `m`, may answer its customers. */
export const mayAnswer =
  "(o.administrator or coalesce(m.role in ('owner', 'editor', 'agent'), false))";

/** An agent who is silent this long counts as gone, whatever they set before. By the database's clock. */
export const staysOn = "interval '2 hours'";
